import { isSameSecret, keyedHash } from '#core/ids/hashes.ts'

/** Whom a mail is for: a call that asks, or an answer that was given. */
export type MailAddress = { to: 'call'; number: number } | { to: 'answer'; number: number; opaque: string }

const OPAQUE_DIGITS = 20
const CALL = /^call-([1-9]\d{0,14})$/
const ANSWER = /^answer-([1-9]\d{0,14})-([0-9a-f]{20})$/

/** Reads what stands before the @; null for an address we never gave out. */
export function readMailAddress(local: string, secret: Uint8Array): MailAddress | null {
  const text = local.toLowerCase()
  const call = CALL.exec(text)?.[1]
  if (call !== undefined) return { to: 'call', number: Number(call) }
  const [, number, opaque] = ANSWER.exec(text) ?? []
  if (number === undefined || opaque === undefined) return null
  const isOurs = isSameSecret(Buffer.from(opaque), Buffer.from(opaqueOf(Number(number), secret)))
  return isOurs ? { to: 'answer', number: Number(number), opaque } : null
}

/** Where a call is answered. */
export const callAddress = (number: number, domain: string) => `call-${number}@${domain}`

/** Where a reply to the letter about an answer goes. Nobody can guess it, so that nobody writes as somebody else's answer. */
export function replyAddress(
  number: number,
  { domain, secret }: { domain: string; secret: Uint8Array },
): string {
  return `answer-${number}-${opaqueOf(number, secret)}@${domain}`
}

function opaqueOf(number: number, secret: Uint8Array): string {
  return keyedHash(secret, 'address for replies', String(number)).toString('hex').slice(0, OPAQUE_DIGITS)
}

/** Both halves of an address, the domain in small letters; null where there is no @. */
export function halvesOf(address: string): { local: string; domain: string } | null {
  const at = address.lastIndexOf('@')
  if (at < 1) return null
  return { local: address.slice(0, at), domain: address.slice(at + 1).toLowerCase() }
}
