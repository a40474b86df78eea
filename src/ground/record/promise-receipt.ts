import type { RawBuilder } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { rowsToInsert } from '#core/db/insert-rows.ts'

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
  await receiptsToPromise(receipts, now)?.execute(tx)
}

/** The same, not yet written. */
export function receiptsToPromise(
  receipts: readonly ReceiptToPromise[],
  now: Date,
): RawBuilder<unknown> | null {
  return rowsToInsert(
    'receipts',
    receipts.map(({ matterId, entryId }) => ({ matterId, entryId, promisedBy: promisedBy(now) })),
  )
}

export function promisedBy(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + PROMISE_MS) / STEP_MS) * STEP_MS)
}
