import type { FastifyReply, FastifyRequest } from 'fastify'
import { takesGzip } from './compress.ts'

interface Kept {
  body: Buffer
  status: number
  headers: Readonly<Record<string, string>>
  etag: string
  freshUntil: number
  /** Somebody is making it anew; others take this one meanwhile. */
  isBeingMade: boolean
}

const MOST_PAGES = 400
/** A page is good for a second; one that was dear to make for as long as twenty such, but never past what its header promises caches. */
const FRESH_MS = 1_000
const LONGEST_MS = 5_000
const TIMES_ITS_COST = 20
/** As `stale-while-revalidate` says in the header of public answers. */
const STALE_MS = 30_000

/**
 * Public answers kept ready for a second, as any cache before the server might: what a storm of readers asks for again is
 * made once. Only for readers without a cookie, so that nobody ever misses what they did themselves; never for the API,
 * whose limits are counted by request.
 */
export class KeptPages {
  readonly #pages = new Map<string, Kept>()

  /** Answers from what is kept; false when the page has to be made. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    const key = keyOf(request)
    const kept = key === null ? undefined : this.#pages.get(key)
    if (!kept || !isUsable(kept, performance.now())) return false
    reply.headers(kept.headers)
    const isKnown = (request.headers['if-none-match'] ?? '').includes(kept.etag)
    if (isKnown) void reply.code(304).send()
    else void reply.code(kept.status).send(kept.body)
    return true
  }

  keep(reply: FastifyReply, { body, etag }: { body: string | Buffer; etag: string }): void {
    const key = keyOf(reply.request)
    if (key === null) return
    const lasts = Math.min(LONGEST_MS, Math.max(FRESH_MS, reply.elapsedTime * TIMES_ITS_COST))
    this.#pages.delete(key)
    this.#pages.set(key, {
      body: Buffer.from(body),
      etag,
      status: 200,
      headers: headersOf(reply),
      freshUntil: performance.now() + lasts,
      isBeingMade: false,
    })
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest)
  }
}

/** The first to find a page stale makes it anew; those who come meanwhile take it as it is. */
function isUsable(kept: Kept, now: number): boolean {
  if (now < kept.freshUntil) return true
  if (!kept.isBeingMade || now > kept.freshUntil + STALE_MS) {
    kept.isBeingMade = true
    return false
  }
  return true
}

/** What the answer depends on (`vary`); null for whatever is not kept. */
function keyOf({ method, url, headers }: FastifyRequest): string | null {
  if (method !== 'GET' || headers.cookie !== undefined || headers.authorization !== undefined) return null
  if (url.startsWith('/api/')) return null
  const packing = takesGzip(headers['accept-encoding']) ? 'gzip' : ''
  return `${url}\n${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}\n${packing}`
}

const KEPT_HEADERS = ['content-type', 'content-encoding', 'content-language', 'cache-control', 'vary', 'etag']

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
