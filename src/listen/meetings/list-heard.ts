import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { timeCursorOf, timeCursorText } from '#core/http/time-cursor.ts'

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
  gatheringLanguage: string
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
  /** Opaque; null on the last page. */
  next: string | null
}

/**
 * Everything heard in a unit and below it, what was entered last first. The page is cut out of what was heard before matters are
 * looked at, so that a whole country costs a page of them too.
 */
export async function heardInUnit(
  db: Db,
  { unitId, before, most }: { unitId: string; before: string | undefined; most: number },
): Promise<HeardPage> {
  const cursor = timeCursorOf(before)
  const { rows } = await sql<Heard & { enteredAt: Date }>`
    with page as materialized (
      select things_heard.matter_id, things_heard.gathering_id, things_heard.entered_at
      from units
      join gatherings on gatherings.unit_id = units.id
      join things_heard on things_heard.gathering_id = gatherings.id
      where units.lineage @> array[${unitId}::uuid]
        and (${cursor?.at ?? null}::timestamptz is null
          or (things_heard.entered_at, things_heard.matter_id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
      order by things_heard.entered_at desc, things_heard.matter_id desc
      limit ${most + 1}
    )
    select matters.id as matter_id, matters.number, matters.kind, matters.language, matters.opened_at, matters.closing_outcome,
      case when matters.visibility = 'public' then matters.title end as title,
      matters.parent_id is not null as is_answer, custody.received_at, custody.due_at, custody.considered_at,
      works.number as gathering_number, coalesce(works.title, '') as gathering_title, works.language as gathering_language, page.entered_at
    from page
    join matters on matters.id = page.matter_id
    join works on works.id = page.gathering_id
    left join custody on custody.matter_id = matters.id and custody.decided_at is null
    order by page.entered_at desc, page.matter_id desc`.execute(db)
  const heard = rows.slice(0, most)
  const last = heard.at(-1)
  return { heard, next: rows.length > most && last ? timeCursorText(last.enteredAt, last.matterId) : null }
}
