import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { hashOfCode, makeCode, type SlipCode } from './slip-code.ts'

export const MOST_SLIPS = 10_000

export interface NewBatch {
  callId: string
  language: string
  isLargePrint: boolean
  count: number
  unitId: string | null
  gatheringId?: string | null
  printedBy: string
}

/** A slip on its way to the printer: the one moment at which its key and its code are known. */
export interface NewSlip extends SlipCode {
  /** Speakable. */
  key: string
}

/** Takes numbers for a batch and keeps, of each key and code, the hash alone. */
export async function makeSlips(tx: Tx, batch: NewBatch, now: Date): Promise<NewSlip[]> {
  const batchId = orderedId(now)
  await tx
    .insertInto('slipBatches')
    .values({ gatheringId: null, ...batch, id: batchId, printedAt: now })
    .execute()
  const { rows } = await sql<{
    number: number
  }>`select nextval('public_numbers') as number from generate_series(1, ${batch.count})`.execute(tx)
  const slips = rows.map(({ number }) => {
    const bytes = randomBytes(FOLLOW_UP_KEY_BYTES)
    return { bytes, slip: { number, code: makeCode(), key: makeFollowUpKey(bytes) } }
  })
  const kept = slips.map(({ bytes, slip }) => ({
    id: unorderedId(),
    batchId,
    number: slip.number,
    keyHash: sha256(bytes),
    codeHash: hashOfCode(slip),
  }))
  await insertRows(tx, 'slips', kept)
  return slips.map(({ slip }) => slip)
}
