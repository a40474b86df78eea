import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { takeNumbers } from './open-matter.ts'

export interface NewWork {
  slice: string
  kind: string
  title: string
  language: string
  unitId: string
  at: Date
}

export interface OpenedWork {
  id: string
  number: number
}

/** Opens a work: what is made or done has a public number and a story, and no clock. */
export async function openWork(tx: Tx, { at, ...work }: NewWork): Promise<OpenedWork> {
  const [number = 0] = await takeNumbers(tx, 1)
  const id = orderedId(at)
  await tx
    .insertInto('works')
    .values({ id, number, ...work, openedAt: at })
    .execute()
  return { id, number }
}

/** A work is called by another name from now on; what it was called stands in its entries. */
export async function renameWork(
  tx: Tx,
  { id, title, language }: { id: string; title: string; language: string },
): Promise<void> {
  await tx.updateTable('works').set({ title, language }).where('id', '=', id).execute()
}
