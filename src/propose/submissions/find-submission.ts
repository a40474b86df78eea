import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { inGroups } from '#core/db/in-groups.ts'
import { kept } from '#core/db/kept-statements.ts'
import { type Attached, attachmentsFrom, attachmentsIn } from '#ground/attachments/attachments-of.ts'
import { formsIn } from '#ground/forms/forms-of.ts'
import { isKeyOf } from '#ground/matters/is-key-of.ts'
import { linksIn, type Provenance, provenanceFrom } from '#ground/matters/provenance-of.ts'
import {
  type OpenCustody,
  openCustodyFrom,
  openCustodyIn,
  type Step,
  stepsFrom,
  stepsIn,
} from '#ground/matters/story-of.ts'
import { latestCaseIn } from '#ground/moderation/latest-case-of.ts'
import { type Translated, translatedFrom, translationsIn } from '#ground/translations/translations-of.ts'

/** A submission as its story page and its decision need it. */
export interface Submission {
  id: string
  number: number
  kind: string
  /** Null once lawfully removed, and while held from those who may not read it. */
  title: string | null
  words: string | null
  /** `light` or `plain`. */
  format: string
  language: string
  /** `author`, or who guessed it: `words`, `page`. */
  languageFrom: string
  visibility: string
  route: string
  authorship: string
  openedAt: Date
  closedAt: Date | null
  closingOutcome: string | null
  unitName: string
  unitSlug: string
  /** Shown only when `authorship` is named. */
  authorName: string | null
  authorId: string | null
  onBehalfOf: string | null
}

const MOST_DIGITS = 15

/**
 * The submission of a public number, as far as this viewer may see it. A held one shows that it is there and why, not its
 * words; who wrote a withheld one is never among the columns.
 */
export async function findVisibleSubmission(
  db: Db,
  viewer: Viewer,
  number: string | undefined,
): Promise<Submission | null> {
  const row = await submissionOf(db, number)
  return row ? asSeenBy(row, row.authorId !== null && row.authorId === viewer.person?.id) : null
}

/** The submission that this follow-up key opens, as its author sees it; null when the key is another one's. */
export async function findOwnSubmission(
  db: Db,
  number: string | undefined,
  key: Uint8Array,
): Promise<Submission | null> {
  const row = await submissionOf(db, number)
  if (!row || !(await isKeyOf(db, row.id, key))) return null
  return asSeenBy(row, true)
}

async function submissionOf(db: Db, number: string | undefined): Promise<Submission | null> {
  if (!isNumber(number)) return null
  return (
    (await submissions(db, [Number(number)])
      .modifyEnd(kept)
      .executeTakeFirst()) ?? null
  )
}

/** A submission with all that its story page tells. */
export interface Story {
  submission: Submission
  steps: Step[]
  custody: OpenCustody | null
  provenance: Provenance
  /** Its files, while its words may be read. */
  attachments: Attached[]
  /** The newest case about its words. */
  caseId: string | null
  /** What of it can be read in the reader's language. */
  translated: Translated
  /** Its further forms, by name with commas between. */
  forms: string
}

/** The whole story as far as this viewer may see it, in one question: a page is made of it for every reader. */
export async function findVisibleStory(
  db: Db,
  viewer: Viewer,
  { number, language }: { number: string | undefined; language: string },
): Promise<Story | null> {
  if (!isNumber(number)) return null
  const row = await storyRow(db, { number: Number(number), language })
  if (!row) return null
  const { steps, custody, links, attachments, caseId, translations, forms, ...found } = row
  const submission = asSeenBy(found, found.authorId !== null && found.authorId === viewer.person?.id)
  return {
    submission,
    steps: stepsFrom(steps),
    custody: openCustodyFrom(custody),
    provenance: provenanceFrom(links),
    attachments: submission.words === null ? [] : attachmentsFrom(attachments),
    caseId,
    translated: translatedFrom(translations, { language, matter: submission }),
    forms,
  }
}

interface StoryAsked {
  number: number
  language: string
}

type StoryRow = Awaited<ReturnType<typeof storyRows>>[number]

/** Readers who come at once ask together: the plan of so large a question costs more than its rows. */
const storyRow = inGroups(async (db, asks: readonly StoryAsked[]): Promise<(StoryRow | null)[]> => {
  const rows = new Map((await storyRows(db, asks)).map((row) => [row.place, row]))
  return asks.map((_, at) => rows.get(at + 1) ?? null)
})

function storyRows(db: Db, asks: readonly StoryAsked[]) {
  const id = sql.ref('matters.id')
  const language = sql<string>`(${asks.map((ask) => ask.language)}::text[])[asked.place]`
  return submissions(
    db,
    asks.map(({ number }) => number),
  )
    .select([
      'asked.place',
      stepsIn(id).as('steps'),
      openCustodyIn(id).as('custody'),
      linksIn(id).as('links'),
      attachmentsIn(id).as('attachments'),
      latestCaseIn(id).as('caseId'),
      translationsIn(id, language).as('translations'),
      formsIn(id).as('forms'),
    ])
    .modifyEnd(kept)
    .execute()
}

const isNumber = (number: string | undefined): number is string =>
  number !== undefined && /^[1-9]\d*$/.test(number) && number.length <= MOST_DIGITS

/** The submissions of these numbers; `asked.place` says which of them a row answers, from 1. */
function submissions(db: Db, numbers: readonly number[]) {
  const asked = sql<{ number: number; place: number }>`unnest(${numbers}::bigint[]) with ordinality`
  return db
    .selectFrom(asked.as<'asked'>(sql`asked (number, place)`))
    .innerJoin('matters', 'matters.number', 'asked.number')
    .innerJoin('submissions', 'submissions.id', 'matters.id')
    .innerJoin('units', 'units.id', 'matters.unitId')
    .leftJoin('submissionAuthors', 'submissionAuthors.submissionId', 'submissions.id')
    .leftJoin('people', 'people.id', 'submissionAuthors.personId')
    .leftJoin('submissionSignatures', 'submissionSignatures.submissionId', 'submissions.id')
    .leftJoin('units as behalf', 'behalf.id', 'submissions.onBehalfOf')
    .select((eb) => [
      'matters.id',
      'matters.number',
      'matters.kind',
      'matters.title',
      'submissions.words',
      'submissions.format',
      'submissions.languageFrom',
      'matters.language',
      'matters.visibility',
      'matters.route',
      'submissions.authorship',
      'matters.openedAt',
      'matters.closedAt',
      'matters.closingOutcome',
      'units.name as unitName',
      'units.slug as unitSlug',
      eb.fn.coalesce('people.name', 'submissionSignatures.name').as('authorName'),
      'submissionAuthors.personId as authorId',
      'behalf.name as onBehalfOf',
    ])
}

function asSeenBy(row: Submission, isAuthor: boolean): Submission {
  const isReadable = row.visibility === 'public' || isAuthor
  // A name given without an account is a stranger's words like the others: it is shown when they are.
  const isNamed = isAuthor || (row.authorship === 'named' && isReadable)
  return {
    ...row,
    title: isReadable ? row.title : null,
    words: isReadable ? row.words : null,
    authorName: isNamed ? row.authorName : null,
    authorId: isAuthor ? row.authorId : null,
  }
}
