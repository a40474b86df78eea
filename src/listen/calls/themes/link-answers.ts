import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { linkExactly, linkMany } from '#ground/matters/link.ts'

/**
 * Links from answers to the themes they are in, so that a walk goes from a voice to what became of it and back: exactly as they
 * are placed now, of a whole question or of some themes.
 */
export async function linkAnswers(
  tx: Tx,
  { questionId, themeIds, at }: { questionId: string; themeIds?: readonly string[]; at: Date },
): Promise<void> {
  const themes = tx.selectFrom('callThemes').select('id').where('questionId', '=', questionId)
  const some = themeIds ? themes.where('id', 'in', themeIds) : themes
  const to = (await some.execute()).map(({ id }) => id)
  const pairs = sql`select answer_id as from_id, theme_id as to_id from answer_themes where theme_id = any(${to}::uuid[])`
  await linkExactly(tx, { to, relation: 'evidence-for', pairs, at })
}

/** The links of answers just placed; nothing else has moved. */
export async function linkNewAnswers(
  tx: Tx,
  { questionId, answerIds, at }: { questionId: string; answerIds: readonly string[]; at: Date },
): Promise<void> {
  const pairs = sql`
    select p.answer_id as from_id, p.theme_id as to_id
    from answer_themes p
    join call_themes t on t.id = p.theme_id
    where t.question_id = ${questionId} and p.answer_id = any(${answerIds}::uuid[])`
  await linkMany(tx, { relation: 'evidence-for', pairs, at })
}
