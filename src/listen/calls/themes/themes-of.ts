import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'

export const OUTCOMES = ['taken-up', 'not-taken-up', 'done', 'answered'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What the asking body decided about a theme, with where it leads. */
export interface ThemeDecision {
  outcome: Outcome
  reason: string
  language: string
  onDay: string | null
  decidedAt: Date
  leadsTo: { number: number; kind: string; title: string | null; language: string } | null
}

/** A theme as lists and its own page need it. */
export interface Theme {
  id: string
  number: number
  questionId: string
  parentId: string | null
  /** Given by people; null until then. */
  name: string | null
  about: string
  language: string
  /** Words that stand out; none while somebody's words have just gone and they are not yet read anew. */
  words: string[]
  isNamed: boolean
  isSmall: boolean
  /** Answers in it that anybody may read now; of a broad theme those of its parts. */
  size: number
  version: number
  endedAt: Date | null
  mergedInto: number | null
  decision: ThemeDecision | null
  /** Its name in the reader's language, where it was translated and is asked for. */
  inLanguage?: { name: string; language: string; shownAs: string }
}

/** The themes that stand for one question, the largest first. */
export async function themesOf(db: Db | Tx, questionId: string): Promise<Theme[]> {
  const isStanding = sql`t.question_id = ${questionId} and t.ended_at is null and t.merged_into is null`
  const { rows } = await themes(isStanding, questionId).execute(db)
  return rows.map(themeIn)
}

/** One theme by its public number, standing or not. */
export async function themeNumbered(db: Db | Tx, number: string | number | undefined): Promise<Theme | null> {
  if (!/^[1-9]\d{0,14}$/.test(String(number ?? ''))) return null
  const found = await db
    .selectFrom('callThemes')
    .innerJoin('works', 'works.id', 'callThemes.id')
    .select(['callThemes.id', 'callThemes.questionId'])
    .where('works.number', '=', Number(number))
    .executeTakeFirst()
  if (!found) return null
  const { rows } = await themes(sql`t.id = ${found.id}`, found.questionId).execute(db)
  return rows[0] ? themeIn(rows[0]) : null
}

/** Dates inside JSON come as text. */
type Row = Omit<Theme, 'decision'> & {
  decision: (Omit<ThemeDecision, 'decidedAt'> & { decidedAt: string }) | null
}

function themeIn(row: Row): Theme {
  const { decision } = row
  return { ...row, decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) } }
}

function themes(which: ReturnType<typeof sql>, questionId: string) {
  return sql<Row>`
    with counted as (
      select
        theme_id,
        count(*) filter (where is_readable) as size,
        coalesce(bit_xor(hashtextextended(answer_id::text, 0)) filter (where not is_readable), 0) as mark
      from answers_in_themes
      where question_id = ${questionId}
      group by theme_id
    )
    select
      t.id, works.number, t.question_id as "questionId", t.parent_id as "parentId", works.title as name, t.about,
      case when t.is_named then works.language else t.language end as language,
      case when coalesce(counted.mark, 0) = t.hidden_mark then t.words else '{}' end as words,
      t.is_named as "isNamed", t.is_small as "isSmall", coalesce(counted.size, 0) as size, t.version, t.ended_at as "endedAt",
      (select number from works into_work where into_work.id = t.merged_into) as "mergedInto",
      decided.decision
    from call_themes t
    join works on works.id = t.id
    left join counted on counted.theme_id = t.id
    left join lateral (
      select json_build_object(
        'outcome', d.outcome, 'reason', d.reason, 'language', d.language, 'onDay', d.on_day, 'decidedAt', d.decided_at,
        'leadsTo', case when m.id is null then null else json_build_object(
          'number', m.number, 'kind', m.kind, 'title', case when m.visibility = 'public' then m.title end, 'language', m.language) end
      ) as decision
      from theme_decisions d
      left join matters m on m.id = d.leads_to
      where d.theme_id = t.id
      order by d.decided_at desc, d.id desc
      limit 1
    ) as decided on true
    where ${which}
    order by coalesce(counted.size, 0) desc, works.number`
}

export interface QuestionFigures {
  /** Answers to it that anybody may read. */
  readable: number
  /** Of those, in a theme. */
  placed: number
  /** Looked at, and near no theme. */
  fitsNone: number
}

/** How many answers a question has, and how many of them are in a theme. */
export async function figuresOf(db: Db, questionId: string): Promise<QuestionFigures> {
  const { rows } = await sql<QuestionFigures>`
    select
      count(*) as readable,
      count(*) filter (where placed) as placed,
      count(*) filter (where looked and not placed) as "fitsNone"
    from (
      select
        exists (
          select from answer_themes p join call_themes t on t.id = p.theme_id
          where p.answer_id = a.id and t.question_id = w.question_id and t.ended_at is null
        ) as placed,
        exists (select from answer_readings r where r.answer_id = a.id and r.question_id = w.question_id) as looked
      from answer_words w
      join answers a on a.id = w.answer_id
      join matters m on m.id = a.id
      where w.question_id = ${questionId} and m.visibility = 'public' and a.withdrawn_at is null and w.words is not null
    ) as each_answer`.execute(db)
  return rows[0] ?? { readable: 0, placed: 0, fitsNone: 0 }
}
