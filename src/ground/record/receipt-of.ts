import type { Db, Tx } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'

/** What a receipt holds: the entry it is about, as it was promised. */
export interface Receipt {
  entryId: string
  leaf: string
  leafHash: Buffer
  promisedBy: Date
  /** Null until the entry is in the record. */
  leafIndex: number | null
  /** False while its words are held, and once they were removed. */
  isReadable: boolean
  /** Of the matter, for the way to its story. */
  kind: string
}

export async function receiptOf(db: Db | Tx, number: number): Promise<Receipt | null> {
  const row = await db
    .selectFrom('receipts')
    .innerJoin('matters', 'matters.id', 'receipts.matterId')
    .innerJoin('entries', 'entries.id', 'receipts.entryId')
    .leftJoin('recordLeaves', 'recordLeaves.entryId', 'entries.id')
    .select([
      'receipts.entryId',
      'receipts.promisedBy',
      'entries.leaf',
      'entries.leafHash',
      'recordLeaves.leafIndex',
      'matters.visibility',
      'matters.kind',
    ])
    .where('matters.number', '=', number)
    .modifyEnd(kept)
    .executeTakeFirst()
  if (!row) return null
  const { visibility, ...receipt } = row
  return { ...receipt, isReadable: visibility === 'public' }
}
