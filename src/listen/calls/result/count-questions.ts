import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { Question } from '../call.ts'
import { countThemes } from './count-themes.ts'
import { counted } from './counted-answers.ts'
import type { OptionFigures, QuestionFigures } from './figures.ts'

interface Asked {
  callId: string
  questions: readonly Question[]
}

/** What was answered, question by question, in sets: a handful of statements however many answers there are. */
export async function countQuestions(db: Db | Tx, asked: Asked): Promise<QuestionFigures[]> {
  const marks = await marksOf(db, asked.callId)
  const words = await wordsOf(db, asked.callId)
  const places = await placesGiven(db, asked.callId)
  const themes = await countThemes(db, asked.callId)
  return asked.questions.map((question) => {
    const { id, place, kind, wording } = question
    const found = themes.get(id)
    const answered = { open: words.get(id) ?? 0, place: places, choice: 0, statements: 0 }[kind]
    return {
      place,
      kind,
      wording,
      answered: answered || (marks.answered.get(id) ?? 0),
      options: question.options.map((option) => optionFigures(option, marks.byOption)),
      themes: found?.themes ?? [],
      without_theme: kind === 'open' ? (words.get(id) ?? 0) - (found?.placed ?? 0) : 0,
      agreement: found?.agreement ?? null,
      found: found?.run ?? null,
    }
  })
}

type Tally = { chosen: number; disagreed: number; passed: number }

function optionFigures(
  { id, place, wording }: Question['options'][number],
  byOption: ReadonlyMap<string, Tally>,
): OptionFigures {
  return { place, wording, ...(byOption.get(id) ?? { chosen: 0, disagreed: 0, passed: 0 }) }
}

async function marksOf(db: Db | Tx, callId: string) {
  const byOption = await sql<Tally & { optionId: string }>`
    ${counted(callId)}
    select
      answer_marks.option_id as "optionId",
      count(*) filter (where mark = 1) as chosen,
      count(*) filter (where mark = -1) as disagreed,
      count(*) filter (where mark = 0) as passed
    from counted
    join answer_marks on answer_marks.answer_id = counted.id
    group by answer_marks.option_id`.execute(db)
  const answered = await sql<{ questionId: string; count: number }>`
    ${counted(callId)}
    select call_options.question_id as "questionId", count(distinct counted.id) as count
    from counted
    join answer_marks on answer_marks.answer_id = counted.id
    join call_options on call_options.id = answer_marks.option_id
    group by call_options.question_id`.execute(db)
  return {
    byOption: new Map(
      byOption.rows.map(({ optionId, chosen, disagreed, passed }) => [
        optionId,
        { chosen, disagreed, passed },
      ]),
    ),
    answered: new Map(answered.rows.map(({ questionId, count }) => [questionId, count])),
  }
}

async function wordsOf(db: Db | Tx, callId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ questionId: string; count: number }>`
    ${counted(callId)}
    select answer_words.question_id as "questionId", count(*) as count
    from counted
    join answer_words on answer_words.answer_id = counted.id
    group by answer_words.question_id`.execute(db)
  return new Map(rows.map(({ questionId, count }) => [questionId, count]))
}

async function placesGiven(db: Db | Tx, callId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    ${counted(callId)} select count(*) as count from counted where unit_id is not null`.execute(db)
  return rows[0]?.count ?? 0
}
