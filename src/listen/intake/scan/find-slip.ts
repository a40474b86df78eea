import type { Db, Tx } from '#core/db/connect.ts'
import { hashOfCode, type SlipCode } from '../slips/slip-code.ts'

export interface Slip {
  id: string
  number: number
  keyHash: Buffer
  callId: string
  unitId: string | null
  gatheringId: string | null
  /** In which it was printed. */
  language: string
  answerId: string | null
  usedAt: Date | null
  /** A picture waits to be typed. */
  pictureAt: Date | null
}

/** The slip of a code; null for one that nobody printed. */
export async function findSlip(db: Db, code: SlipCode | null): Promise<Slip | null> {
  if (!code) return null
  const row = await slips(db).where('slips.codeHash', '=', hashOfCode(code)).executeTakeFirst()
  return row ?? null
}

export async function slipOfNumber(db: Db, number: number): Promise<Slip | null> {
  return (await slips(db).where('slips.number', '=', number).executeTakeFirst()) ?? null
}

/** Two helpers at once: the second waits here, and finds what the first did. */
export async function claimSlip(tx: Tx, id: string): Promise<{ answerId: string | null }> {
  return tx.selectFrom('slips').select('answerId').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

function slips(db: Db) {
  return db
    .selectFrom('slips')
    .innerJoin('slipBatches', 'slipBatches.id', 'slips.batchId')
    .leftJoin('slipPictures', 'slipPictures.slipId', 'slips.id')
    .select([
      'slips.id',
      'slips.number',
      'slips.keyHash',
      'slips.answerId',
      'slips.usedAt',
      'slipBatches.callId',
      'slipBatches.unitId',
      'slipBatches.gatheringId',
      'slipBatches.language',
      'slipPictures.broughtAt as pictureAt',
    ])
}
