import type pg from 'pg'

/** A table as a backup holds it: its name and the columns that are stored (what is computed is computed again). */
export interface TableToCopy {
  name: string
  columns: string[]
}

/**
 * Every table that holds something lasting, each after those it refers to, so that rows can be put back in this order. Left
 * out: the ledger of migrations, which a restore makes anew, and unlogged tables, which are meant to be forgotten.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableToCopy[]> {
  const tables = await client.query<TableToCopy>(TABLES)
  const references = await client.query<{ from: string; to: string }>(REFERENCES)
  const waiting = new Map(tables.rows.map((table) => [table.name, table]))
  const ordered: TableToCopy[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !references.rows.some(({ from, to }) => from === name && waiting.has(to)),
    )
    if (ready.length === 0) throw new Error(`Tables refer to each other in a ring: ${[...waiting.keys()]}`)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}

const TABLES = `
  select c.relname as name,
    array(
      select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum
    ) as columns
  from pg_class c
  where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and c.relpersistence = 'p'
    and c.relname <> 'migrations'
  order by c.relname`

const REFERENCES = `
  select conrelid::regclass::text as from, confrelid::regclass::text as to
  from pg_constraint
  where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`

/** `"leaf_index", "entry_id"` */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}

/** A session in which text means the same wherever it is written and read. */
export const PLAIN_SESSION = `
  set datestyle = 'ISO'; set timezone = 'UTC'; set extra_float_digits = 3; set client_encoding = 'UTF8';
  set statement_timeout = 0; set search_path = public`
