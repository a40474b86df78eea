import { createHmac, hash, timingSafeEqual } from 'node:crypto'

export function sha256(...parts: (Uint8Array | string)[]): Buffer {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))
  return hash('sha256', Buffer.concat(bytes), 'buffer')
}

/** HMAC-SHA-256 under the house's secret; `purpose` keeps one use apart from another. */
export function keyedHash(secret: Uint8Array, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(purpose).update('\0').update(text).digest()
}

/** Compares without telling by its time where the two differ. */
export function isSameSecret(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
