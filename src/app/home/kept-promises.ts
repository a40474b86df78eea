import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { KeptFigures } from '#core/db/kept-figures.ts'
import { addDays } from '#core/time/days.ts'

export const COUNTED_DAYS = 90

/** How bodies kept their promises lately; the base stands beside every figure. */
export interface KeptPromises {
  /** Custodies decided in the last 90 days; deferrals count, passing on too. */
  decided: number
  keptInTime: number
  /** Days from arrival to decision: the middle one and the longest. Null when nothing was decided. */
  middleDays: number | null
  longestDays: number | null
  /** Open past their promise today. */
  overdue: number
}

/** In a house that decides tens of thousands in a quarter they are up to a minute old. */
export function keptPromises(db: Db, now: Date): Promise<KeptPromises> {
  return kept.get(db, { key: 'house', now, count: () => countPromises(db, now) })
}

const LARGE = 20_000
const kept = new KeptFigures<KeptPromises>(({ decided }) => decided > LARGE)

/** Two questions, each answered from an index alone, however many custodies there ever were. */
async function countPromises(db: Db, now: Date): Promise<KeptPromises> {
  const since = addDays(now, -COUNTED_DAYS)
  const [decided, overdue] = await Promise.all([
    sql<Omit<KeptPromises, 'overdue'>>`
      select
        count(*) as decided,
        count(*) filter (where decided_at <= due_at) as kept_in_time,
        percentile_disc(0.5) within group (order by extract(epoch from decided_at - received_at) / 86400)::float8
          as middle_days,
        (max(extract(epoch from decided_at - received_at) / 86400))::float8 as longest_days
      from custody
      where decided_at >= ${since}`.execute(db),
    sql<{ overdue: number }>`
      select count(*) as overdue
      from custody
      where decided_at is null
        and due_at < ${now}`.execute(db),
  ])
  const [figures] = decided.rows
  return {
    ...(figures ?? { decided: 0, keptInTime: 0, middleDays: null, longestDays: null }),
    overdue: overdue.rows[0]?.overdue ?? 0,
  }
}
