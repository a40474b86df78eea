import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { KeptFigures } from '#core/db/kept-figures.ts'
import { addDays } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'

export const COUNTED_DAYS = 365

/** How a body kept its promise in the last twelve months; what each figure means stands in the messages `how…`. */
export interface BodyFigures {
  since: Date
  /** Stays that were looked at: those decided since, and all that are open. */
  looked: number
  /** Decided, or open past its promise. */
  counted: number
  kept: number
  medianDays: number | null
  longest: { days: number; number: number; path: string; isOpen: boolean } | null
  deferrals: number
  outcomes: { outcome: string; count: number }[]
  verdicts: { yes: number; partly: number; no: number }
}

/** Of a body that decides some thousands a year, or has as many before it, they are up to a minute old. */
export function figuresOf(db: Db, body: { bodyId: string; now: Date }): Promise<BodyFigures> {
  return kept.get(db, { key: body.bodyId, now: body.now, count: () => countFigures(db, body) })
}

const LARGE = 2_000
const kept = new KeptFigures<BodyFigures>(({ looked }) => looked > LARGE)

async function countFigures(db: Db, { bodyId, now }: { bodyId: string; now: Date }): Promise<BodyFigures> {
  const asked = { bodyId, now, since: addDays(now, -COUNTED_DAYS) }
  const [summary, longest, outcomes, verdicts] = await Promise.all([
    summaryOf(db, asked),
    longestOf(db, asked),
    outcomesOf(db, asked),
    verdictsOf(db, asked),
  ])
  return { since: asked.since, ...summary, longest, outcomes, verdicts }
}

interface Asked {
  bodyId: string
  now: Date
  since: Date
}

async function summaryOf(db: Db, { bodyId, now, since }: Asked) {
  const { rows } = await sql<{
    looked: number
    counted: number
    kept: number
    medianDays: number | null
    deferrals: number | null
  }>`
    select
      count(*) as looked,
      count(*) filter (where decided_at is not null or promised_by < ${now}) as counted,
      count(*) filter (where decided_at <= promised_by) as kept,
      floor(percentile_disc(0.5) within group (order by extract(epoch from decided_at - arrived_at)) / 86400)::int
        as "medianDays",
      sum(deferrals)::int as deferrals
    from stays
    where body_id = ${bodyId}
      and outcome is distinct from 'withdrawn'
      and (decided_at is null or decided_at >= ${since})`.execute(db)
  const [row] = rows
  return {
    looked: row?.looked ?? 0,
    counted: row?.counted ?? 0,
    kept: row?.kept ?? 0,
    medianDays: row?.medianDays ?? null,
    deferrals: row?.deferrals ?? 0,
  }
}

async function longestOf(db: Db, { bodyId, now, since }: Asked): Promise<BodyFigures['longest']> {
  const { rows } = await sql<{ days: number; number: number; kind: string; isOpen: boolean }>`
    select
      floor(extract(epoch from coalesce(decided_at, ${now}) - arrived_at) / 86400)::int as days,
      matters.number,
      matters.kind,
      decided_at is null as "isOpen"
    from stays
    join matters on matters.id = stays.matter_id
    where body_id = ${bodyId}
      and outcome is distinct from 'withdrawn'
      -- What the next line says, in the words of the indexes.
      and (decided_at is null or decided_at >= ${since})
      and (decided_at is not null or promised_by < ${now})
    order by coalesce(decided_at, ${now}) - arrived_at desc, matters.number
    limit 1`.execute(db)
  const [row] = rows
  return row ? { days: row.days, number: row.number, path: pathTo(row), isOpen: row.isOpen } : null
}

async function outcomesOf(db: Db, { bodyId, since }: Asked): Promise<BodyFigures['outcomes']> {
  const rows = await db
    .selectFrom('custody')
    .select(['outcome', (eb) => eb.fn.countAll<number>().as('count')])
    .where('bodyId', '=', bodyId)
    .where('decidedAt', '>=', since)
    .groupBy('outcome')
    .orderBy('count', 'desc')
    .orderBy('outcome')
    .execute()
  return rows.map(({ outcome, count }) => ({ outcome: outcome ?? '', count }))
}

async function verdictsOf(db: Db, { bodyId, since }: Asked): Promise<BodyFigures['verdicts']> {
  const rows = await db
    .selectFrom('answerVerdicts')
    .innerJoin('custody', 'custody.id', 'answerVerdicts.custodyId')
    .select(['answerVerdicts.verdict', (eb) => eb.fn.countAll<number>().as('count')])
    .where('custody.bodyId', '=', bodyId)
    .where('custody.decidedAt', '>=', since)
    .groupBy('answerVerdicts.verdict')
    .execute()
  const of = (verdict: string) => rows.find((row) => row.verdict === verdict)?.count ?? 0
  return { yes: of('yes'), partly: of('partly'), no: of('no') }
}
