import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { isKeyOf } from '#ground/matters/is-key-of.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import { type AgreedTerms, usableAs } from '#ground/notices/usable-as.ts'
import type { Call } from './call.ts'
import { callById } from './find-call.ts'
import { mayReadAnswers } from './policy.ts'

/** An answer as its page needs it, as far as this viewer may see it. */
export interface SeenAnswer {
  id: string
  number: number
  call: Call
  language: string
  visibility: string
  route: string
  openedAt: Date
  withdrawnAt: Date | null
  authorship: string
  isFromOfficeHolder: boolean
  onBehalfOf: string | null
  place: { slug: string; name: string } | null
  /** Shown where it is named and its notice publishes names. */
  authorName: string | null
  /** Set for the author alone. */
  authorId: string | null
  /** Null words were erased; none at all, and `wordsShown` is false: this viewer may not read them. */
  words: { questionId: string; words: string | null }[]
  marks: { optionId: string; mark: number }[]
  wordsShown: boolean
  terms: AgreedTerms
}

const MOST_DIGITS = 15

/** The answer of a public number as this viewer may see it: by what its notice publishes, and what was agreed to later. */
export async function findVisibleAnswer(
  db: Db,
  viewer: Viewer,
  number: string | undefined,
): Promise<SeenAnswer | null> {
  const row = await answerOf(db, number)
  if (!row) return null
  const isAuthor = row.authorId !== null && row.authorId === viewer.person?.id
  return seen(db, row, { isAuthor, viewer })
}

/** The answer that this follow-up key opens, as its author sees it; null when the key is another one's. */
export async function findOwnAnswer(
  db: Db,
  number: string | undefined,
  key: Uint8Array,
): Promise<SeenAnswer | null> {
  const row = await answerOf(db, number)
  if (!row || !(await isKeyOf(db, row.id, key))) return null
  return seen(db, row, { isAuthor: true, viewer: null })
}

type Row = NonNullable<Awaited<ReturnType<typeof answerOf>>>

async function answerOf(db: Db, number: string | undefined) {
  if (number === undefined || !/^[1-9]\d*$/.test(number) || number.length > MOST_DIGITS) return undefined
  return db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .leftJoin('answerAuthors', 'answerAuthors.answerId', 'answers.id')
    .leftJoin('people', 'people.id', 'answerAuthors.personId')
    .leftJoin('answerSignatures', 'answerSignatures.answerId', 'answers.id')
    .leftJoin('units as behalf', 'behalf.id', 'answers.onBehalfOf')
    .leftJoin('units as place', 'place.id', 'answers.unitId')
    .select((eb) => [
      'answers.id',
      'matters.number',
      'answers.callId',
      'matters.language',
      'matters.visibility',
      'matters.route',
      'matters.openedAt',
      'answers.withdrawnAt',
      'answers.authorship',
      'answers.isFromOfficeHolder',
      'behalf.name as onBehalfOf',
      'place.slug as placeSlug',
      'place.name as placeName',
      eb.fn.coalesce('people.name', 'answerSignatures.name').as('authorName'),
      'answerAuthors.personId as authorId',
      sql<SeenAnswer['words']>`(
        select coalesce(json_agg(json_build_object('questionId', question_id, 'words', words)), '[]')
        from answer_words
        where answer_id = answers.id
      )`.as('words'),
      sql<SeenAnswer['marks']>`(
        select coalesce(json_agg(json_build_object('optionId', option_id, 'mark', mark)), '[]')
        from answer_marks
        where answer_id = answers.id
      )`.as('marks'),
    ])
    .where('matters.number', '=', Number(number))
    .executeTakeFirst()
}

async function seen(
  db: Db,
  { callId, placeSlug, placeName, ...row }: Row,
  { isAuthor, viewer }: { isAuthor: boolean; viewer: Viewer | null },
): Promise<SeenAnswer | null> {
  const [call, terms] = await Promise.all([callById(db, callId), usableAs(db, row.id)])
  if (!call) return null
  const isReader = isAuthor || (viewer !== null && mayReadAnswers(viewer, call))
  const isPublished =
    row.visibility === 'public' && row.withdrawnAt === null && publishesAtLeast(terms.publishes, 'words')
  const isNameShown = isPublished && row.authorship === 'named' && publishesAtLeast(terms.publishes, 'names')
  const wordsShown = isPublished || isReader
  return {
    ...row,
    call,
    place: placeSlug && placeName ? { slug: placeSlug, name: placeName } : null,
    words: wordsShown ? row.words : [],
    marks: wordsShown ? row.marks : [],
    authorName: isAuthor || isNameShown ? row.authorName : null,
    authorId: isAuthor ? row.authorId : null,
    wordsShown,
    terms,
  }
}
