import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { NewDecision } from './decide-matter.ts'

/**
 * Asks the author and the reviewing body to let a matter go back to a body that had it. The matter stays where it is, and
 * its clock runs on; asking twice for the same changes nothing.
 */
export async function askToReturn(tx: Tx, decision: NewDecision, now: Date): Promise<void> {
  const { passTo, reason, language } = decision
  if (!passTo || reason === null) return
  const asked = await tx
    .insertInto('returnRequests')
    .values({
      id: orderedId(now),
      custodyId: decision.custodyId,
      toBody: passTo.id,
      reason,
      language,
      askedBy: decision.by,
      askedAt: now,
    })
    .onConflict((conflict) => conflict.constraint('one_return_request').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!asked) return
  const matter = await tx
    .selectFrom('matters')
    .select(['id', 'number'])
    .where('id', '=', decision.matterId)
    .executeTakeFirstOrThrow()
  await appendEntry(tx, {
    kind: 'matter.return-asked',
    at: now,
    matter,
    bodyId: decision.bodyId,
    toBodyId: passTo.id,
    publicWords: { reason, language },
  })
  await announceChange(tx, `story:${matter.number}`)
}
