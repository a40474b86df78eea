import { randomBytes } from 'node:crypto'

/**
 * UUIDv7 (RFC 9562 section 5.7): 48 bits of milliseconds, then random bits. Sorts by time, so that indexes stay
 * compact. Never for what must not tell its order (papers, tokens, anonymous hand-ins): those take `unorderedId`.
 */
export function orderedId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  return asUuid(bytes, 0x70)
}

/** UUIDv4: 122 random bits, says nothing of when it was made. */
export function unorderedId(): string {
  return asUuid(randomBytes(16), 0x40)
}

function asUuid(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A secret for a link or a cookie: 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
