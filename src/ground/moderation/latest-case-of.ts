import { type RawBuilder, sql } from 'kysely'

/** The newest case about the words of a matter, for the link on its story, as a part of a larger question; null when there never was one. */
export function latestCaseIn(matterId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(
    select id from moderation_cases where matter_id = ${matterId} order by opened_at desc, due_at desc limit 1
  )`
}
