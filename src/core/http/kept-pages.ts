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
  /** Whom it is about: public numbers it links to, and the words of its own address. */
  about: ReadonlySet<string>
}

const MOST_PAGES = 400
/** A page is good for a second; one that was dear to make for as long as twenty such, but never past what its header promises caches. */
const FRESH_MS = 1_000
const LONGEST_MS = 5_000
const TIMES_ITS_COST = 20
/** Longer than any page takes to make: news older than this can no longer be missed by one under way. */
const NEWS_MS = 120_000
/** As `stale-while-revalidate` says in the header of public answers. */
const STALE_MS = 30_000

/**
 * Public answers kept ready for a second, as any cache before the server might: what a storm of readers asks for again is
 * made once. Only for readers without a cookie, so that nobody ever misses what they did themselves; never for the API,
 * whose limits are counted by request.
 */
export class KeptPages {
  readonly #pages = new Map<string, Kept>()
  /** When each was last told of; a page begun before then may have been read from what was there before. */
  readonly #changedAt = new Map<string, number>()
  #allChangedAt = 0
  #isDeaf = false
  readonly #begunAt = new WeakMap<FastifyRequest, number>()
  readonly #freshMs: number

  /** `freshMs` is for tests, which wait for nothing. */
  constructor({ freshMs = FRESH_MS }: { freshMs?: number } = {}) {
    this.#freshMs = freshMs
  }

  /** Answers from what is kept; false when the page has to be made. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    const key = keyOf(request)
    const kept = key === null ? undefined : this.#pages.get(key)
    const now = performance.now()
    if (!kept || !isUsable(kept, now)) {
      this.#begunAt.set(request, now)
      return false
    }
    reply.headers(kept.headers)
    const isKnown = (request.headers['if-none-match'] ?? '').includes(kept.etag)
    if (isKnown) void reply.code(304).send()
    else void reply.code(kept.status).send(kept.body)
    return true
  }

  /** `text` is the body before it was made smaller, in which the numbers it is about are found. */
  keep(
    reply: FastifyReply,
    { body, etag, text = body }: { body: string | Buffer; etag: string; text?: string | Buffer },
  ): void {
    const key = keyOf(reply.request)
    if (key === null) return
    const about = aboutWhom(reply.request.url, text)
    const now = performance.now()
    const begunAt = this.#begunAt.get(reply.request) ?? 0
    if (this.#isOvertaken(about, begunAt)) return
    const lasts = Math.max(this.#freshMs, Math.min(LONGEST_MS, (now - begunAt) * TIMES_ITS_COST))
    this.#pages.delete(key)
    this.#pages.set(key, {
      body: Buffer.from(body),
      etag,
      status: 200,
      headers: headersOf(reply),
      freshUntil: now + lasts,
      isBeingMade: false,
      about,
    })
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest)
  }

  /** Lets go at once of every page about what a topic names (`story:2417`, `body:housing`): its words may just have been removed. */
  forget(topic: string): void {
    const name = topic.slice(topic.indexOf(':') + 1)
    const now = performance.now()
    this.#changedAt.delete(name)
    this.#changedAt.set(name, now)
    for (const [key, { about }] of this.#pages) if (about.has(name)) this.#pages.delete(key)
    for (const [old, at] of this.#changedAt) {
      if (now - at < NEWS_MS) break
      this.#changedAt.delete(old)
    }
  }

  /** While no news is heard nothing is kept, and nothing that was kept before is given. */
  setDeaf(isDeaf: boolean): void {
    this.#isDeaf = isDeaf
    this.#allChangedAt = performance.now()
    this.#pages.clear()
  }

  #isOvertaken(about: ReadonlySet<string>, begunAt: number): boolean {
    if (this.#isDeaf || this.#allChangedAt >= begunAt) return true
    for (const name of about) if ((this.#changedAt.get(name) ?? 0) >= begunAt) return true
    return false
  }
}

const MOST_LINKS = 2_000

/** Matters have one row of public numbers, whatever their kind: `/submissions/2417`, `/answers/2418`. */
function aboutWhom(url: string, text: string | Buffer): ReadonlySet<string> {
  const [path = ''] = url.split('?', 1)
  const about = new Set(path.split('/'))
  for (const [, number = ''] of String(text).matchAll(/\/[a-z]+\/(\d{1,15})(?!\d)/g)) {
    if (about.size > MOST_LINKS) break
    about.add(number)
  }
  return about
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
