import type { Db } from '#core/db/connect.ts'

/** A wish to pass a matter back that waits for the author or the reviewing body. */
export interface ReturnRequest {
  id: string
  custodyId: string
  matterId: string
  number: number
  kind: string
  title: string | null
  reason: string
  language: string
  fromBody: string
  toBody: string
  toBodyId: string
  askedAt: Date
}

function waiting(db: Db) {
  return db
    .selectFrom('returnRequests')
    .innerJoin('custody', 'custody.id', 'returnRequests.custodyId')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .innerJoin('bodies as holder', 'holder.id', 'custody.bodyId')
    .innerJoin('bodies as receiver', 'receiver.id', 'returnRequests.toBody')
    .select([
      'returnRequests.id',
      'returnRequests.custodyId',
      'custody.matterId',
      'matters.number',
      'matters.kind',
      'matters.title',
      'returnRequests.reason',
      'returnRequests.language',
      'holder.name as fromBody',
      'receiver.name as toBody',
      'receiver.id as toBodyId',
      'returnRequests.askedAt',
    ])
    .where('custody.decidedAt', 'is', null)
    .where('returnRequests.agreedAt', 'is', null)
    .orderBy('returnRequests.askedAt')
}

/** What waits for the agreement of this body, which reviews the one that asks. */
export async function returnsToAgreeTo(db: Db, reviewerId: string): Promise<ReturnRequest[]> {
  return waiting(db).where('holder.reviewedBy', '=', reviewerId).execute()
}

/** What waits for the author's agreement. */
export async function returnAskedOf(db: Db, matterId: string): Promise<ReturnRequest | null> {
  return (await waiting(db).where('custody.matterId', '=', matterId).executeTakeFirst()) ?? null
}
