import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { Lead, PersonalData } from '#core/slice/personal-data.ts'
import { declared } from './declared.ts'
import type { Subject } from './subject.ts'

/** The rows of one declaration that lead to somebody, as a condition; null when nothing in it can lead to them. */
export function rowsOf({ leadsTo, only, table }: PersonalData, subject: Subject): RawBuilder<SqlBool> | null {
  const ways = leadsTo.flatMap((lead) => wayOf(table, lead, subject) ?? [])
  if (ways.length === 0) return null
  const any = sql`(${sql.join(ways, sql` or `)})`
  return only === undefined ? sql<SqlBool>`${any}` : sql<SqlBool>`${any} and (${sql.raw(only)})`
}

function wayOf(table: string, lead: Lead, { personId, address, matters }: Subject) {
  const column = sql.raw(lead.column.includes(' ') ? lead.column : `${table}.${lead.column}`)
  if (lead.by === 'mention')
    // A person with an account is shown their own letters; what others wrote about an address is asked for by address.
    return address === null || personId !== null ? null : sql`position(${address} in lower(${column})) > 0`
  const names = { person: [personId], address: [address], matter: matters }[lead.by].filter(
    (id) => id !== null,
  )
  if (names.length === 0) return null
  const values = lead.by === 'address' ? sql`${names}::text[]` : sql`${names}::uuid[]`
  if (!lead.through) return sql`${column} = any(${values})`
  const { table: other, pick, names: named } = lead.through
  return sql`${column} in (select ${sql.raw(pick)} from ${sql.table(other)} where ${sql.raw(named)} = any(${values}))`
}

/** Matters whose words are theirs, by whatever slice says so. */
export async function mattersOf(
  db: Db | Tx,
  { personId, address }: Pick<Subject, 'personId' | 'address'>,
): Promise<string[]> {
  const ids = await Promise.all(
    declared().map(async (data) => {
      const where = data.matter === undefined ? null : rowsOf(data, { personId, address, matters: [] })
      if (data.matter === undefined || where === null) return []
      const found = await sql<{ id: string }>`
        select ${sql.raw(data.matter)} as id from ${sql.table(data.table)} where ${where}`.execute(db)
      return found.rows.map(({ id }) => id)
    }),
  )
  return [...new Set(ids.flat())]
}
