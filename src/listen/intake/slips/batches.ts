import type { Db } from '#core/db/connect.ts'

/** The batches printed for a call, newest first, with how many of each came back. */
export function batchesOf(db: Db, callId: string) {
  return db
    .selectFrom('slipBatches')
    .leftJoin('slips', (join) =>
      join.onRef('slips.batchId', '=', 'slipBatches.id').on('slips.answerId', 'is not', null),
    )
    .select(({ fn }) => [
      'slipBatches.id',
      'slipBatches.count',
      'slipBatches.language',
      'slipBatches.printedAt',
      fn.count<number>('slips.id').as('used'),
    ])
    .where('slipBatches.callId', '=', callId)
    .groupBy('slipBatches.id')
    .orderBy('slipBatches.printedAt', 'desc')
    .limit(50)
    .execute()
}
