import type { Db, Tx } from '#core/db/connect.ts'

export interface SignedCheckpoint {
  size: number
  /** The signed note with the cosignatures it carries. */
  note: string
  signedAt: Date
  /** Names of the outside witnesses who cosigned it. */
  witnesses: string[]
}

export async function newestCheckpoint(db: Db | Tx): Promise<SignedCheckpoint | null> {
  const row = await db
    .selectFrom('checkpoints')
    .select(['treeSize', 'note', 'signedAt'])
    .orderBy('treeSize', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? withWitnesses(db, row) : null
}

/** The newest that carries a cosignature; null while the record has no outside witness. */
export async function newestWitnessed(db: Db | Tx): Promise<SignedCheckpoint | null> {
  const row = await db
    .selectFrom('checkpoints')
    .select(['treeSize', 'note', 'signedAt'])
    .where('treeSize', '=', (eb) =>
      eb.selectFrom('cosignatures').select((cosignature) => cosignature.fn.max('treeSize').as('size')),
    )
    .executeTakeFirst()
  return row ? withWitnesses(db, row) : null
}

async function withWitnesses(
  db: Db | Tx,
  row: { treeSize: number; note: string; signedAt: Date },
): Promise<SignedCheckpoint> {
  const lines = await db
    .selectFrom('cosignatures')
    .innerJoin('witnesses', 'witnesses.id', 'cosignatures.witnessId')
    .select(['cosignatures.line', 'witnesses.name'])
    .where('cosignatures.treeSize', '=', row.treeSize)
    .orderBy('witnesses.name')
    .execute()
  return {
    size: row.treeSize,
    note: row.note + lines.map(({ line }) => line).join(''),
    signedAt: row.signedAt,
    witnesses: lines.map(({ name }) => name),
  }
}
