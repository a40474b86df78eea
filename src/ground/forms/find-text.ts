import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { findPublished, type PublishedText } from '#ground/translations/published-text.ts'

interface Place {
  bodyId: string
  lineage: readonly string[]
}

/** A published text that may have further forms, with the bodies whose clerks may add them. */
export interface Text {
  id: string
  sort: PublishedText['sort']
  number: number
  kind: string
  title: string | null
  language: string
  places: readonly Place[]
}

/** The matter, gathering or theme of a number; null for one that nobody can read. */
export async function findText(db: Db, number: string | undefined): Promise<Text | null> {
  if (number === undefined || !/^[1-9]\d{0,14}$/.test(number)) return null
  const text = await findPublished(db, { number: Number(number) })
  if (!text) return null
  const { id, sort, kind, title, language } = text
  const places = await (sort === 'matter' ? placesOfMatter(db, id) : placesOfWork(db, id))
  return { id, sort, number: Number(number), kind, title, language, places }
}

/** Of the body that has it, or had it last (an answer's call), and of the front desk. */
function placesOfMatter(db: Db, id: string): Promise<Place[]> {
  return placesWhere(
    db,
    sql`bodies.id = (
      select custody.body_id from custody
      where custody.matter_id = (select coalesce(parent_id, id) from matters where id = ${id})
      order by custody.received_at desc limit 1)`,
  )
}

/** Of the body whose gathering it is, or that asked the call of the theme, and of the front desk. */
function placesOfWork(db: Db, id: string): Promise<Place[]> {
  return placesWhere(
    db,
    sql`bodies.id in (
      select body_id from gatherings where id = ${id}
      union all
      select calls.body_id from call_themes
      join call_questions on call_questions.id = call_themes.question_id
      join calls on calls.id = call_questions.call_id
      where call_themes.id = ${id})`,
  )
}

async function placesWhere(db: Db, itsBody: RawBuilder<unknown>): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select bodies.id as body_id, units.lineage
    from bodies join units on units.id = bodies.unit_id
    where bodies.is_front_desk or ${itsBody}`.execute(db)
  return rows
}
