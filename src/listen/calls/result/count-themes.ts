import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { isoSecond } from '#core/time/days.ts'
import { counted } from './counted-answers.ts'
import type { ThemeDecision, ThemeFigures } from './figures.ts'
import { type Quotation, quotationsOfThemes } from './quotations-of-themes.ts'
import { type Readings, readingsOf } from './readings-of-themes.ts'
import { countedAndRises } from './rises-of-themes.ts'

export interface ThemesOfQuestion {
  themes: ThemeFigures[]
  /** Answers that are in some theme. */
  placed: number
  agreement: unknown
  run: unknown
}

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
