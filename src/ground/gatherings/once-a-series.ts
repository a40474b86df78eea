import { type RawBuilder, sql } from 'kysely'

/**
 * Of one that comes again a list shows the next time, and before it those just called off: whoever meant to come reads that too.
 * Every time stands in the calendar, in the feed and in the API.
 */
export function isNextOfItsSeries(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(gatherings.series_id is null or not exists (
    select 1
    from gatherings sooner
    where sooner.series_id = gatherings.series_id
      and sooner.starts_at < gatherings.starts_at
      and sooner.ends_at > ${now}
      and not exists (select 1 from gathering_cancellations off where off.gathering_id = sooner.id)))`
}

/** How many further times are to come after this one; none after one that was called off. */
export const timesAfter: RawBuilder<number> = sql<number>`case when gathering_cancellations.gathering_id is not null then 0 else (
  select count(*)::integer
  from gatherings later
  where later.series_id = gatherings.series_id
    and later.starts_at > gatherings.starts_at
    and not exists (select 1 from gathering_cancellations off where off.gathering_id = later.id)) end`
