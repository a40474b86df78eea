import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'

const PROMISE_MS = 60_000
const STEP_MS = 300_000

export interface ReceiptToPromise {
  matterId: string
  entryId: string
}

/**
 * Promises that entries will be in the record a minute from now at the latest. The time is rounded up to five minutes:
 * the promise of an anonymous hand-in must not tell its second.
 */
export async function promiseReceipts(
  tx: Tx,
  receipts: readonly ReceiptToPromise[],
  now: Date,
): Promise<void> {
  const promisedBy = new Date(Math.ceil((now.getTime() + PROMISE_MS) / STEP_MS) * STEP_MS)
  await insertRows(
    tx,
    'receipts',
    receipts.map(({ matterId, entryId }) => ({ matterId, entryId, promisedBy })),
  )
}
