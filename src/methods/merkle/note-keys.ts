import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { fromBase64, toBase64, toHex } from './bytes.ts'
import { sha256 } from './hashing.ts'

/** 1 signs notes (C2SP signed-note), 4 cosigns checkpoints with a time (C2SP tlog-cosignature). Both are Ed25519. */
export type KeyKind = 1 | 4

/** What it takes to check a signature: a name, what the key does, 32 bytes of Ed25519 public key. */
export interface Verifier {
  name: string
  kind: KeyKind
  publicKey: Uint8Array
}

/** A verifier that can sign. `seed` is the 32 secret bytes of RFC 8032. */
export interface Signer extends Verifier {
  seed: Uint8Array
}

// DER around a raw Ed25519 key (RFC 8410): node:crypto takes none without.
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

/** A signer from 32 secret random bytes. The name has no space and no plus; for a record it is its origin. */
export function signerFromSeed(name: string, seed: Uint8Array, kind: KeyKind = 1): Signer {
  if (!isKeyName(name)) throw new TypeError('a key name has at least one letter, no space and no plus')
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes')
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' })
  return { name, kind, publicKey: new Uint8Array(spki.subarray(PUBLIC_DER.length)), seed }
}

/** `name+<key id>+<base64>`: the key as people pass it on. C2SP signed-note, "verifier keys". */
export function vkeyText(key: Verifier): string {
  return `${key.name}+${toHex(keyId(key))}+${toBase64(new Uint8Array([key.kind, ...key.publicKey]))}`
}

/** The verifier a vkey text names, or null. A key id that does not fit the key is refused. */
export function parseVkey(text: string): Verifier | null {
  const parsed = parseKeyText(text)
  if (!parsed) return null
  const verifier = { name: parsed.name, kind: parsed.kind, publicKey: parsed.key }
  return vkeyText(verifier) === text ? verifier : null
}

/** `PRIVATE+KEY+name+<key id>+<base64>`, as Go's note package and its tools write a signing key. */
export function signingKeyText(signer: Signer): string {
  return `PRIVATE+KEY+${signer.name}+${toHex(keyId(signer))}+${toBase64(new Uint8Array([signer.kind, ...signer.seed]))}`
}

/** The signer of a `PRIVATE+KEY+…` text, or null. */
export function parseSigningKey(text: string): Signer | null {
  const parsed = text.startsWith('PRIVATE+KEY+') ? parseKeyText(text.slice('PRIVATE+KEY+'.length)) : null
  if (!parsed) return null
  const signer = signerFromSeed(parsed.name, parsed.key, parsed.kind)
  return signingKeyText(signer) === text ? signer : null
}

/** First four bytes of SHA-256(name ‖ LF ‖ kind ‖ public key). A label, not a safeguard: it is easily matched. */
export function keyId({ name, kind, publicKey }: Verifier): Uint8Array {
  return sha256(new TextEncoder().encode(`${name}\n`), new Uint8Array([kind]), publicKey).slice(0, 4)
}

/** Name of at least one character, without Unicode space, plus sign or control character. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s\p{Z}\p{Cc}+]/u.test(name)
}

/** Ed25519 signature (RFC 8032), 64 bytes. */
export function signBytes(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKeyOf(seed)))
}

/** True when the 64 bytes are an Ed25519 signature over the message. Never throws. */
export function isSignatureOf(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

const privateKeys = new WeakMap<Uint8Array, KeyObject>()

/** Made once for the same bytes in memory: making a key costs as much as signing with it. */
function privateKeyOf(seed: Uint8Array): KeyObject {
  const known = privateKeys.get(seed)
  if (known) return known
  const made = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' })
  privateKeys.set(seed, made)
  return made
}

function parseKeyText(text: string): { name: string; kind: KeyKind; key: Uint8Array } | null {
  const [, name, encoded] = /^([^+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  const bytes = encoded === undefined ? null : fromBase64(encoded)
  if (name === undefined || !isKeyName(name) || bytes?.length !== 33) return null
  const kind = bytes[0]
  return kind === 1 || kind === 4 ? { name, kind, key: bytes.slice(1) } : null
}
