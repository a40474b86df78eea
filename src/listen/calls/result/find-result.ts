import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Call } from '../call.ts'
import { type CallFigures, callFigures } from './figures.ts'

/** Where a result stands: counts alone, asked for, or published. */
export interface ResultState {
  /** Changes whenever the figures do: what a page made of them is kept by. */
  version: string
  edition: Edition | null
  countedAt: Date | null
  isAskedFor: boolean
}

export interface Edition {
  number: number
  publishedAt: Date
  datasetSha256: string
  datasetBytes: number
  datasetRows: number
}

/** One small question; the figures themselves are read only where no page made of them is kept. */
export async function resultState(db: Db, call: Pick<Call, 'id'>): Promise<ResultState> {
  const { rows } = await sql<{
    edition: number | null
    publishedAt: Date
    sha256: string
    bytes: number
    count: number
    countedAt: Date | null
    isAskedFor: boolean
  }>`
    select
      latest.edition, latest.published_at as "publishedAt", encode(latest.dataset_sha256, 'hex') as sha256,
      latest.dataset_bytes as bytes, latest.dataset_rows as count, call_figures.counted_at as "countedAt",
      exists (select from result_requests where result_requests.call_id = calls.id) as "isAskedFor"
    from calls
    left join call_figures on call_figures.call_id = calls.id
    left join lateral (
      select edition, published_at, dataset_sha256, dataset_bytes, dataset_rows
      from result_editions
      where result_editions.call_id = calls.id
      order by edition desc
      limit 1
    ) as latest on true
    where calls.id = ${call.id}`.execute(db)
  const [row] = rows
  const edition =
    row && row.edition !== null
      ? {
          number: row.edition,
          publishedAt: row.publishedAt,
          datasetSha256: row.sha256,
          datasetBytes: row.bytes,
          datasetRows: row.count,
        }
      : null
  return {
    edition,
    countedAt: row?.countedAt ?? null,
    isAskedFor: row?.isAskedFor ?? false,
    version: edition ? `edition ${edition.number}` : `counted ${row?.countedAt?.getTime()}`,
  }
}

/** The figures of the latest edition, or the provisional ones; null where nothing was counted yet. */
export async function figuresOf(
  db: Db,
  callId: string,
  { edition }: ResultState,
): Promise<CallFigures | null> {
  // As text: the names within are those of the published JSON, which the driver's spelling of columns would change.
  const figures = sql<string>`figures::text`.as('figures')
  const row = edition
    ? await db
        .selectFrom('resultEditions')
        .select(figures)
        .where('callId', '=', callId)
        .where('edition', '=', edition.number)
        .executeTakeFirst()
    : await db.selectFrom('callFigures').select(figures).where('callId', '=', callId).executeTakeFirst()
  return row ? callFigures.parse(JSON.parse(row.figures)) : null
}
