import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { kindNamed } from './kinds.ts'

/** Shows a matter's words to everybody, or hides them: held, or removed and not yet erased. */
export async function showMatter(
  tx: Tx,
  matterId: string,
  visibility: 'public' | 'held' | 'removed',
): Promise<void> {
  await tx.updateTable('matters').set({ visibility }).where('id', '=', matterId).execute()
}

/** The same of many. */
export async function showMatters(
  tx: Tx,
  matterIds: readonly string[],
  visibility: 'public' | 'removed',
): Promise<void> {
  if (matterIds.length === 0) return
  await sql`update matters set visibility = ${visibility} where id = any(${matterIds}::uuid[])`.execute(tx)
}

/** Empties the title, and whatever the slice of its kind holds of its words. What the record sealed is the record's to erase. */
export async function eraseWords(tx: Tx, matter: { id: string; kind: string }): Promise<void> {
  await tx.updateTable('matters').set({ title: null }).where('id', '=', matter.id).execute()
  await kindNamed(matter.kind)?.eraseWords?.(tx, matter.id)
}
