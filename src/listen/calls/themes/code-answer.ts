import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { IS_READABLE } from './readable-answers.ts'

export const STANCES = ['for', 'against', 'mixed', 'none'] as const
export const SENTIMENTS = ['positive', 'negative', 'mixed-feelings', 'neutral'] as const

export interface AnswerToCode {
  number: number
  words: string
  language: string
  place: number
}

export interface Coding {
  /** The first answer of the sample that this coder has not coded; null once all are. */
  next: AnswerToCode | null
  done: number
  all: number
}

/** Where one coder is in a sample. Nothing of anybody else's codes is asked, nor of what a run found. */
export async function codingOf(
  db: Db,
  { sampleId, coderId }: { sampleId: string; coderId: string },
): Promise<Coding> {
  const { rows } = await sql<AnswerToCode & { isDone: boolean }>`
    select m.number, w.words, m.language, s.place, c.coder_id is not null as "isDone"
    from coding_sample_answers s
    join coding_samples of_question on of_question.id = s.sample_id
    join answers a on a.id = s.answer_id
    join matters m on m.id = a.id
    join answer_words w on w.answer_id = a.id and w.question_id = of_question.question_id
    left join coding_sample_codes c on c.sample_id = s.sample_id and c.answer_id = s.answer_id and c.coder_id = ${coderId}
    where s.sample_id = ${sampleId} and ${IS_READABLE}
    order by s.place`.execute(db)
  return {
    next: rows.find(({ isDone }) => !isDone) ?? null,
    done: rows.filter(({ isDone }) => isDone).length,
    all: rows.length,
  }
}

interface Code {
  sampleId: string
  coderId: string
  answer: number
  themeId: string | null
  stance: string
  sentiment: string
  now: Date
}

/** Keeps one coder's codes of one answer; a second time replaces the first while the sample is open. */
export async function codeAnswer(
  db: Db,
  { answer, now, ...code }: Code,
): Promise<'coded' | 'closed' | 'not-in-the-sample'> {
  return inTransaction(db, async (tx) => {
    const open = await tx
      .selectFrom('codingSamples')
      .select('id')
      .where('id', '=', code.sampleId)
      .where('closedAt', 'is', null)
      .forShare()
      .executeTakeFirst()
    if (!open) return 'closed'
    const chosen = await tx
      .selectFrom('codingSampleAnswers')
      .innerJoin('matters', 'matters.id', 'codingSampleAnswers.answerId')
      .select('codingSampleAnswers.answerId')
      .where('codingSampleAnswers.sampleId', '=', code.sampleId)
      .where('matters.number', '=', answer)
      .executeTakeFirst()
    if (!chosen) return 'not-in-the-sample'
    const { themeId, stance, sentiment } = code
    await tx
      .insertInto('codingSampleCodes')
      .values({ ...code, answerId: chosen.answerId, codedAt: now })
      .onConflict((conflict) =>
        conflict
          .columns(['sampleId', 'answerId', 'coderId'])
          .doUpdateSet({ themeId, stance, sentiment, codedAt: now }),
      )
      .execute()
    return 'coded'
  })
}
