import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { appendEntry } from '#ground/record/append-entry.ts'

/** Notes each call whose time is over, once, with how many answers came before its closing. */
export async function noteClosings({ db, clock }: JobHouse): Promise<void> {
  const now = clock.now()
  const due = await db
    .selectFrom('calls')
    .leftJoin('callClosings', 'callClosings.callId', 'calls.id')
    .select('calls.id')
    .where('calls.announcedAt', 'is not', null)
    .where('calls.closesAt', '<=', now)
    .where('callClosings.callId', 'is', null)
    .limit(50)
    .execute()
  for (const { id } of due) await noteClosing(db, id, now)
}

async function noteClosing(db: Db, callId: string, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const call = await tx
      .selectFrom('calls')
      .innerJoin('matters', 'matters.id', 'calls.id')
      .select(['matters.id', 'matters.number', 'calls.bodyId', 'calls.closesAt'])
      .where('calls.id', '=', callId)
      .forUpdate('calls')
      .executeTakeFirstOrThrow()
    // Kept open longer since it was looked for.
    if (call.closesAt > now) return
    const noted = await tx
      .insertInto('callClosings')
      .values({
        callId,
        notedAt: now,
        received: sql<number>`(select count(*) from answers where call_id = ${callId})`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('received')
      .executeTakeFirst()
    if (!noted) return
    await appendEntry(tx, {
      kind: 'call.closed',
      at: call.closesAt,
      matter: call,
      bodyId: call.bodyId,
      publicWords: { received: noted.received },
    })
    await announceChange(tx, `call:${call.number}`)
  })
}

const told = new Map<string, number>()

/**
 * Tells the readers of open calls that there are more answers. A job, not each hand-in: hundreds a second would each wait for
 * the one lock that NOTIFY takes.
 */
export async function tellOfAnswers({ db, clock }: JobHouse): Promise<void> {
  const now = clock.now()
  const { rows } = await sql<{ number: number; count: number }>`
    select matters.number, (select count(*) from answers where answers.call_id = calls.id) as count
    from calls
    join matters on matters.id = calls.id
    where calls.opens_at <= ${now} and calls.closes_at > ${now} and calls.announced_at is not null`.execute(
    db,
  )
  for (const { number, count } of rows) {
    const key = String(number)
    if (told.get(key) !== count) await announceChange(db, `call:${number}`)
    told.set(key, count)
  }
}
