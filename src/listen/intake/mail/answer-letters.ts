import type { Db, Tx } from '#core/db/connect.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { MailChecks } from './check-mail.ts'

interface NewLetter {
  answerId: string
  /** Null when the author wrote. */
  fromBody: string | null
  words: string
  checks?: MailChecks
  at: Date
}

/** Keeps a letter between an author who wrote by mail and the clerks; the first is the answer's own mail, whole. */
export async function addLetter(
  tx: Tx,
  { answerId, fromBody, words, checks = {}, at }: NewLetter,
): Promise<void> {
  if (words.trim() === '') return
  await tx
    .insertInto('answerLetters')
    .values({ id: unorderedId(), answerId, fromBody, words, checks: JSON.stringify(checks), writtenAt: at })
    .execute()
}

export interface AnswerLetter {
  id: string
  fromBody: string | null
  words: string | null
  checks: MailChecks
  writtenAt: Date
}

/** The letters of an answer in their order. */
export async function lettersOf(db: Db, answerId: string): Promise<AnswerLetter[]> {
  const rows = await db
    .selectFrom('answerLetters')
    .leftJoin('bodies', 'bodies.id', 'answerLetters.fromBody')
    .select([
      'answerLetters.id',
      'bodies.name as fromBody',
      'answerLetters.words',
      'answerLetters.checks',
      'answerLetters.writtenAt',
    ])
    .where('answerId', '=', answerId)
    .orderBy('writtenAt')
    .execute()
  return rows.map((row) => ({ ...row, checks: row.checks as MailChecks }))
}
