import type { Db } from '#core/db/connect.ts'
import { parseCheckpoint } from '#methods/merkle/checkpoint.ts'
import { cosignedAt } from '#methods/merkle/cosignature.ts'
import { parseNote, signatureLine, signaturesBy } from '#methods/merkle/note.ts'
import { parseVkey } from '#methods/merkle/note-keys.ts'

export type Taken = 'taken' | 'unreadable' | 'not-our-checkpoint' | 'no-trusted-witness'

/** Keeps the cosignatures of trusted witnesses that a note carries; whoever sends it, only their keys count. */
export async function takeCosignature(db: Db, noteText: string, now: Date): Promise<Taken> {
  const note = parseNote(noteText)
  const checkpoint = note && parseCheckpoint(note.text)
  if (!note || !checkpoint) return 'unreadable'
  const ours = await db
    .selectFrom('checkpoints')
    .select('note')
    .where('treeSize', '=', checkpoint.size)
    .executeTakeFirst()
  if (!ours || parseNote(ours.note)?.text !== note.text) return 'not-our-checkpoint'
  const witnesses = await db.selectFrom('witnesses').select(['id', 'verifierKey']).execute()
  let isTaken = false
  for (const { id, verifierKey } of witnesses) {
    const key = parseVkey(verifierKey)
    const signature = key && cosignedAt(note, key) !== null ? signaturesBy(note, key)[0] : undefined
    if (!signature) continue
    const row = { treeSize: checkpoint.size, witnessId: id, line: signatureLine(signature), receivedAt: now }
    await db
      .insertInto('cosignatures')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    isTaken = true
  }
  return isTaken ? 'taken' : 'no-trusted-witness'
}
