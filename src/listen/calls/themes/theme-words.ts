import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { themeWords } from '#methods/themes/theme-labels.ts'
import { readableAnswers } from './readable-answers.ts'

/** Notes which hidden answers each theme's words were read without: all that were not among `read`. */
export async function markHidden(
  tx: Tx,
  { questionId, read }: { questionId: string; read: readonly string[] },
): Promise<void> {
  await sql`
    with hidden as (
      select theme_id, bit_xor(hashtextextended(answer_id::text, 0)) as mark
      from answers_in_themes
      where question_id = ${questionId} and not is_readable
        and not exists (select from unnest(${read}::uuid[]) as known (id) where known.id = answer_id)
      group by theme_id
    )
    update call_themes t set hidden_mark = coalesce((select mark from hidden where theme_id = t.id), 0)
    where t.question_id = ${questionId}`.execute(tx)
}

/**
 * Reads the words of themes anew whose hidden answers are not those they were read without: somebody's words were held, withdrawn,
 * erased or released since. Until then no page shows them.
 */
export async function readWordsAnew(db: Db): Promise<void> {
  const { rows } = await sql<{ questionId: string }>`
    with hidden as (
      select theme_id, bit_xor(hashtextextended(answer_id::text, 0)) as mark
      from answers_in_themes
      where not is_readable
      group by theme_id
    )
    select distinct t.question_id as "questionId"
    from call_themes t
    left join hidden on hidden.theme_id = t.id
    where t.ended_at is null and t.merged_into is null and t.hidden_mark <> coalesce(hidden.mark, 0)`.execute(
    db,
  )
  for (const { questionId } of rows) await inTransaction(db, (tx) => readWords(tx, questionId))
}

/** The words of all themes of a question, from the answers that may be read. */
async function readWords(tx: Tx, questionId: string): Promise<void> {
  const answers = await readableAnswers(tx, questionId)
  const places = new Map(answers.map(({ id }, at) => [id, at]))
  const placed = await tx
    .selectFrom('answerThemes')
    .innerJoin('callThemes', 'callThemes.id', 'answerThemes.themeId')
    .select(['answerThemes.themeId', 'answerThemes.answerId', 'callThemes.parentId'])
    .where('callThemes.questionId', '=', questionId)
    .execute()
  const members = new Map<string, number[]>()
  for (const { themeId, answerId, parentId } of placed) {
    const at = places.get(answerId)
    if (at === undefined) continue
    for (const theme of [themeId, parentId]) {
      if (theme === null) continue
      const list = members.get(theme) ?? []
      list.push(at)
      members.set(theme, list)
    }
  }
  const themes = await tx.selectFrom('callThemes').select('id').where('questionId', '=', questionId).execute()
  const words = themeWords(
    answers.map((answer) => answer.words),
    themes.map(({ id }) => [...new Set(members.get(id) ?? [])]),
  )
  const rows = themes.map(({ id }, at) => ({ id, words: words[at]?.words ?? [] }))
  await sql`
    update call_themes t
    set words = n.words, label = array_to_string(n.words[1:3], ', ')
    from json_to_recordset(${JSON.stringify(rows)}::json) as n (id uuid, words text[])
    where t.id = n.id`.execute(tx)
  await markHidden(tx, { questionId, read: answers.map(({ id }) => id) })
}
