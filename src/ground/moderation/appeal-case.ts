import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { announceChange } from '#core/live/announce.ts'
import { addDays } from '#core/time/days.ts'
import { isKeyOf } from '#ground/matters/is-key-of.ts'
import { showMatter } from '#ground/matters/show-matter.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Case } from './case-of.ts'
import { APPEAL_DAYS } from './reasons.ts'
import { oweLetter } from './tell-authors.ts'

/** Whether it is the author who asks: by the account it was handed in under, or by the follow-up key. */
export async function isAuthorOf(
  db: Db,
  { matterId, personId, key }: { matterId: string; personId: string | null; key: string },
): Promise<boolean> {
  const parsed = parseFollowUpKey(key)
  const isByKey = parsed.ok && (await isKeyOf(db, matterId, parsed.key))
  if (isByKey || personId === null) return isByKey
  const { rows } = await sql`
    select person_id from submission_authors where submission_id = ${matterId} and person_id = ${personId}
    union all
    select person_id from answer_authors where answer_id = ${matterId} and person_id = ${personId}`.execute(
    db,
  )
  return rows.length > 0
}

export type AppealOutcome = { ok: true } | { ok: false; why: 'appealed-already' | 'already-decided' }

/** The author asks the reviewing body, once; its clock starts now. What they write is for that body alone. */
export async function appealCase(
  db: Db,
  { found, words, now }: { found: Case; words: string; now: Date },
): Promise<AppealOutcome> {
  const byBody = found.reviewedBy
  if (byBody === null) throw new Error('an appeal needs a body that hears it')
  try {
    await inTransaction(db, async (tx) => {
      const dueAt = addDays(now, APPEAL_DAYS)
      await tx
        .insertInto('moderationAppeals')
        .values({ caseId: found.id, byBody, words, askedAt: now, dueAt })
        .execute()
      const matter = { id: found.matterId, number: found.number }
      await appendEntry(tx, { kind: 'moderation.appealed', at: now, matter, bodyId: byBody, dueAt })
      await announceChange(tx, `story:${found.number}`)
    })
    return { ok: true }
  } catch (error) {
    if (brokenConstraint(error) === 'moderation_appeals_pkey') return { ok: false, why: 'appealed-already' }
    throw error
  }
}

export interface AppealDecision {
  found: Case
  outcome: 'stands' | 'overturned'
  explanation: string
  language: string
  by: string
  now: Date
}

/** The other body decides: the words come back, or they stay hidden and are erased. */
export async function decideAppeal(db: Db, decision: AppealDecision): Promise<AppealOutcome> {
  const { found, outcome, explanation, language, by, now } = decision
  return inTransaction(db, async (tx) => {
    const decided = await tx
      .updateTable('moderationAppeals')
      .set({ decidedAt: now, outcome, explanation, decidedBy: by })
      .where('caseId', '=', found.id)
      .where('decidedAt', 'is', null)
      .returning('caseId')
      .executeTakeFirst()
    if (!decided) return { ok: false, why: 'already-decided' }
    const matter = { id: found.matterId, number: found.number }
    if (outcome === 'overturned') {
      await tx
        .updateTable('moderationCases')
        .set({ decidedAt: now, outcome: 'released', explanation, decidedBy: by })
        .where('id', '=', found.id)
        .where('decidedAt', 'is', null)
        .execute()
      await showMatter(tx, matter.id, 'public')
    }
    const kind = outcome === 'overturned' ? 'moderation.restored' : 'moderation.upheld'
    const bodyId = found.hearerId ?? undefined
    const entry = await appendEntry(tx, {
      kind,
      at: now,
      matter,
      bodyId,
      publicWords: { reason: explanation, language },
    })
    await oweLetter(tx, { entryId: entry.id, caseId: found.id })
    await announceChange(tx, `story:${found.number}`)
    return { ok: true }
  })
}
