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
  /** The record's new name. */
  recordName: string
}

/**
 * What makes a database of an earlier day a house that may go on: erases what was erased since, and declares in the record
 * that it was restored, so that witnesses see a restore and not a rollback.
 */
export async function goOnInEpoch(tx: Tx, going: GoingOn): Promise<WentOn> {
  const erasedAgain = await eraseAgain(tx, going)
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
  return { erasedAgain, recordName: await openEpoch(tx, { number, now, newSeed }) }
}

async function eraseAgain(tx: Tx, { slices, erasures, now }: GoingOn): Promise<number> {
  const known = Object.assign({}, ...slices.map(({ erasesAgain }) => erasesAgain ?? {})) as NonNullable<
    Slice['erasesAgain']
  >
  let count = 0
  for (const { id, kind, subject, at } of erasures) {
    const erase = known[kind]
    if (!erase)
      throw new OperatorError(
        `The list of erasures names one of the kind ${kind}, which this version cannot repeat. Update it, then restore.`,
      )
    if (!(await relistErasure(tx, { id, kind, subjectId: subject, erasedAt: new Date(at) }))) continue
    await erase(tx, { subjectId: subject, now })
    count += 1
  }
  return count
}
