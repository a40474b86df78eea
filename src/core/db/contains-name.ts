import { type RawBuilder, sql } from 'kysely'

/** Part of a name, in any case and with or without its accents; `%` and `_` stand for themselves. */
export function containsName(column: string, words: string): RawBuilder<boolean> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`unaccent(${sql.ref(column)}) ilike unaccent(${pattern})`
}
