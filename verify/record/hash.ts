import { hash } from 'node:crypto'

export type Bytes = Uint8Array<ArrayBufferLike>

/** RFC 6962, section 2.1: a leaf is hashed after a zero byte, two children after a one byte. */
export function hashLeaf(entry: Bytes): Bytes {
  return sha256(Buffer.concat([Buffer.of(0), entry]))
}

export function hashChildren(left: Bytes, right: Bytes): Bytes {
  return sha256(Buffer.concat([Buffer.of(1), left, right]))
}

export function sha256(bytes: Bytes): Bytes {
  return hash('sha256', bytes, 'buffer')
}

export function equal(one: Bytes, other: Bytes): boolean {
  return Buffer.compare(one, other) === 0
}

export function base64(bytes: Bytes): string {
  return Buffer.from(bytes).toString('base64')
}

/** Undefined unless the text is just what `base64` would write: a hash must have one spelling. */
export function unbase64(text: string): Bytes | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** A hash of 32 bytes in base64, or undefined. */
export function hashFromBase64(text: string): Bytes | undefined {
  const bytes = unbase64(text)
  return bytes?.length === 32 ? bytes : undefined
}

export function hex(bytes: Bytes): string {
  return Buffer.from(bytes).toString('hex')
}
