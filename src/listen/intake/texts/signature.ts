import { createHmac } from 'node:crypto'
import type { RawRequest } from '#core/http/exchange.ts'
import { isSameSecret } from '#core/ids/hashes.ts'

export const TIMESTAMP_HEADER = 'x-folkmoot-timestamp'
export const SIGNATURE_HEADER = 'x-folkmoot-signature'
const WINDOW_SECONDS = 300

/** The two headers that sign a body: seconds since 1970, and HMAC-SHA-256 over them, a dot and the bytes. */
export function signedHeaders(
  body: Uint8Array,
  { secret, now }: { secret: string; now: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signatureOf(body, timestamp, secret) }
}

/** Why a signed request is not believed; null when it is. A copy sent later than five minutes is not. */
export function signatureProblem(
  { bytes, header }: RawRequest,
  { secret, now }: { secret: string; now: Date },
): 'unsigned' | 'stale' | null {
  const timestamp = header(TIMESTAMP_HEADER)
  const given = Buffer.from(header(SIGNATURE_HEADER))
  if (!/^\d{1,12}$/.test(timestamp)) return 'unsigned'
  if (!isSameSecret(given, Buffer.from(signatureOf(bytes, timestamp, secret)))) return 'unsigned'
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS ? 'stale' : null
}

function signatureOf(body: Uint8Array, timestamp: string, secret: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`
}
