import type { Db } from '#core/db/connect.ts'

/** One step of a gathering: announced, changed, called off, counted. */
export interface GatheringStep {
  kind: string
  at: Date
  reason: string | null
}

/** Every entry of a gathering, newest first. */
export async function changesOf(db: Db, workId: string): Promise<GatheringStep[]> {
  const rows = await db
    .selectFrom('entries')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'entries.id').on('sealed.part', '=', 'public'),
    )
    .select(['entries.kind', 'entries.at', 'sealed.content'])
    .where('entries.workId', '=', workId)
    .orderBy('entries.at', 'desc')
    .orderBy('entries.id', 'desc')
    .execute()
  return rows.map(({ kind, at, content }) => ({ kind, at, reason: reasonIn(content) }))
}

function reasonIn(content: string | null): string | null {
  const { reason } = content === null ? {} : (JSON.parse(content) as Record<string, unknown>)
  return typeof reason === 'string' ? reason : null
}
