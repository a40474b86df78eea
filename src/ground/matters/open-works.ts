import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { orderedId } from '#core/ids/ids.ts'

export interface NewWork {
  slice: string
  kind: string
  title: string | null
  language: string
  unitId: string
  at: Date
}

export interface OpenedWork {
  id: string
  number: number
}

/** Opens works with public numbers of the same row as matters; nobody has custody of a work. */
export async function openWorks(tx: Tx, works: readonly NewWork[]): Promise<OpenedWork[]> {
  if (works.length === 0) return []
  const { rows: numbers } = await sql<{
    number: number
  }>`select nextval('public_numbers') as number from generate_series(1, ${works.length})`.execute(tx)
  const rows = works.map(({ at, ...work }, place) => ({
    ...work,
    id: orderedId(at),
    number: numbers[place]?.number ?? 0,
    openedAt: at,
  }))
  await insertRows(tx, 'works', rows)
  return rows.map(({ id, number }) => ({ id, number }))
}

/** Gives a work its title, in the words of people. */
export async function nameWork(
  tx: Tx,
  { id, title, language }: { id: string; title: string | null; language: string },
): Promise<void> {
  await tx.updateTable('works').set({ title, language }).where('id', '=', id).execute()
}

/** Works that are over keep their number and their story. */
export async function closeWorks(tx: Tx, ids: readonly string[], at: Date | null): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('works').set({ closedAt: at }).where('id', 'in', ids).execute()
}
