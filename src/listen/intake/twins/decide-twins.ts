import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Call } from '../../calls/index.ts'

export interface TwinDecision {
  call: Call
  /** Public numbers of both. */
  earlier: number
  later: number
  outcome: 'joined' | 'apart'
  reason: string
  language: string
  by: { id: string; name: string }
  now: Date
}

/**
 * Joins two answers or keeps them apart. Joining deletes nothing: both keep their receipt, their story and their key; the
 * figures count them once, by the earlier. What was decided may be decided anew, with another entry.
 */
export async function decideTwins(
  db: Db,
  decision: TwinDecision,
): Promise<{ ok: true } | { ok: false; why: 'no-such-pair' }> {
  const { call, outcome, reason, language, by, now } = decision
  return inTransaction(db, async (tx) => {
    const pair = await tx
      .selectFrom('answerTwins')
      .innerJoin('answers', 'answers.id', 'answerTwins.laterId')
      .innerJoin('matters as earlier', 'earlier.id', 'answerTwins.earlierId')
      .innerJoin('matters as later', 'later.id', 'answerTwins.laterId')
      .select(['answerTwins.earlierId', 'answerTwins.laterId', 'answerTwins.decided'])
      .where('answers.callId', '=', call.id)
      .where('earlier.number', '=', decision.earlier)
      .where('later.number', '=', decision.later)
      .forUpdate('answerTwins')
      .executeTakeFirst()
    if (!pair) return { ok: false, why: 'no-such-pair' }
    if (pair.decided === outcome) return { ok: true }
    const { earlierId, laterId } = pair
    await tx
      .updateTable('answerTwins')
      .set({ decided: outcome, reason, decidedBy: by.id, decidedAt: now })
      .where('earlierId', '=', earlierId)
      .where('laterId', '=', laterId)
      .execute()
    await appendEntry(tx, {
      kind: outcome === 'joined' ? 'answer.joined' : 'answer.kept-apart',
      at: now,
      matter: { id: laterId, number: decision.later },
      intoMatterId: earlierId,
      bodyId: call.body.id,
      publicWords: { reason, language, with: decision.earlier, by: by.name },
    })
    await announceChange(tx, `story:${decision.later}`)
    return { ok: true }
  })
}
