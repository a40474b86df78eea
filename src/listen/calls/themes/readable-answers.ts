import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'

/** An answer to one question that anybody may read now. */
export interface ReadableAnswer {
  id: string
  words: string
  language: string
}

/**
 * Whose words may be computed with: neither held nor removed, neither withdrawn nor erased. Of `answers a`, `matters m` and
 * `answer_words w`; every question about themes asks it the same way.
 */
export const IS_READABLE = sql<boolean>`(m.visibility = 'public' and a.withdrawn_at is null and w.words is not null)`

/** Every readable answer to a question, in the order of their public numbers. */
export async function readableAnswers(db: Db | Tx, questionId: string): Promise<ReadableAnswer[]> {
  const { rows } = await sql<ReadableAnswer>`
    select a.id, w.words, m.language
    from answer_words w
    join answers a on a.id = w.answer_id
    join matters m on m.id = a.id
    where w.question_id = ${questionId} and ${IS_READABLE}
    order by m.number`.execute(db)
  return rows
}

/** Readable answers that no run and no placing has looked at yet. */
export async function unreadAnswers(
  db: Db | Tx,
  questionId: string,
  most: number,
): Promise<ReadableAnswer[]> {
  const { rows } = await sql<ReadableAnswer>`
    select a.id, w.words, m.language
    from answer_words w
    join answers a on a.id = w.answer_id
    join matters m on m.id = a.id
    where w.question_id = ${questionId} and ${IS_READABLE}
      and not exists (select from answer_readings r where r.answer_id = a.id and r.question_id = w.question_id)
    order by m.number
    limit ${most}`.execute(db)
  return rows
}
