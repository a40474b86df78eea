import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { mayModerate } from './policy.ts'

/** What waits at one body because it came in a flood. */
export interface Flood {
  bodyId: string
  body: string
  slug: string
  lineage: string[]
  count: number
  dueAt: Date
}

/** The floods that wait for this moderator, by body: counted from an index, however many they are. */
export async function floodsFor(db: Db, viewer: Viewer): Promise<Flood[]> {
  const { rows } = await sql<Omit<Flood, 'dueAt'> & { dueAt: string }>`
    select bodies.id as body_id, bodies.name as body, bodies.slug, units.lineage, waiting.count, waiting.due_at
    from (
      select body_id, count(*)::int as count, min(due_at) as due_at
      from moderation_cases
      where decided_at is null and reason = 'flood'
      group by body_id
    ) as waiting
    join bodies on bodies.id = waiting.body_id
    join units on units.id = bodies.unit_id
    order by waiting.due_at`.execute(db)
  return rows
    .filter((flood) => mayModerate(viewer, flood) === 'allowed')
    .map((flood) => ({ ...flood, dueAt: new Date(flood.dueAt) }))
}

const SAMPLES = 8

export interface FloodSample {
  number: number
  caseId: string
  words: string
}

/** A few of them, as they came to hand. */
export async function samplesOf(db: Db, bodyId: string): Promise<FloodSample[]> {
  const rows = await db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .innerJoin('receipts', 'receipts.matterId', 'matters.id')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'receipts.entryId').on('sealed.part', '=', 'public'),
    )
    .select(['matters.number', 'moderationCases.id as caseId', 'sealed.content'])
    .where('moderationCases.bodyId', '=', bodyId)
    .where('moderationCases.reason', '=', 'flood')
    .where('moderationCases.decidedAt', 'is', null)
    .limit(SAMPLES)
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, words: shortOf(content) }))
}

const LONGEST = 240

function shortOf(content: string | null): string {
  if (content === null) return ''
  const { title, words } = JSON.parse(content) as { title?: unknown; words?: unknown }
  const said = Array.isArray(words) ? words.map((one) => String(one?.words ?? '')) : [String(words ?? '')]
  return [title, ...said]
    .filter((text) => text !== undefined && text !== '')
    .join(' · ')
    .slice(0, LONGEST)
    .toWellFormed()
}

/** Decisions that are still being carried out at a body: how many cases, and how many are left. */
export async function underwayAt(db: Db, bodyId: string): Promise<{ cases: number; left: number }[]> {
  const { rows } = await sql<{ cases: number; left: number }>`
    select cases, (select count(*)::int from flood_decision_cases c where c.decision_id = d.id) as left
    from flood_decisions d
    where body_id = ${bodyId} and ended_at is null`.execute(db)
  return rows
}
