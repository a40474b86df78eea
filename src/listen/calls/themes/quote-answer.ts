import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { IS_READABLE } from './readable-answers.ts'
import type { Changing, StepOutcome } from './theme-step.ts'

interface Quoting extends Omit<Changing, 'version'> {
  /** Public number of the answer. */
  answer: number
}

/** A passage of an answer stands for its theme: word for word as the author wrote it. */
export function quoteAnswer(
  db: Db,
  { passage, ...quoting }: Quoting & { passage: string },
): Promise<DoneOnce<StepOutcome>> {
  const { theme, by, bodyId, once } = quoting
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<StepOutcome> => {
      const answer = await answerIn(tx, quoting)
      if (!answer) return { ok: false, why: 'answers-not-there' }
      if (!plain(answer.words).includes(plain(passage))) return { ok: false, why: 'not-a-passage' }
      const quoted = await tx
        .insertInto('themeQuotations')
        .values({ themeId: theme.id, answerId: answer.id, passage, markedBy: by.id, markedAt: once.now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('answerId')
        .executeTakeFirst()
      if (!quoted) return { ok: false, why: 'already-quoted' }
      // The passage is the author's: it stands nowhere but where their words can be held, withdrawn and erased.
      const publicWords = { number: theme.number, answer: quoting.answer, by: by.name }
      await appendEntry(tx, { kind: 'theme.quoted', at: once.now, workId: theme.id, bodyId, publicWords })
      return { ok: true, number: theme.number }
    }),
  )
}

/** A quotation is taken off again. */
export function unquoteAnswer(db: Db, quoting: Quoting): Promise<DoneOnce<StepOutcome>> {
  const { theme, by, bodyId, once } = quoting
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<StepOutcome> => {
      const gone = await tx
        .deleteFrom('themeQuotations')
        .where('themeId', '=', theme.id)
        .where('answerId', 'in', tx.selectFrom('matters').select('id').where('number', '=', quoting.answer))
        .returning('answerId')
        .executeTakeFirst()
      if (!gone) return { ok: false, why: 'answers-not-there' }
      const publicWords = { number: theme.number, answer: quoting.answer, by: by.name }
      await appendEntry(tx, { kind: 'theme.unquoted', at: once.now, workId: theme.id, bodyId, publicWords })
      return { ok: true, number: theme.number }
    }),
  )
}

/** Line breaks and blanks may differ between what was written and what came back from a form. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

async function answerIn(
  tx: Tx,
  { theme, answer }: Quoting,
): Promise<{ id: string; words: string } | undefined> {
  const { rows } = await sql<{ id: string; words: string }>`
    select a.id, w.words
    from matters m
    join answers a on a.id = m.id
    join answers_in_themes p on p.answer_id = a.id and p.theme_id = ${theme.id}
    join answer_words w on w.answer_id = a.id and w.question_id = ${theme.questionId}
    where m.number = ${answer} and ${IS_READABLE}`.execute(tx)
  return rows[0]
}

export interface Quotation {
  answer: number
  passage: string
  language: string
}

/** The quotations of themes that may be shown: their answers can be read, and still say so. */
export async function quotationsOf(db: Db, themeIds: readonly string[]): Promise<Map<string, Quotation[]>> {
  const { rows } = await sql<Quotation & { themeId: string }>`
    select q.theme_id as "themeId", m.number as answer, q.passage, m.language
    from theme_quotations q
    join call_themes t on t.id = q.theme_id
    join answers a on a.id = q.answer_id
    join matters m on m.id = a.id
    join answer_words w on w.answer_id = a.id and w.question_id = t.question_id
    where q.theme_id = any(${themeIds}::uuid[]) and q.passage is not null and ${IS_READABLE}
    order by q.marked_at, m.number`.execute(db)
  return Map.groupBy(rows, ({ themeId }) => themeId)
}

/** What an answer's author or the law takes away goes from the quotations, too; part of erasing the answer. */
export async function eraseQuotations(tx: Tx, answerId: string): Promise<void> {
  await tx.deleteFrom('themeQuotations').where('answerId', '=', answerId).execute()
}
