import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import { heldFor } from './rules.ts'

/** One step of a story: an entry with the words that are still sealed beside it. */
export interface Step {
  entryId: string
  kind: string
  at: Date
  bodyName: string | null
  bodySlug: string | null
  /** The public words; null when they were removed, or when there never were any. */
  words: Readonly<Record<string, unknown>> | null
  /** The leaf: what the record itself says. */
  leaf: Readonly<Record<string, unknown>>
  /** Its place in the record; null until it was sequenced. */
  leafIndex: number | null
  /** The body it went to, or was asked of. */
  to: { name: string; slug: string } | null
  /** The matter it was merged into, or that was merged into it. */
  other: OtherMatter | null
  /** For a decision: days the body held it, and by how many that was over its promise. */
  held: { days: number; over: number } | null
}

export interface OtherMatter {
  number: number
  kind: string
  /** Null where the public may not read it. */
  title: string | null
  language: string
}

/** Every step of a matter, oldest first. */
export async function storyOf(db: Db, matterId: string): Promise<Step[]> {
  const { rows } = await sql<{
    steps: string
  }>`select ${stepsIn(sql`${matterId}::uuid`)} as steps ${kept}`.execute(db)
  return stepsFrom(rows[0]?.steps ?? '[]')
}

/** The steps as a part of a larger question, to be read by `stepsFrom`: with all that their leaves and words name. */
export function stepsIn(matterId: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(
    select coalesce(json_agg(json_build_object(
      'entryId', step.id, 'kind', step.kind, 'at', step.at, 'leaf', step.leaf, 'words', step.words,
      'bodyName', bodies.name, 'bodySlug', bodies.slug, 'leafIndex', step.leaf_index,
      'to', case when towards.id is not null then json_build_object('name', towards.name, 'slug', towards.slug) end,
      'other', other.told,
      'held', case when held.id is not null then
        json_build_object('receivedAt', held.received_at, 'dueAt', held.due_at, 'decidedAt', held.decided_at)
      end
    ) order by step.at, step.leaf_index nulls last, step.arrival), '[]')::text
    from (${entriesIn(matterId)}) as step
    left join bodies on bodies.id = step.body_id
    left join bodies as towards on towards.id = (step.leaf ->> 'to_body')::uuid
    left join lateral (
      select json_build_object(
        'number', number, 'kind', kind, 'language', language, 'title', case when visibility = 'public' then title end
      ) as told
      from matters
      where matters.id = (step.leaf ->> 'into')::uuid
        or matters.number = case when json_typeof(step.words -> 'from') = 'number' then (step.words ->> 'from')::bigint end
      limit 1
    ) as other on true
    left join lateral (
      select id, received_at, due_at, decided_at
      from custody
      where custody.matter_id = ${matterId} and decided_at = step.at and 'matter.' || outcome = step.kind
      limit 1
    ) as held on true
  )`
}

/**
 * The author's own words are in the entry of the receipt: unread while they are held, and once they were removed. Two of the same
 * moment come as they stand in the record, or wait for it.
 */
function entriesIn(matterId: RawBuilder<unknown>) {
  return sql`
    select
      entries.id, entries.kind, entries.at, entries.body_id, entries.leaf::json as leaf,
      record_leaves.leaf_index, unsequenced.arrival,
      case when receipts.entry_id is null or shown.id is not null then sealed.content::json end as words
    from entries
    left join sealed on sealed.entry_id = entries.id and sealed.part = 'public'
    left join receipts on receipts.entry_id = entries.id
    left join matters as shown on shown.id = entries.matter_id and shown.visibility = 'public'
    left join record_leaves on record_leaves.entry_id = entries.id
    left join unsequenced on unsequenced.entry_id = entries.id
    where entries.matter_id = ${matterId}`
}

interface Told extends Omit<Step, 'at' | 'held'> {
  at: string
  held: { receivedAt: string; dueAt: string; decidedAt: string } | null
}

export function stepsFrom(text: string): Step[] {
  const told = JSON.parse(text) as Told[]
  return told.map(({ at, held, ...step }) => ({
    ...step,
    at: new Date(at),
    held:
      held &&
      heldFor({
        receivedAt: new Date(held.receivedAt),
        dueAt: new Date(held.dueAt),
        decidedAt: new Date(held.decidedAt),
      }),
  }))
}

/** Where a matter is now, since when, and by when an answer is due. */
export interface OpenCustody {
  id: string
  bodyId: string
  bodySlug: string
  bodyName: string
  lineage: string[]
  receivedAt: Date
  dueAt: Date
  promiseDays: number
  consideredAt: Date | null
}

export async function openCustodyOf(db: Db, matterId: string): Promise<OpenCustody | null> {
  const { rows } = await sql<{ custody: string | null }>`
    select ${openCustodyIn(sql`${matterId}::uuid`)} as custody ${kept}`.execute(db)
  return openCustodyFrom(rows[0]?.custody ?? null)
}

/** The same as a part of a larger question, to be read by `openCustodyFrom`. */
export function openCustodyIn(matterId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(
    select json_build_object(
      'id', custody.id, 'bodyId', custody.body_id, 'bodySlug', bodies.slug, 'bodyName', bodies.name,
      'lineage', units.lineage, 'receivedAt', custody.received_at, 'dueAt', custody.due_at,
      'promiseDays', custody.promise_days, 'consideredAt', custody.considered_at
    )::text
    from custody
    join bodies on bodies.id = custody.body_id
    join units on units.id = bodies.unit_id
    where custody.matter_id = ${matterId} and custody.decided_at is null
  )`
}

export function openCustodyFrom(text: string | null): OpenCustody | null {
  if (text === null) return null
  const { receivedAt, dueAt, consideredAt, ...custody } = JSON.parse(text) as Record<Times, string> & {
    consideredAt: string | null
  } & Omit<OpenCustody, Times | 'consideredAt'>
  return {
    ...custody,
    receivedAt: new Date(receivedAt),
    dueAt: new Date(dueAt),
    consideredAt: consideredAt === null ? null : new Date(consideredAt),
  }
}

type Times = 'receivedAt' | 'dueAt'
