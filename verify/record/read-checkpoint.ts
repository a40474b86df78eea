import { type Head, parseHead, parseSignedNote, type SignedNote } from './note.ts'
import type { Source } from './source.ts'

/** The record's checkpoint of now; undefined when it is not there or is none. Who signed it is not looked at. */
export async function readCheckpoint(source: Source): Promise<{ note: SignedNote; head: Head } | undefined> {
  const note = parseSignedNote(Buffer.from((await source.read('checkpoint')) ?? []).toString('utf8'))
  const head = note && parseHead(note.body)
  return note && head && { note, head }
}
