import type { Db } from '#core/db/connect.ts'

export interface Ways {
  bringTo: string
  phone: string
}

/** Where the forms of a call go, and the number by which it is answered; empty where nobody has said. */
export async function waysOf(db: Db, callId: string): Promise<Ways> {
  const ways = await db
    .selectFrom('callWays')
    .select(['bringTo', 'phone'])
    .where('callId', '=', callId)
    .executeTakeFirst()
  return ways ?? { bringTo: '', phone: '' }
}

interface Setting {
  callId: string
  ways: Ways
  setBy: string
  now: Date
}

export async function setWays(db: Db, { callId, ways, setBy, now }: Setting): Promise<void> {
  const row = { ...ways, setBy, setAt: now }
  await db
    .insertInto('callWays')
    .values({ callId, ...row })
    .onConflict((conflict) => conflict.column('callId').doUpdateSet(row))
    .execute()
}
