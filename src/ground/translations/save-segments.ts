import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { findTranslation, type Worked, workOf } from './find-translation.ts'
import { asOneParagraph } from './segments.ts'

export interface Written {
  part: string
  place: number
  words: string
}

export interface Saving {
  id: string
  written: readonly Written[]
  by: string
  /** When the page was opened: what another person wrote since then is not overwritten. */
  seenAt: Date
  now: Date
}

export type Saved = { saved: number; keptOfOthers: number }

/** Keeps what was written, paragraph by paragraph. Whatever changes takes an offer back: the whole is read again. */
export async function saveSegments(db: Db, saving: Saving): Promise<Saved | null> {
  return inTransaction(db, async (tx) => {
    await tx.selectFrom('translations').select('id').where('id', '=', saving.id).forUpdate().execute()
    const translation = await findTranslation(tx, saving.id)
    if (!translation) return null
    const work = await workOf(tx, translation)
    const changed = saving.written.flatMap((written) => changeOf(written, work))
    const mine = changed.filter(({ worked }) => !isFreshOfAnother(worked, saving))
    for (const { worked, words } of mine) await keepSegment(tx, { worked, words, ...saving })
    if (mine.length > 0 && translation.offeredAt !== null) await takeOfferBack(tx, saving.id)
    return { saved: mine.length, keptOfOthers: changed.length - mine.length }
  })
}

function changeOf({ part, place, words }: Written, work: readonly Worked[]) {
  const worked = work.find((one) => one.part === part && one.place === place)
  const said = asOneParagraph(words)
  if (!worked || said === '') return []
  // What a machine drafted becomes a person's only when a person changed it, or what it translates has.
  return said === worked.written && !worked.isOld ? [] : [{ worked, words: said }]
}

function isFreshOfAnother({ savedBy, savedAt }: Worked, { by, seenAt }: Saving): boolean {
  return savedAt !== null && savedBy !== by && savedAt > seenAt
}

async function keepSegment(
  tx: Tx,
  { id, worked, words, by, now }: { worked: Worked; words: string } & Saving,
): Promise<void> {
  const { part, place, hash } = worked
  const row = { words, originalHash: hash, isMachine: false, savedBy: by, savedAt: now }
  await tx
    .insertInto('translationSegments')
    .values({ translationId: id, part, place, ...row })
    .onConflict((conflict) => conflict.columns(['translationId', 'part', 'place']).doUpdateSet(row))
    .execute()
}

async function takeOfferBack(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('translations')
    .set({ offeredAt: null, offeredBy: null })
    .where('id', '=', id)
    .execute()
}
