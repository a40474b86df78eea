import type pg from 'pg'

/** A column in which something was found. */
export interface Found {
  table: string
  column: string
  value: string
}

/**
 * Every value of every column of the whole database that holds one of the marks: text, lists, JSON, search words, ids, and
 * bytes read as text.
 */
export async function findInDatabase(pool: pg.Pool, marks: readonly string[]): Promise<Found[]> {
  const columns = await pool.query<{ table: string; column: string; type: string }>(`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`)
  const pattern = marks.map((mark) => mark.replace(/[^a-z0-9@-]/gi, '\\$&')).join('|')
  const found: Found[] = []
  for (const { table, column, type } of columns.rows) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
    const rows = await pool.query<{ value: string }>(
      `select ${text} as value from "${table}" where ${text} ~* $1`,
      [pattern],
    )
    found.push(...rows.rows.map(({ value }) => ({ table, column, value })))
  }
  return found
}

/** `people.name`, each once, in order. */
export function placesOf(found: readonly Found[]): string[] {
  return [...new Set(found.map(({ table, column }) => `${table}.${column}`))].toSorted()
}
