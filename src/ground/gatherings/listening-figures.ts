import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { FEWEST_TOLD } from './count-people.ts'

/** What a unit with everything below it held and heard in a stretch of time; the page `/listening` defines each figure. */
export interface ListeningFigures {
  /** Gatherings that ended in that time and were not called off. */
  held: number
  /** People at those of them where at least five were counted. */
  people: number
  /** Things written down there. */
  heard: number
  /** Of these: accepted, answered or merged into what lives on. */
  answered: number
  refused: number
  /** Of these: still with a body. */
  open: number
}

export interface Stretch {
  from: Date
  to: Date
}

/**
 * Figures of a unit and all below it. Gatherings are found by the units' own index, things heard by theirs, outcomes by key: what
 * it costs hangs on what was held there and never on how much the whole house holds.
 */
export async function listeningFiguresOf(
  db: Db,
  { unitId, from, to }: Stretch & { unitId: string },
): Promise<ListeningFigures> {
  const { rows } = await sql<ListeningFigures>`
    with held as materialized (
      select gatherings.id, gatherings.people_there
      from units
      join gatherings on gatherings.unit_id = units.id and gatherings.starts_at >= ${from} and gatherings.starts_at < ${to}
      where units.lineage @> array[${unitId}::uuid]
        and gatherings.ends_at <= ${to}
        and not exists (select from gathering_cancellations where gathering_id = gatherings.id)
    )
    select
      (select count(*) from held)::integer as held,
      (select coalesce(sum(people_there) filter (where people_there >= ${FEWEST_TOLD}), 0) from held)::integer as people,
      count(*)::integer as heard,
      (count(*) filter (where matters.closing_outcome in ('accepted', 'answered', 'merged')))::integer as answered,
      (count(*) filter (where matters.closing_outcome = 'refused'))::integer as refused,
      (count(*) filter (where matters.closed_at is null))::integer as open
    from held
    join things_heard on things_heard.gathering_id = held.id
    join matters on matters.id = things_heard.matter_id`.execute(db)
  return rows[0] ?? { held: 0, people: 0, heard: 0, answered: 0, refused: 0, open: 0 }
}
