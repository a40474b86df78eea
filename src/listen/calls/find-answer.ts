import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { type Attached, attachmentsFrom, attachmentsIn } from '#ground/attachments/attachments-of.ts'
import { isKeyOf } from '#ground/matters/is-key-of.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import { type AgreedTerms, usableAs } from '#ground/notices/usable-as.ts'
import type { Call } from './call.ts'
import { filesArePublished } from './files-for.ts'
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
  /** The files that came with it, as far as this viewer may know of them. */
  attachments: Attached[]
  /** Whether they can be opened: an author who came by key sees that they are there. */
  filesOpen: boolean
  /** Whoever brought it in from elsewhere: a partner, or the name of an import. */
  source: Source | null
}

export type Source = { by: 'partner'; slug: string; name: string } | { by: 'import'; name: string }

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
    .leftJoin('units as partner', (join) =>
      join
        .on(sql`partner.id::text`, '=', sql`split_part(answers.source, ':', 2)`)
        .on('matters.route', '=', 'partner'),
    )
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
      'answers.source',
      'partner.slug as partnerSlug',
      'partner.name as partnerName',
      attachmentsIn(sql.ref('answers.id')).as('files'),
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
  { callId, placeSlug, placeName, partnerSlug, partnerName, source, files, ...row }: Row,
  { isAuthor, viewer }: { isAuthor: boolean; viewer: Viewer | null },
): Promise<SeenAnswer | null> {
  const [call, terms] = await Promise.all([callById(db, callId), usableAs(db, row.id)])
  if (!call) return null
  const isReader = isAuthor || (viewer !== null && mayReadAnswers(viewer, call))
  const isPublished =
    row.visibility === 'public' && row.withdrawnAt === null && publishesAtLeast(terms.publishes, 'words')
  const isNameShown = isPublished && row.authorship === 'named' && publishesAtLeast(terms.publishes, 'names')
  const wordsShown = isPublished || isReader
  const areFilesPublished = filesArePublished({ ...row, publishes: terms.publishes })
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
    attachments: areFilesPublished || isReader ? attachmentsFrom(files) : [],
    filesOpen: areFilesPublished || viewer !== null,
    source: sourceOf({ route: row.route, source, partnerSlug, partnerName }),
  }
}

interface Brought {
  route: string
  source: string | null
  partnerSlug: string | null
  partnerName: string | null
}

/** A partner by its unit, an import by its name; which row of theirs it was, is told to nobody. */
function sourceOf({ route, source, partnerSlug: slug, partnerName: name }: Brought): Source | null {
  if (route === 'partner' && slug && name) return { by: 'partner', slug, name }
  const [imported = ''] = source?.split(':') ?? []
  return route === 'import' && imported !== '' ? { by: 'import', name: imported } : null
}
