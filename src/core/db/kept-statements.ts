import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

/**
 * Ends a statement that each connection keeps prepared, so that it is read and planned once, not every time. For statements of
 * one fixed text (few variants, no lists of parameters) that are asked again and again; each text is kept as long as its connection.
 */
const KEPT = '/* kept */'

/** The end itself: in a raw statement, or through a builder's `modifyEnd`. */
export const kept = sql.raw(KEPT)

/**
 * A parameter whose value the planner does not see. PostgreSQL plans a kept statement anew each time as long as it hopes for a better
 * plan from the values (the length of a list, a count): for small questions that takes longer than the answer.
 */
export const opaque = <T>(parameter: RawBuilder<T>) => sql<T>`(select ${parameter})`

/** From now on this client keeps the statements that end with `KEPT`. */
export function keepStatements(client: pg.PoolClient): void {
  const query = client.query
  const keeping = (text: unknown, values: unknown, ...rest: unknown[]) =>
    typeof text === 'string' && text.endsWith(KEPT)
      ? Reflect.apply(query, client, [{ name: nameOf(text), text, values }, ...rest])
      : Reflect.apply(query, client, [text, values, ...rest])
  Object.assign(client, { query: keeping })
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}
