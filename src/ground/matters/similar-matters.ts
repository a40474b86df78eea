import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

export interface Similar {
  number: number
  kind: string
  title: string
  language: string
  bodyName: string
}

const ENOUGH = 0.3

/**
 * Open matters whose titles read much like this one, the closest first: those that share its rarest words, compared by
 * PostgreSQL's trigrams. How many are compared is bounded, among a million or among a million alike (docs/decisions/014).
 */
export async function similarTo(
  db: Db,
  { title, exceptId, most = 3 }: { title: string; exceptId?: string; most?: number },
): Promise<Similar[]> {
  const rows = await db
    .selectFrom(sql<{ id: string; closeness: number }>`titles_like(${title}, ${most + 1})`.as('alike'))
    .innerJoin('matters', 'matters.id', 'alike.id')
    .innerJoin('custody', (join) =>
      join.onRef('custody.matterId', '=', 'matters.id').on('custody.decidedAt', 'is', null),
    )
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select([
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.language',
      'bodies.name as bodyName',
    ])
    .where('alike.closeness', '>=', ENOUGH)
    .$if(exceptId !== undefined, (query) => query.where('matters.id', '!=', exceptId ?? ''))
    .orderBy('alike.closeness', 'desc')
    .orderBy('matters.number')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, title: row.title ?? '' }))
}
