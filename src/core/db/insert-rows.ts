import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Db, Tables, Tx } from './connect.ts'
import { kept } from './kept-statements.ts'

/**
 * Writes any number of rows in one statement with one parameter, in their order. Thousands of rows as a list of values cost
 * more in parameters than in writing; as JSON PostgreSQL reads them by the table's own types. Every row names the same columns.
 */
export async function insertRows<T extends keyof Tables & string>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  await rowsToInsert(table, rows)?.execute(tx)
}

/** The same statement, not yet sent: to be written together with others. Null for no rows. */
export function rowsToInsert<T extends keyof Tables & string>(
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): RawBuilder<unknown> | null {
  const [first] = rows
  if (!first) return null
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const whole = sql.table(table)
  return sql`
    insert into ${whole} (${columns})
    select ${columns} from json_populate_recordset(null::${whole}, ${jsonOf(rows)}::json)`
}

/**
 * Several inserts as one statement, one way to the database and back: foreign keys among them are held at its end. Each
 * insert stays where its table's slice has it.
 */
export async function writeTogether(
  tx: Db | Tx,
  inserts: readonly (RawBuilder<unknown> | null)[],
): Promise<void> {
  const named = inserts.flatMap((insert, place) =>
    insert === null ? [] : [sql`${sql.raw(`write_${place}`)} as (${insert})`],
  )
  if (named.length > 0) await sql`with ${sql.join(named)} select ${kept}`.execute(tx)
}

/** Rows as PostgreSQL reads them from JSON: columns in its spelling, bytes in hexadecimal. */
export function jsonOf(rows: readonly object[]): string {
  const [first = {}] = rows
  const columns = Object.keys(first).map((column) => [column, snakeCase(column)] as const)
  return JSON.stringify(rows.map((row) => inSpelling(row, columns)))
}

function inSpelling(row: object, columns: readonly (readonly [string, string])[]): Record<string, unknown> {
  const spelt: Record<string, unknown> = {}
  for (const [column, name] of columns) spelt[name] = plain(Reflect.get(row, column))
  return spelt
}

function snakeCase(column: string): string {
  return column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}
