import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { isoSecond } from '#core/time/days.ts'
import { counted, levelNamed, levelOf } from './counted-answers.ts'
import type { ThemeDecision, ThemeFigures } from './figures.ts'

export interface ThemesOfQuestion {
  themes: ThemeFigures[]
  /** Answers that are in some theme. */
  placed: number
  agreement: unknown
  run: unknown
}

const MOST_QUOTATIONS = 4
const MOST_WORDS = 8

/** The themes of each open question with everything a result says of them, largest first, parts after their whole. */
export async function countThemes(db: Db | Tx, callId: string): Promise<Map<string, ThemesOfQuestion>> {
  const [rows, readings, quotations, placed, runs, agreements] = [
    await themesOf(db, callId),
    await readingsOf(db, callId),
    Map.groupBy(await quotationsOfThemes(db, callId), ({ themeId }) => themeId),
    await placedIn(db, callId),
    await runsOf(db, callId),
    await agreementsOf(db, callId),
  ]
  const questions = new Set([
    ...rows.map(({ questionId }) => questionId),
    ...runs.keys(),
    ...agreements.keys(),
  ])
  return new Map(
    [...questions].map((questionId) => [
      questionId,
      {
        themes: rows
          .filter((row) => row.questionId === questionId)
          .map((row) => themeFigures(row, readings.get(row.id), quotations.get(row.id) ?? [])),
        placed: placed.get(questionId) ?? 0,
        agreement: agreements.get(questionId) ?? null,
        run: runs.get(questionId) ?? null,
      },
    ]),
  )
}

interface ThemeRow {
  id: string
  questionId: string
  number: number
  title: string
  isNamed: boolean
  isSmall: boolean
  partOf: number | null
  words: string[]
  about: string
  answers: number
  outcome: ThemeDecision['outcome'] | null
  reason: string
  language: string
  onDay: string | null
  decidedAt: Date
  leadsNumber: number | null
  leadsKind: string
  leadsTitle: string | null
}

function themeFigures(row: ThemeRow, readings: Readings | undefined, quotations: Quotation[]): ThemeFigures {
  const { number, title, words, about, answers } = row
  return {
    number,
    title,
    is_named: row.isNamed,
    is_small: row.isSmall,
    part_of: row.partOf,
    words: words.slice(0, MOST_WORDS),
    about,
    answers,
    stances: readings?.stances ?? null,
    sentiments: readings?.sentiments ?? null,
    quotations: quotations.map(({ answer, language, passage }) => ({ answer, language, passage })),
    decision: row.outcome === null ? null : decisionOf(row, row.outcome),
  }
}

function decisionOf(row: ThemeRow, outcome: ThemeDecision['outcome']): ThemeDecision {
  const { reason, language, onDay, leadsNumber, leadsKind, leadsTitle, decidedAt } = row
  return {
    outcome,
    reason,
    language,
    on_day: onDay,
    leads_to: leadsNumber === null ? null : { number: leadsNumber, kind: leadsKind, title: leadsTitle },
    decided_at: isoSecond(decidedAt),
  }
}

/** Every theme with the one it counts in besides itself: the theme it is part of, or was merged into. */
const rises = (callId: string) => sql`
  rises as (
    select call_themes.id, call_themes.id as into_id
    from call_themes
    join call_questions on call_questions.id = call_themes.question_id
    where call_questions.call_id = ${callId}
    union
    select rises.id, coalesce(call_themes.merged_into, call_themes.parent_id)
    from rises
    join call_themes on call_themes.id = rises.into_id
    where coalesce(call_themes.merged_into, call_themes.parent_id) is not null
  )`

/** `counted` begins with "with"; what is recursive must say so at the beginning of all. */
function countedAndRises(callId: string) {
  return sql`with recursive ${rises(callId)}, counted_ids as materialized (${counted(callId)} select id, number, language from counted)`
}

async function themesOf(db: Db | Tx, callId: string): Promise<ThemeRow[]> {
  const { rows } = await sql<ThemeRow>`
    ${countedAndRises(callId)}, sizes as (
      select rises.into_id, count(distinct answer_themes.answer_id) as answers
      from rises
      join answer_themes on answer_themes.theme_id = rises.id
      join counted_ids on counted_ids.id = answer_themes.answer_id
      group by rises.into_id
    )
    select
      call_themes.id, call_themes.question_id as "questionId", works.number, coalesce(works.title, nullif(call_themes.label, ''), '#' || works.number) as title,
      call_themes.is_named as "isNamed", call_themes.is_small as "isSmall", parents.number as "partOf", call_themes.words,
      call_themes.about, coalesce(sizes.answers, 0) as answers,
      decisions.outcome, decisions.reason, decisions.language, decisions.on_day as "onDay", decisions.decided_at as "decidedAt",
      led.number as "leadsNumber", led.kind as "leadsKind", led.title as "leadsTitle"
    from call_themes
    join call_questions on call_questions.id = call_themes.question_id
    join works on works.id = call_themes.id
    left join works as parents on parents.id = call_themes.parent_id
    left join sizes on sizes.into_id = call_themes.id
    left join lateral (
      select outcome, reason, language, on_day, leads_to, decided_at
      from theme_decisions
      where theme_id = call_themes.id
      order by decided_at desc
      limit 1
    ) as decisions on true
    left join matters as led on led.id = decisions.leads_to and led.visibility = 'public'
    where call_questions.call_id = ${callId} and call_themes.merged_into is null and call_themes.ended_at is null
      and coalesce(sizes.answers, 0) > 0
    order by answers desc, works.number`.execute(db)
  return rows
}

