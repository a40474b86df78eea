import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** A thing heard, as lists show it. */
export interface Heard {
  matterId: string
  number: number
  kind: string
  /** Null while held, and once it was lawfully removed. */
  title: string | null
  language: string
  openedAt: Date
  closingOutcome: string | null
  isAnswer: boolean
  receivedAt: Date | null
  dueAt: Date | null
  consideredAt: Date | null
  gatheringNumber: number
  gatheringTitle: string
}

const MOST_AT_ONE = 1_000

/** Everything heard at one gathering, in the order of the public numbers. */
export async function heardAt(
  db: Db,
  gatheringId: string,
): Promise<Pick<Heard, 'number' | 'kind' | 'title' | 'language'>[]> {
  const { rows } = await sql<Pick<Heard, 'number' | 'kind' | 'title' | 'language'>>`
    select matters.number, matters.kind, matters.language,
      case when matters.visibility = 'public' then matters.title end as title
    from things_heard
    join matters on matters.id = things_heard.matter_id
    where things_heard.gathering_id = ${gatheringId}
    order by matters.number
    limit ${MOST_AT_ONE}`.execute(db)
  return rows
}

export interface HeardPage {
  heard: Heard[]
  /** The number to ask for what is before it; null on the last page. */
  next: number | null
}

/** Everything heard in a unit and below it, the newest gathering first. */
export async function heardInUnit(
  db: Db,
  { unitId, before, most }: { unitId: string; before: number | null; most: number },
): Promise<HeardPage> {
  const { rows } = await sql<Heard>`
    with here as materialized (
      select things_heard.matter_id, things_heard.gathering_id
      from units
      join gatherings on gatherings.unit_id = units.id
      join things_heard on things_heard.gathering_id = gatherings.id
      where units.lineage @> array[${unitId}::uuid]
    ), latest as materialized (
      select matters.*, here.gathering_id
      from here
      join matters on matters.id = here.matter_id
      where ${before}::bigint is null or matters.number < ${before}::bigint
      order by matters.number desc
      limit ${most + 1}
    )
    select latest.id as matter_id, latest.number, latest.kind, latest.language, latest.opened_at, latest.closing_outcome,
      case when latest.visibility = 'public' then latest.title end as title,
      latest.parent_id is not null as is_answer, custody.received_at, custody.due_at, custody.considered_at,
      works.number as gathering_number, coalesce(works.title, '') as gathering_title
    from latest
    join works on works.id = latest.gathering_id
    left join lateral (
      select received_at, due_at, considered_at from custody
      where custody.matter_id = latest.id and custody.decided_at is null
    ) as custody on true
    order by latest.number desc`.execute(db)
  const heard = rows.slice(0, most)
  return { heard, next: rows.length > most ? (heard.at(-1)?.number ?? null) : null }
}
