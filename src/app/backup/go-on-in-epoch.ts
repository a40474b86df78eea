import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { Slice } from '#core/slice/define-slice.ts'
import { relistErasure } from '#ground/record/note-erasures.ts'
import { epochOf, openEpoch } from '#ground/record/open-epoch.ts'
import { activeKey, putBackSecret, recordSigner } from '#ground/record/record-key.ts'
import type { ListedErasure } from './erasure-list.ts'

export interface GoingOn {
  slices: readonly Slice[]
  /** From the list outside the database. */
  erasures: readonly ListedErasure[]
  /** Its secret half when it is put back into the database, "outside" when RECORD_KEY holds it, or a new one. */
  key: { from: 'file' | 'new'; seed: Uint8Array } | { from: 'outside' | 'database' }
  /** Epochs that are known to have been opened, so that no number is used twice. */
  epochsKnown: readonly number[]
  /** Told the number before anything is committed: a number that is lost harms nobody, one that is used twice does. */
  noteEpoch(number: number): Promise<void>
  now: Date
}

export interface WentOn {
  erasedAgain: number
  /** What would not go: to be erased by hand, and told to whoever runs the house. */
  notErased: readonly ListedErasure[]
  /** The record's new name. */
  recordName: string
}

/**
 * What makes a database of an earlier day a house that may go on: erases what was erased since, and declares in the record
 * that it was restored, so that witnesses see a restore and not a rollback.
 */
export async function goOnInEpoch(tx: Tx, going: GoingOn): Promise<WentOn> {
  const erased = await eraseAgain(tx, going)
  const { key, now } = going
  if (key.from === 'file' && !(await putBackSecret(tx, key.seed)))
    throw new OperatorError(
      'The key in the key file is not the one that signs this record. Nothing was changed.',
    )
  if (key.from !== 'new') await recordSigner(tx)
  const { name } = await activeKey(tx)
  const number = Math.max(epochOf(name), ...going.epochsKnown) + 1
  await going.noteEpoch(number)
  const newSeed = key.from === 'new' ? key.seed : undefined
  return { ...erased, recordName: await openEpoch(tx, { number, now, newSeed }) }
}

/** In the order in which it was done; what would not go is tried once more after the rest, since something may have leant on it. */
async function eraseAgain(tx: Tx, { slices, erasures, now }: GoingOn): Promise<Omit<WentOn, 'recordName'>> {
  const known = new Map(slices.flatMap(({ erasesAgain }) => Object.entries(erasesAgain ?? {})))
  const fresh: ListedErasure[] = []
  for (const erasure of erasures) {
    const { id, kind, subject: subjectId, at } = erasure
    if (!known.has(kind))
      throw new OperatorError(
        `The list of erasures names one of the kind ${kind}, which this version cannot repeat. Update it, then restore.`,
      )
    if (await relistErasure(tx, { id, kind, subjectId, erasedAt: new Date(at) })) fresh.push(erasure)
  }
  const pass = async (waiting: readonly ListedErasure[]) => {
    const failed: ListedErasure[] = []
    for (const erasure of waiting) {
      const { kind, subject: subjectId } = erasure
      if (!(await isDone(tx, async () => known.get(kind)?.(tx, { subjectId, now })))) failed.push(erasure)
    }
    return failed
  }
  const notErased = await pass(await pass(fresh))
  return { erasedAgain: fresh.length - notErased.length, notErased }
}

/** One that fails undoes itself and nothing else: it must not keep a whole house from coming back. */
async function isDone(tx: Tx, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint erasing`.execute(tx)
  try {
    await work()
    await sql`release savepoint erasing`.execute(tx)
    return true
  } catch {
    await sql`rollback to savepoint erasing`.execute(tx)
    return false
  }
}
