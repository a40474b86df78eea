import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { showMatter } from '#ground/matters/show-matter.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Case } from './case-of.ts'
import { oweLetter } from './tell-authors.ts'

export interface Holding {
  found: Case
  language: string
  by: string
  now: Date
}

export type HoldOutcome = { ok: true } | { ok: false; why: 'already-decided' | 'not-shown' }

/**
 * Hides reported words until their case is decided: what threatens somebody should not stand for three days because a
 * decision takes them. The case keeps its clock and its reason; the author hears of it and can ask another body at once.
 */
export async function holdWords(db: Db, { found, language, by, now }: Holding): Promise<HoldOutcome> {
  return inTransaction(db, async (tx) => {
    const standing = await lockCase(tx, found)
    if (!standing || standing.decidedAt) return { ok: false, why: 'already-decided' }
    if (standing.visibility !== 'public') return { ok: false, why: 'not-shown' }
    await tx.insertInto('moderationHolds').values({ caseId: found.id, heldAt: now, heldBy: by }).execute()
    const matter = { id: found.matterId, number: found.number }
    await showMatter(tx, matter.id, 'held')
    const publicWords = { rule: found.reason, language }
    const kind = 'moderation.held-on-report'
    const entry = await appendEntry(tx, { kind, at: now, matter, bodyId: found.bodyId, publicWords })
    await oweLetter(tx, { entryId: entry.id, caseId: found.id })
    await announceChange(tx, `story:${found.number}`)
    return { ok: true }
  })
}

/** Whoever decides about words of this matter at the same time waits here, and then sees what became of them. */
async function lockCase(tx: Tx, { id, matterId }: Case) {
  await tx.selectFrom('moderationCases').select('id').where('matterId', '=', matterId).forUpdate().execute()
  return tx
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .select(['moderationCases.decidedAt', 'matters.visibility'])
    .where('moderationCases.id', '=', id)
    .executeTakeFirst()
}

/** Whether this case hides the words: then letting them stand shows them again. */
export async function isHeldBy(tx: Tx, caseId: string): Promise<boolean> {
  const hold = await tx
    .selectFrom('moderationHolds')
    .select('caseId')
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  return hold !== undefined
}
