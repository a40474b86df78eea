import type { Tx } from '#core/db/connect.ts'
import type { Leaf } from '#methods/merkle/leaf.ts'
import { appendEntry, type Entry, type EntryDraft } from './append-entry.ts'
import { noteErasures } from './note-erasures.ts'

export interface SealedErasure {
  entryIds: readonly string[]
  /** Which words of them; both when not said. */
  parts?: readonly ('public' | 'private')[]
  /** The type of the tombstone; a slice that erases for a reason of its own declares one. */
  kind?: string
  at: Date
  /** The body that erases, when it is one. */
  bodyId?: string
}

const BOTH = ['public', 'private'] as const

/**
 * Erases for good the sealed words of entries, inside the transaction of whatever else is erased with them: salt and content
 * go, each entry gets a tombstone, and the erasure goes onto the list that is kept outside the database, so that a restored
 * backup does not bring the words back. The leaves, their proofs and every older checkpoint stay valid. Words that are gone
 * already get no second tombstone, so it may be called again. Answers the tombstones.
 */
export async function eraseSealed(tx: Tx, erasure: SealedErasure): Promise<Entry[]> {
  const { entryIds, parts = BOTH, at } = erasure
  if (entryIds.length === 0) return []
  const gone = await tx
    .deleteFrom('sealed')
    .where('entryId', 'in', entryIds)
    .where('part', 'in', parts)
    .returning(['entryId', 'part'])
    .execute()
  await noteErasures(
    tx,
    gone.map(({ entryId, part }) => ({ kind: `sealed.${part}`, subjectId: entryId })),
    at,
  )
  const erased = new Set(gone.map(({ entryId }) => entryId))
  const tombstones: Entry[] = []
  for (const entryId of entryIds.filter((id) => erased.delete(id)))
    tombstones.push(await appendEntry(tx, await tombstoneOf(tx, entryId, erasure)))
  return tombstones
}

async function tombstoneOf(
  tx: Tx,
  entryId: string,
  { kind = 'record.erased', at, bodyId }: SealedErasure,
): Promise<EntryDraft> {
  const { leaf, matterId, workId } = await tx
    .selectFrom('entries')
    .select(['leaf', 'matterId', 'workId'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  const { number } = JSON.parse(leaf) as Leaf
  const matter = matterId && number ? { id: matterId, number } : undefined
  return { kind, at, matter, workId: workId ?? undefined, bodyId, tombstoneOf: entryId }
}

/** After a restore: erases what the list says was erased, with a tombstone of its own. */
export async function eraseSealedAgain(
  tx: Tx,
  { entryId, part, now }: { entryId: string; part: 'public' | 'private'; now: Date },
): Promise<void> {
  await eraseSealed(tx, { entryIds: [entryId], parts: [part], at: now })
}