interface Readings {
  stances: Record<string, number> | null
  sentiments: Record<string, number> | null
}

const NOT_ASSESSED = 'not assessed'

async function readingsOf(db: Db | Tx, callId: string): Promise<Map<string, Readings>> {
  const { rows } = await sql<{
    themeId: string
    sort: 'stances' | 'sentiments'
    value: string
    count: number
  }>`
    ${countedAndRises(callId)}, placed as materialized (
      select distinct rises.into_id as theme_id, answer_themes.answer_id, call_themes.question_id
      from rises
      join answer_themes on answer_themes.theme_id = rises.id
      join counted_ids on counted_ids.id = answer_themes.answer_id
      join call_themes on call_themes.id = rises.into_id
    )
    select
      placed.theme_id as "themeId",
      case grouping(stance) when 0 then 'stances' else 'sentiments' end as sort,
      coalesce(stance, sentiment) as value,
      count(*) as count
    from placed
    join answer_readings on answer_readings.answer_id = placed.answer_id and answer_readings.question_id = placed.question_id
    group by grouping sets ((placed.theme_id, stance), (placed.theme_id, sentiment))
    order by count desc`.execute(db)
  const found = new Map<string, Readings>()
  for (const [themeId, all] of Map.groupBy(rows, (row) => row.themeId)) {
    const of = (sort: string) => {
      const counts = all.filter((row) => row.sort === sort).map(({ value, count }) => [value, count] as const)
      const isAssessed = counts.some(([value]) => value !== NOT_ASSESSED)
      return isAssessed ? Object.fromEntries(counts) : null
    }
    found.set(themeId, { stances: of('stances'), sentiments: of('sentiments') })
  }
  return found
}

interface Quotation {
  themeId: string
  /** The theme's number. */
  theme: number
  answer: number
  language: string
  passage: string
}

/** Passages that the team marked, of people whose agreement lets them be quoted; what several said in the same words stands once. */
export async function quotationsOfThemes(db: Db | Tx, callId: string): Promise<Quotation[]> {
  const { rows } = await sql<Quotation>`
    ${countedAndRises(callId)}
    select themeId as "themeId", theme, answer, language, passage
    from (
      select *, row_number() over (partition by themeId order by marked_at, answer) as place
      from (
        select distinct on (theme_quotations.theme_id, theme_quotations.passage)
          theme_quotations.theme_id as themeId, works.number as theme, counted_ids.number as answer, counted_ids.language,
          theme_quotations.passage, theme_quotations.marked_at
        from theme_quotations
        join works on works.id = theme_quotations.theme_id
        join counted_ids on counted_ids.id = theme_quotations.answer_id
        join answers on answers.id = theme_quotations.answer_id
        where theme_quotations.passage is not null and ${levelOf} >= ${levelNamed('quotations')}
        order by theme_quotations.theme_id, theme_quotations.passage, theme_quotations.marked_at, counted_ids.number
      ) as different
    ) as marked
    where place <= ${MOST_QUOTATIONS}
    order by place`.execute(db)
  return rows
}

async function placedIn(db: Db | Tx, callId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ questionId: string; count: number }>`
    ${counted(callId)}
    select call_themes.question_id as "questionId", count(distinct counted.id) as count
    from counted
    join answer_themes on answer_themes.answer_id = counted.id
    join call_themes on call_themes.id = answer_themes.theme_id
    group by call_themes.question_id`.execute(db)
  return new Map(rows.map(({ questionId, count }) => [questionId, count]))
}

async function runsOf(db: Db | Tx, callId: string): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ questionId: string; figures: string | null }>`
    select distinct on (question_id) question_id as "questionId", figures::text as figures
    from theming_runs
    join call_questions on call_questions.id = theming_runs.question_id
    where call_questions.call_id = ${callId} and ended_at is not null and failed is null
    order by question_id, ended_at desc`.execute(db)
  return new Map(rows.map(({ questionId, figures }) => [questionId, figures && JSON.parse(figures)]))
}

async function agreementsOf(db: Db | Tx, callId: string): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ questionId: string; agreement: string | null }>`
    select distinct on (question_id) question_id as "questionId", agreement::text as agreement
    from coding_samples
    join call_questions on call_questions.id = coding_samples.question_id
    where call_questions.call_id = ${callId} and closed_at is not null
    order by question_id, closed_at desc`.execute(db)
  return new Map(rows.map(({ questionId, agreement }) => [questionId, agreement && JSON.parse(agreement)]))
}
