import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { showMatter } from '#ground/matters/show-matter.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Case } from './case-of.ts'
import { isHeldBy } from './hold-words.ts'
import { APPEAL_OPEN_DAYS, type Reason } from './reasons.ts'
import { oweLetter } from './tell-authors.ts'

export interface CaseDecision {
  found: Case
  outcome: 'released' | 'kept' | 'removed'
  /** For a removal. */
  reason: Reason | null
  explanation: string
  language: string
  by: string
  now: Date
}

export type CaseOutcome = { ok: true } | { ok: false; why: 'already-decided' }

/** Decides a case with its reason: the words are shown, let stand, or hidden at once and erased when no appeal came. */
export async function decideCase(db: Db, decision: CaseDecision): Promise<CaseOutcome> {
  const { found, outcome, explanation, language, now } = decision
  return inTransaction(db, async (tx) => {
    if (!(await close(tx, decision))) return { ok: false, why: 'already-decided' }
    const matter = { id: found.matterId, number: found.number }
    const isShownAgain = outcome === 'released' || (outcome === 'kept' && (await isHeldBy(tx, found.id)))
    if (outcome === 'removed') await showMatter(tx, matter.id, 'removed')
    if (isShownAgain) await showMatter(tx, matter.id, 'public')
    const kind = `moderation.${outcome}` as const
    const publicWords = { reason: explanation, rule: decision.reason ?? undefined, language }
    const entry = await appendEntry(tx, { kind, at: now, matter, bodyId: found.bodyId, publicWords })
    await oweLetter(tx, { entryId: entry.id, caseId: found.id })
    await announceChange(tx, `story:${found.number}`)
    return { ok: true }
  })
}

/** A removal ends every open case about the same words; of two at once the second finds nothing open. */
async function close(
  tx: Tx,
  { found, outcome, reason, explanation, by, now }: CaseDecision,
): Promise<boolean> {
  await tx
    .selectFrom('moderationCases')
    .select('id')
    .where('matterId', '=', found.matterId)
    .forUpdate()
    .execute()
  const closed = await tx
    .updateTable('moderationCases')
    .set({
      decidedAt: now,
      outcome,
      outcomeReason: reason,
      explanation,
      decidedBy: by,
      eraseOn: outcome === 'removed' ? isoDate(addDays(now, APPEAL_OPEN_DAYS)) : null,
    })
    .where('matterId', '=', found.matterId)
    .where('decidedAt', 'is', null)
    .$if(outcome !== 'removed', (query) => query.where('id', '=', found.id))
    .returning('id')
    .execute()
  const isClosed = closed.some(({ id }) => id === found.id)
  if (!isClosed && closed.length > 0) throw new Error('a removal closed other cases than its own')
  return isClosed
}
