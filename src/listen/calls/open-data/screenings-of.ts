import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Span } from './screen-words.ts'

/** Words in which something was found, for a person to decide about. */
export interface Screening {
  answerId: string
  questionId: string
  number: number
  language: string
  words: string
  spans: Span[]
}

const waitingOf = (callId: string) => sql`
  from screenings
  join call_questions on call_questions.id = screenings.question_id
  join answers on answers.id = screenings.answer_id
  join matters on matters.id = answers.id
  join answer_words on answer_words.answer_id = screenings.answer_id and answer_words.question_id = screenings.question_id
  where call_questions.call_id = ${callId} and screenings.spans is not null and screenings.decided is null
    and answers.withdrawn_at is null and matters.visibility = 'public' and answer_words.words is not null`

export async function waitingScreenings(db: Db, callId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${waitingOf(callId)}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function nextScreenings(db: Db, callId: string, most: number): Promise<Screening[]> {
  const { rows } = await sql<Screening>`
    select
      screenings.answer_id as "answerId", screenings.question_id as "questionId", matters.number, matters.language,
      answer_words.words, screenings.spans
    ${waitingOf(callId)}
    order by matters.number, screenings.question_id
    limit ${most}`.execute(db)
  return rows
}
