import { fromBase64, sameBytes, toBase64 } from './bytes.ts'
import { isKeyName, isSignatureOf, keyId, type Signer, signBytes, type Verifier } from './note-keys.ts'

/** One line under a note, as found; nothing is said about whether it holds. */
export interface NoteSignature {
  name: string
  /** Four bytes. */
  keyId: Uint8Array
  /** 64 bytes for a signature of kind 1; 72 for a cosignature, its time first. */
  bytes: Uint8Array
}

/** A signed note (C2SP signed-note): text that ends in a line feed, and signatures. */
export interface Note {
  text: string
  signatures: readonly NoteSignature[]
}

/** More than any record needs, and a bound on what a stranger can make us check. C2SP asks for at least 16. */
export const NOTE_SIGNATURES_MAX = 64

/** The note's text with signature lines below. Texts end in a line feed. Throws TypeError on a text no note can have. */
export function noteText(note: Note): string {
  if (!isNoteBody(note.text))
    throw new TypeError('a note’s text ends in a line feed and has no control character')
  return `${note.text}\n${note.signatures.map(signatureLine).join('')}`
}

/** One signature line: em dash, name, base64 of key id and signature, line feed. */
export function signatureLine({ name, keyId, bytes }: NoteSignature): string {
  return `— ${name} ${toBase64(new Uint8Array([...keyId, ...bytes]))}\n`
}

/** Text signed by each signer in turn, as a note. */
export function signNote(text: string, ...signers: readonly Signer[]): string {
  const message = new TextEncoder().encode(text)
  const signatures = signers.map((signer) => ({
    name: signer.name,
    keyId: keyId(signer),
    bytes: signBytes(message, signer.seed),
  }))
  return noteText({ text, signatures })
}

/** A note taken apart, or null when it is none. Nothing is verified yet. */
export function parseNote(note: string): Note | null {
  const border = note.lastIndexOf('\n\n')
  if (border < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, border + 1)
  const lines = note.slice(border + 2, -1).split('\n')
  if (!isNoteBody(text) || lines.length > NOTE_SIGNATURES_MAX) return null
  const signatures = lines.map(parseSignatureLine)
  return signatures.every((signature) => signature !== null) ? { text, signatures } : null
}

export type NoteCheck = 'signed' | 'wrong-signature' | 'not-signed-by-it'

/** Whether `verifier` (kind 1) signed the note. A line in its name and id that does not hold spoils the whole note. */
export function checkNote(note: Note, verifier: Verifier): NoteCheck {
  const own = signaturesBy(note, verifier)
  if (own.length === 0) return 'not-signed-by-it'
  const message = new TextEncoder().encode(note.text)
  const holds = own.every(({ bytes }) => isSignatureOf(message, bytes, verifier.publicKey))
  return holds ? 'signed' : 'wrong-signature'
}

/** The text of a note that `verifier` signed, or null. */
export function verifyNote(note: string, verifier: Verifier): string | null {
  const parsed = parseNote(note)
  return parsed && checkNote(parsed, verifier) === 'signed' ? parsed.text : null
}

/** The lines that carry the name and id of this key. */
export function signaturesBy(note: Note, verifier: Verifier): NoteSignature[] {
  const id = keyId(verifier)
  return note.signatures.filter((line) => line.name === verifier.name && sameBytes(line.keyId, id))
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = encoded === undefined ? null : fromBase64(encoded)
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length < 5) return null
  return { name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) }
}

function isNoteBody(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !/[\p{Cc}--[\n\u007f-\u009f]]/v.test(text)
}
