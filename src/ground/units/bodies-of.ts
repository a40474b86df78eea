import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { UNPROMISED_DAYS } from '#ground/bodies/queries.ts'

/** A body of a unit, with what it promises and what waits there. */
export interface BodyOfUnit {
  slug: string
  name: string
  unitId: string
  promiseDays: number
  open: number
  overdue: number
}

/** Open bodies of these units, by name. */
export async function bodiesOf(
  db: Db,
  { unitIds, now }: { unitIds: readonly string[]; now: Date },
): Promise<BodyOfUnit[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<BodyOfUnit>`
    select bodies.slug, bodies.name, bodies.unit_id, coalesce(promise.days, ${UNPROMISED_DAYS}::int) as promise_days,
      hand.open, hand.overdue
    from bodies
    left join lateral (
      select days from body_promises
      where body_id = bodies.id and from_at <= ${now}
      order by from_at desc
      limit 1
    ) as promise on true
    cross join lateral (
      select count(*) as open, count(*) filter (where due_at < ${now}) as overdue
      from custody
      where body_id = bodies.id and decided_at is null
    ) as hand
    where bodies.unit_id = any(${unitIds})
      and bodies.closed_on is null
    order by bodies.name`.execute(db)
  return rows
}
