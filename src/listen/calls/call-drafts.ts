import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { CallDraft } from './draft-call.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A draft with its body's place, for the policy. */
export async function findCallDraft(
  db: Db,
  id: string,
): Promise<(CallDraft & { body: { id: string; slug: string; lineage: string[] } }) | null> {
  if (!UUID.test(id)) return null
  const row = await db
    .selectFrom('callDrafts')
    .innerJoin('bodies', 'bodies.id', 'callDrafts.bodyId')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .select([
      'callDrafts.id',
      'callDrafts.bodyId',
      'callDrafts.content',
      'callDrafts.savedAt',
      'bodies.slug',
      'units.lineage',
    ])
    .where('callDrafts.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { bodyId, slug, lineage, content, ...draft } = row
  const typed = typeof content === 'object' && content !== null && !Array.isArray(content) ? content : {}
  return { ...draft, bodyId, content: typed, body: { id: bodyId, slug, lineage } }
}

/** Drafts of these bodies, the newest first. */
export async function draftsOf(
  db: Db,
  bodyIds: readonly string[],
): Promise<{ id: string; title: string; savedAt: Date }[]> {
  if (bodyIds.length === 0) return []
  const rows = await db
    .selectFrom('callDrafts')
    .select(['id', 'savedAt', sql<string | null>`content ->> 'title'`.as('title')])
    .where('bodyId', 'in', [...bodyIds])
    .orderBy('savedAt', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ title, ...row }) => ({ ...row, title: title ?? '' }))
}

export async function saveCallDraft(
  db: Db | Tx,
  { id, bodyId, content, now }: { id: string; bodyId: string; content: object; now: Date },
): Promise<void> {
  await db
    .updateTable('callDrafts')
    .set({ bodyId, content: JSON.stringify(content), savedAt: now })
    .where('id', '=', id)
    .execute()
}

/** Announced, it is no draft any more. */
export async function removeCallDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('callDrafts').where('id', '=', id).execute()
}
