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

/** Open matters whose titles read much like this one (trigrams of PostgreSQL's pg_trgm), the closest first. */
export async function similarTo(
  db: Db,
  { title, exceptId, most = 3 }: { title: string; exceptId?: string; most?: number },
): Promise<Similar[]> {
  const closeness = sql<number>`similarity(matters.title, ${title})`
  const rows = await db
    .selectFrom('matters')
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
    .where('matters.visibility', '=', 'public')
    .where('matters.title', 'is not', null)
    .where(sql<boolean>`matters.title % ${title}`)
    .where(closeness, '>=', ENOUGH)
    .$if(exceptId !== undefined, (query) => query.where('matters.id', '!=', exceptId ?? ''))
    .orderBy(closeness, 'desc')
    .orderBy('matters.number')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, title: row.title ?? '' }))
}
