import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export function sha256(...parts: (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** HMAC-SHA-256 under the house's secret; `purpose` keeps one use apart from another. */
export function keyedHash(secret: Uint8Array, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(purpose).update('\0').update(text).digest()
}

/** Compares without telling by its time where the two differ. */
export function isSameSecret(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
