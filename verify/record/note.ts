import { createPublicKey, verify } from 'node:crypto'
import { type Bytes, equal, hashFromBase64, sha256, unbase64 } from './hash.ts'

/** A verifier key, `name+id+base64` (C2SP signed-note). `kind` 1 signs notes, 4 cosigns checkpoints as a witness. */
export interface Vkey {
  name: string
  kind: number
  key: Bytes
  id: Bytes
  text: string
}

export interface SignedNote {
  /** What is signed, with its last line feed. */
  body: string
  lines: { name: string; id: Bytes; signature: Bytes }[]
  /** The whole note as it was read. */
  text: string
}

export interface Head {
  origin: string
  size: number
  root: Bytes
}

export function parseVkey(text: string): Vkey | undefined {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text) ?? []
  const bytes = encoded === undefined ? undefined : unbase64(encoded)
  if (!name || !id || bytes?.length !== 33) return undefined
  const key = vkeyOf(name, bytes[0] ?? 0, bytes.subarray(1))
  return key.text === text ? key : undefined
}

export function vkeyOf(name: string, kind: number, key: Bytes): Vkey {
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(kind), key])).subarray(0, 4)
  const encoded = Buffer.concat([Buffer.of(kind), key]).toString('base64')
  return { name, kind, key, id, text: `${name}+${Buffer.from(id).toString('hex')}+${encoded}` }
}

/** What no note holds: control characters but the line end, and what stands for broken ones. */
const CONTROL = /[[\p{Cc}\ufffd]--[\n\u007f-\u009f]]/v

/** The parts of a signed note; undefined when the text is none. No signature is looked at yet. */
export function parseSignedNote(text: string): SignedNote | undefined {
  const cut = text.lastIndexOf('\n\n')
  if (cut < 0 || !text.endsWith('\n') || CONTROL.test(text)) return undefined
  const lines: SignedNote['lines'] = []
  for (const line of text.slice(cut + 2, -1).split('\n')) {
    const [, name, encoded] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? []
    const bytes = encoded === undefined ? undefined : unbase64(encoded)
    if (!name || !bytes || bytes.length < 5 || lines.length === 64) return undefined
    lines.push({ name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) })
  }
  return { body: text.slice(0, cut + 1), lines, text }
}

/** True when the key signed the note: at least one line in its name, and none of them false. */
export function isSignedBy(note: SignedNote, key: Vkey): boolean {
  const own = linesOf(note, key)
  return own.length > 0 && own.every((line) => isEd25519(Buffer.from(note.body), line.signature, key.key))
}

/** When a witness cosigned the checkpoint, in seconds since 1970 (C2SP tlog-cosignature); undefined when it did not. */
export function cosignedAt(note: SignedNote, witness: Vkey): number | undefined {
  const times = linesOf(note, witness).map(({ signature }) => {
    if (signature.length !== 72) return undefined
    const seconds = Buffer.from(signature).readBigUInt64BE()
    const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${note.body}`)
    return isEd25519(message, signature.subarray(8), witness.key) ? Number(seconds) : undefined
  })
  return times.find((time) => time !== undefined)
}

/** The tree head in a checkpoint's text (C2SP tlog-checkpoint), or undefined. */
export function parseHead(body: string): Head | undefined {
  const [, origin, size, hash, more] =
    /^([^\n]+)\n(0|[1-9][0-9]{0,14})\n([^\n]+)\n((?:[^\n]+\n)*)$/.exec(body) ?? []
  const root = hash === undefined ? undefined : hashFromBase64(hash)
  return origin !== undefined && root && more !== undefined ? { origin, size: Number(size), root } : undefined
}

function linesOf(note: SignedNote, key: Vkey) {
  return note.lines.filter((line) => line.name === key.name && equal(line.id, key.id))
}

// An Ed25519 key in the wrapping of RFC 8410, which node:crypto asks for.
const WRAPPING = Buffer.from('302a300506032b6570032100', 'hex')

export function isEd25519(message: Bytes, signature: Bytes, key: Bytes): boolean {
  if (signature.length !== 64) return false
  const wrapped = createPublicKey({ key: Buffer.concat([WRAPPING, key]), format: 'der', type: 'spki' })
  return verify(null, message, wrapped, signature)
}
