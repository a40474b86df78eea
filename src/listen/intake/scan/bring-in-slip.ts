import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import type { TakenIn } from '../../calls/index.ts'
import { type Entered, enterAnswers, startOfHour } from '../help/enter-answers.ts'
import { claimSlip, type Slip } from './find-slip.ts'

interface BringingIn {
  slip: Slip
  entry: Entered
  helperId: string
  /** Made anew already; one that waited with the slip is added to them. */
  attachments: readonly Attachment[]
  at: Date
}

export type BroughtIn = TakenIn | { ok: false; why: 'used' }

/** Stores a slip's answer under the number and the key that were printed on it, once for whoever is first. */
export async function bringInSlip(
  db: Db,
  { slip, entry, helperId, attachments, at }: BringingIn,
): Promise<BroughtIn> {
  return inTransaction(db, async (tx) => {
    if ((await claimSlip(tx, slip.id)).answerId !== null) return { ok: false, why: 'used' } as const
    const waiting = await pictureOf(tx, slip.id)
    const answer = {
      ...entry.answer,
      printed: { number: slip.number, keyHash: slip.keyHash },
      attachments: [...(waiting ? [waiting.picture] : []), ...attachments],
      // A form that was here in time is in time, whenever its words are typed.
      saidAt: entry.answer.saidAt ?? waiting?.broughtAt,
    }
    const entries = [{ ...entry, answer, slipId: slip.id, gatheringId: slip.gatheringId }]
    const [taken] = await enterAnswers(tx, { entries, helperId, at })
    if (!taken) throw new Error('A slip was neither taken in nor refused.')
    if (taken.ok) await markUsed(tx, slip.id, { answerId: taken.id, at })
    return taken
  })
}

async function markUsed(
  tx: Tx,
  slipId: string,
  { answerId, at }: { answerId: string; at: Date },
): Promise<void> {
  const usedAt = startOfHour(at)
  await tx.updateTable('slips').set({ answerId, usedAt }).where('id', '=', slipId).execute()
  await tx.deleteFrom('slipPictures').where('slipId', '=', slipId).execute()
}

export async function pictureOf(
  db: Db | Tx,
  slipId: string,
): Promise<{ picture: Attachment; broughtAt: Date } | null> {
  const row = await db
    .selectFrom('slipPictures')
    .select(['mediaType', 'bytes', 'sha256', 'broughtAt'])
    .where('slipId', '=', slipId)
    .executeTakeFirst()
  if (!row) return null
  const { broughtAt, bytes, sha256 } = row
  return { picture: { mediaType: row.mediaType as Attachment['mediaType'], bytes, sha256 }, broughtAt }
}

interface Keeping {
  slip: Slip
  picture: Attachment
  consent: Entered['consent']
  saidOn: string | null
  helperId: string
  at: Date
}

/** Keeps a form's picture until somebody types its words; a second picture of the same form changes nothing. */
export async function keepPicture(db: Db, { slip, picture, consent, saidOn, helperId, at }: Keeping) {
  return inTransaction(db, async (tx): Promise<{ ok: boolean }> => {
    if ((await claimSlip(tx, slip.id)).answerId !== null) return { ok: false }
    const row = { slipId: slip.id, ...picture, consent, saidOn, broughtBy: helperId, broughtAt: at }
    await tx
      .insertInto('slipPictures')
      .values(row)
      .onConflict((conflict) => conflict.column('slipId').doNothing())
      .execute()
    return { ok: true }
  })
}
