import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'

export interface Receiving {
  matter: { id: string; number: number }
  custody: { id: string; bodyId: string; bodySlug: string }
  now: Date
}

export type ConsiderOutcome = { ok: true } | { ok: false; why: 'already-considered' | 'already-decided' }

/** The clerk has opened it: from "received" to "being considered". Its clock has run since it arrived. */
export async function considerMatter(db: Db, { matter, custody, now }: Receiving): Promise<ConsiderOutcome> {
  return inTransaction(db, async (tx) => {
    const begun = await tx
      .updateTable('custody')
      .set({ consideredAt: now })
      .where('id', '=', custody.id)
      .where('consideredAt', 'is', null)
      .where('decidedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!begun) return { ok: false, why: await whyNot(tx, custody.id) }
    await appendEntry(tx, { kind: 'matter.considered', at: now, matter, bodyId: custody.bodyId })
    await announceChange(tx, `story:${matter.number}`)
    await announceChange(tx, `body:${custody.bodySlug}`)
    return { ok: true }
  })
}

async function whyNot(tx: Pick<Db, 'selectFrom'>, custodyId: string) {
  const custody = await tx
    .selectFrom('custody')
    .select('decidedAt')
    .where('id', '=', custodyId)
    .executeTakeFirstOrThrow()
  return custody.decidedAt ? 'already-decided' : 'already-considered'
}
