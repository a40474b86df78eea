import type { Db } from '#core/db/connect.ts'
import { brokenConstraint } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'

export type Asked = { ok: true; runId: string } | { ok: false; why: 'under-way'; runId: string }

/** Asks the worker for themes of one question. Of two who ask at once both are led to the one run. */
export async function askForThemes(
  db: Db,
  { questionId, by, now }: { questionId: string; by: string | null; now: Date },
): Promise<Asked> {
  const id = orderedId(now)
  try {
    await db
      .insertInto('themingRuns')
      .values({ id, questionId, askedBy: by, askedAt: now, step: 'waiting' })
      .execute()
    return { ok: true, runId: id }
  } catch (error) {
    if (brokenConstraint(error) !== 'one_theming_at_a_time') throw error
    const running = await db
      .selectFrom('themingRuns')
      .select('id')
      .where('questionId', '=', questionId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    // It ended between the two questions: then there is nothing in the way any more.
    return running
      ? { ok: false, why: 'under-way', runId: running.id }
      : askForThemes(db, { questionId, by, now })
  }
}
