import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Outcome } from './themes-of.ts'

/** A matter that something led to. */
export interface LedTo {
  number: number
  kind: string
  title: string | null
  language: string
}

export interface StepDecision {
  outcome: Outcome
  reason: string
  language: string
  bodyName: string
  onDay: string | null
  decidedAt: Date
  leadsTo: LedTo | null
}

/** A theme an answer is in, with whom, and what was decided about it, oldest first. */
export interface ThemeOfAnswer {
  number: number
  /** Null until people named it. */
  name: string | null
  language: string
  /** Other answers in it that anybody may read. */
  others: number
  decisions: StepDecision[]
}

/** The story of an answer after it was read: with how many others in which themes, what became of them, and of itself. */
export interface AnswerSteps {
  themes: ThemeOfAnswer[]
  /** About this answer alone. */
  decisions: StepDecision[]
}

/**
 * What became of an answer, made of links: one decision on a theme is one entry, told here to each answer in it. A broad theme is
 * told where something was decided about it; names that nobody gave are left out.
 */
export async function answerSteps(db: Db, answerId: string): Promise<AnswerSteps> {
  const [{ rows: themes }, { rows: own }] = await Promise.all([
    themesOfAnswer(db, answerId),
    decisionsOf(db, answerId),
  ])
  return {
    themes: themes.map(({ decisions, ...theme }) => ({ ...theme, decisions: (decisions ?? []).map(dated) })),
    decisions: own.map(dated),
  }
}

type Undated = Omit<StepDecision, 'decidedAt'> & { decidedAt: string | Date }

const dated = (decision: Undated): StepDecision => ({ ...decision, decidedAt: new Date(decision.decidedAt) })

const LED_TO = sql`case when m.id is null then null else json_build_object(
  'number', m.number, 'kind', m.kind, 'title', case when m.visibility = 'public' then m.title end, 'language', m.language) end`

function themesOfAnswer(db: Db, answerId: string) {
  return sql<Omit<ThemeOfAnswer, 'decisions'> & { decisions: Undated[] | null }>`
    select works.number, works.title as name, works.language, greatest(counted.size - 1, 0) as others, decided.decisions
    from answers_in_themes placed
    join call_themes t on t.id = placed.theme_id
    join works on works.id = t.id
    left join answer_themes own on own.answer_id = placed.answer_id and own.theme_id = t.id
    cross join lateral (
      select count(*) as size from answers_in_themes all_in where all_in.theme_id = t.id and all_in.is_readable
    ) as counted
    left join lateral (
      select json_agg(json_build_object(
        'outcome', d.outcome, 'reason', d.reason, 'language', d.language, 'bodyName', b.name, 'onDay', d.on_day,
        'decidedAt', d.decided_at, 'leadsTo', ${LED_TO}) order by d.decided_at, d.id) as decisions
      from theme_decisions d
      join bodies b on b.id = d.body_id
      left join matters m on m.id = d.leads_to
      where d.theme_id = t.id
    ) as decided on true
    where placed.answer_id = ${answerId} and placed.is_readable and t.ended_at is null and t.merged_into is null
      and (own.rank is not null or decided.decisions is not null)
    order by own.rank nulls last, works.number`.execute(db)
}

function decisionsOf(db: Db, answerId: string) {
  return sql<Undated>`
    select d.outcome, d.reason, d.language, b.name as "bodyName", d.on_day as "onDay", d.decided_at as "decidedAt",
      ${LED_TO} as "leadsTo"
    from answer_decisions d
    join bodies b on b.id = d.body_id
    left join matters m on m.id = d.leads_to
    where d.answer_id = ${answerId}
    order by d.decided_at, d.id`.execute(db)
}
