import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { declared } from './declared.ts'
import { rowsOf } from './rows-of.ts'
import type { Subject } from './subject.ts'

/** What one declaration holds about somebody: its rows as they may read them. */
export interface Held {
  data: PersonalData
  rows: readonly HeldRow[]
}

/** Values by label, in the order of the declaration. */
export type HeldRow = Readonly<Record<string, unknown>>

/** Everything held about somebody, as the slices declare it; what holds nothing is left out. */
export async function heldOf(db: Db, subject: Subject): Promise<Held[]> {
  const all = await Promise.all(
    declared().map(async (data) => ({ data, rows: await rowsIn(db, data, subject) })),
  )
  return all.filter(({ rows }) => rows.length > 0)
}

/** The rows of one declaration. */
export async function rowsIn(db: Db, data: PersonalData, subject: Subject): Promise<HeldRow[]> {
  const where = rowsOf(data, subject)
  if (where === null) return []
  const shown = Object.entries(data.shown).map(
    ([label, column]) => sql`(${sql.raw(column)}) as ${sql.ref(label)}`,
  )
  const found = await sql<HeldRow>`
    select ${sql.join(shown)} from ${sql.table(data.table)} where ${where} order by 1`.execute(db)
  return found.rows
}
