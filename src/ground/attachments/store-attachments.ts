import type { Tx } from '#core/db/connect.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { Attachment } from './make-attachments.ts'

/** Keeps files beside the words they came with, inside the hand-in's transaction. Their ids tell neither order nor time. */
export async function storeAttachments(
  tx: Tx,
  { matterId, attachments }: { matterId: string; attachments: readonly Attachment[] },
): Promise<void> {
  if (attachments.length === 0) return
  const rows = attachments.map((attachment, at) => ({
    id: unorderedId(),
    matterId,
    place: at + 1,
    ...attachment,
  }))
  await tx.insertInto('attachments').values(rows).execute()
}

/** What the entry of a hand-in says of its files. */
export function attachmentsInWords(attachments: readonly Attachment[]) {
  if (attachments.length === 0) return undefined
  return attachments.map(({ mediaType, bytes, sha256 }) => ({
    type: mediaType,
    bytes: bytes.length,
    sha256: sha256.toString('hex'),
  }))
}

/** Deletes the files of a matter whose words are erased; their hashes go with the sealed words. */
export async function eraseAttachments(tx: Tx, matterId: string): Promise<void> {
  await tx.deleteFrom('attachments').where('matterId', '=', matterId).execute()
}
