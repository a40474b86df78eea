import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'

/** Title and words, while everybody may read them. */
export async function partsOf(db: Db | Tx, matterId: string): Promise<readonly SaidPart[]> {
  const said = await db
    .selectFrom('submissions')
    .innerJoin('matters', 'matters.id', 'submissions.id')
    .select(['matters.title', 'submissions.words', 'submissions.format'])
    .where('submissions.id', '=', matterId)
    .where('matters.visibility', '=', 'public')
    .executeTakeFirst()
  if (!said || said.title === null || said.words === null) return []
  return [
    { part: 'title', words: said.title, format: 'plain' },
    { part: 'words', words: said.words, format: said.format === 'light' ? 'light' : 'plain' },
  ]
}

/** Has it found by the words of its translations too. What was erased stays found by nothing. */
export async function findAlsoBy(tx: Tx, matterId: string, words: string): Promise<void> {
  await sql`
    update submissions
    set search = to_tsvector('simple', unaccent(concat_ws(E'\n', matters.title, submissions.words, ${words}::text)))
    from matters
    where matters.id = submissions.id and submissions.id = ${matterId} and submissions.words is not null`.execute(
    tx,
  )
}
