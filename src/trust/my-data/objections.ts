import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'

/** The law gives a month; this is a little less, so that nobody has to reckon. */
export const OBJECTION_DAYS = 28

export interface Objection {
  id: string
  words: string
  askedAt: Date
  dueAt: Date
  outcome: string | null
  reason: string | null
}

export interface NewObjection {
  personId: string | null
  address: string | null
  lookupId: string | null
  language: string
  words: string
}

/** Takes an objection in; its clock starts now. */
export async function raiseObjection(
  db: Db,
  { objection, once }: { objection: NewObjection; once: Once },
): Promise<DoneOnce<{ id: string }>> {
  return inTransaction(db, (tx) => doOnce(tx, once, () => store(tx, objection, once.now)))
}

async function store(
  tx: Tx,
  { personId, address, ...rest }: NewObjection,
  now: Date,
): Promise<{ id: string }> {
  const id = unorderedId()
  const whose = { personId, address: personId === null ? address : null }
  const row = { id, ...whose, ...rest, askedAt: now, dueAt: addDays(now, OBJECTION_DAYS) }
  await tx.insertInto('objections').values(row).execute()
  return { id }
}

/** Somebody's own objections, the newest first. */
export async function objectionsOf(
  db: Db,
  { personId, address }: { personId: string | null; address: string | null },
): Promise<Objection[]> {
  return db
    .selectFrom('objections')
    .select(['id', 'words', 'askedAt', 'dueAt', 'outcome', 'reason'])
    .where((eb) => eb.or([eb('personId', '=', personId), eb('address', '=', address)]))
    .orderBy('askedAt', 'desc')
    .execute()
}

/** The look that somebody objects to, if it was at their own data. */
export async function lookAt(
  db: Db,
  { id, personId }: { id: string; personId: string },
): Promise<{ id: string; purpose: string; at: Date } | null> {
  const look = await db
    .selectFrom('lookups')
    .select(['id', 'purpose', 'lookedAt as at'])
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return look ?? null
}
