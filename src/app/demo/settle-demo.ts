import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { foundHouse } from '#ground/house/found-house.ts'
import { makeRecordKey } from '#ground/record/record-key.ts'
import { settleWorld } from '../testing/world.ts'

/** Moves the demonstration movement into an empty database. */
export async function settleDemo(db: Db, { baseUrl, now }: { baseUrl: string; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await foundHouse(tx, {
      name: 'The Commons Alliance',
      accent: '#1d6b4c',
      languages: ['en', 'ur'],
      isDemo: true,
      at: now,
    })
    await makeRecordKey(tx, { origin: `${new URL(baseUrl).host}/record`, seed: null, now })
    await settleWorld(tx, now)
  })
}
