import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import { isKeyOf } from '#ground/matters/is-key-of.ts'

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

export const isNumber = (number: string | undefined): number is string =>
  number !== undefined && /^[1-9]\d*$/.test(number) && number.length <= MOST_DIGITS

/** The submissions of these numbers; `asked.place` says which of them a row answers, from 1. */
export function submissions(db: Db, numbers: readonly number[]) {
  const asked = sql<{
    number: number
    place: number
  }>`unnest(${opaque(sql`${numbers}::bigint[]`)}) with ordinality`
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

export function asSeenBy(row: Submission, isAuthor: boolean): Submission {
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
