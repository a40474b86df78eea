import { gzipSync } from 'node:zlib'

/** Shorter answers fit into one packet as they are. */
const SHORTEST = 1_200
const LEVEL = 5

/**
 * Text that everybody gets, made smaller for who takes gzip; null to send it as it is. Only ever for pages that are the same
 * for all: in one that holds a secret beside words of the address, its length would tell the secret (BREACH).
 */
export function compressed(body: Buffer, type: string, accepts?: Accepts): Buffer | null {
  if (body.length < SHORTEST || !/^(text\/|application\/(json|atom\+xml))/.test(type)) return null
  return takesGzip(accepts) ? gzipOf(body) : null
}

/** Bytes that a handler keeps and sends again and again are made smaller once. */
const known = new WeakMap<Buffer, Buffer>()

function gzipOf(body: Buffer): Buffer {
  const earlier = known.get(body)
  if (earlier) return earlier
  const smaller = gzipSync(body, { level: LEVEL })
  known.set(body, smaller)
  return smaller
}

type Accepts = string | string[]

/** Whether an Accept-Encoding header takes gzip (RFC 9110 section 12.5.3). */
export function takesGzip(accepts: Accepts = ''): boolean {
  return String(accepts)
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .some((coding) => /^gzip(;|$)/.test(coding) && !/;\s*q=0(\.0*)?$/.test(coding))
}
