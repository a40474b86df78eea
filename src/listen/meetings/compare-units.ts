import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { FEWEST_TOLD } from '#ground/gatherings/count-people.ts'
import type { Stretch } from '#ground/gatherings/listening-figures.ts'

/** A unit in the comparison, with everything below it. */
export interface ComparedUnit {
  slug: string
  name: string
  /** Null while nobody counted; never shown, only its band is. */
  members: number | null
  held: number
  people: number
  heard: number
  answered: number
  open: number
}

/**
 * Every open unit of a kind with what it and all below it held and heard. Gatherings of the time are summed once by their unit,
 * then handed up the tree: what it costs hangs on gatherings and things heard in that time, not on units times gatherings.
 */
export async function compareUnits(
  db: Db,
  { kind, from, to }: Stretch & { kind: string },
): Promise<ComparedUnit[]> {
  const { rows } = await sql<ComparedUnit>`
    with held as materialized (
      select gatherings.id, gatherings.unit_id, gatherings.people_there
      from gatherings
      where gatherings.starts_at >= ${from} and gatherings.starts_at < ${to} and gatherings.ends_at <= ${to}
        and not exists (select from gathering_cancellations where gathering_id = gatherings.id)
    ), heard as (
      select held.unit_id, count(*) as heard,
        count(*) filter (where matters.closing_outcome in ('accepted', 'answered', 'merged')) as answered,
        count(*) filter (where matters.closed_at is null and matters.parent_id is null) as open
      from held
      join things_heard on things_heard.gathering_id = held.id
      join matters on matters.id = things_heard.matter_id
      group by held.unit_id
    ), own as (
      select unit_id, count(*) as held, coalesce(sum(people_there) filter (where people_there >= ${FEWEST_TOLD}), 0) as people
      from held
      group by unit_id
    ), above as (
      select ancestor.id, sum(own.held) as held, sum(own.people) as people, sum(heard.heard) as heard,
        sum(heard.answered) as answered, sum(heard.open) as open
      from own
      left join heard on heard.unit_id = own.unit_id
      join units on units.id = own.unit_id
      cross join lateral unnest(units.lineage) as ancestor (id)
      group by ancestor.id
    )
    select units.slug, units.name, unit_sizes.members,
      coalesce(above.held, 0)::integer as held, coalesce(above.people, 0)::integer as people,
      coalesce(above.heard, 0)::integer as heard, coalesce(above.answered, 0)::integer as answered,
      coalesce(above.open, 0)::integer as open
    from units
    left join unit_sizes on unit_sizes.unit_id = units.id
    left join above on above.id = units.id
    where units.kind = ${kind} and units.closed_on is null
    order by held desc, units.name, units.slug`.execute(db)
  return rows
}

/** Kinds of unit that stand in the tree today, the most numerous first. */
export async function comparableKinds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('units')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .where('closedOn', 'is', null)
    .groupBy('kind')
    .orderBy('count', 'desc')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** Counts the members of each unit with everything below it, once an hour: memberships are many, and their number changes slowly. */
export async function countMembers(db: Db, now: Date): Promise<void> {
  await sql`
    insert into unit_sizes (unit_id, members, counted_at)
    select units.id, coalesce(sum(own.members), 0)::integer, ${now}
    from units
    left join (
      select below.id as unit_id, below.lineage, count(*) as members
      from memberships
      join units below on below.id = memberships.unit_id
      where memberships.to_on is null or memberships.to_on >= ${now}::date
      group by below.id
    ) as own on own.lineage @> array[units.id]
    group by units.id
    on conflict (unit_id) do update set members = excluded.members, counted_at = excluded.counted_at
    where unit_sizes.members <> excluded.members`.execute(db)
}
