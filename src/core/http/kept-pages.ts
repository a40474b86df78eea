import type { FastifyReply, FastifyRequest } from 'fastify'
import { NewsHeard } from '../live/news-heard.ts'
import { takesGzip } from './compress.ts'
import type { Exchange } from './exchange.ts'
import { type KeptPage, PageShelf } from './page-shelf.ts'

interface Fresh extends KeptPage {
  freshUntil: number
  /** Somebody is making it anew; others take this one meanwhile. */
  isBeingMade: boolean
}

interface Standing extends KeptPage {
  /** Moments of the house's clock between which it says what is so. */
  from: Date
  until: Date
}

/** A page is good for a second; one that was dear to make for as long as twenty such, but never past what its header promises caches. */
const FRESH_MS = 1_000
const LONGEST_MS = 5_000
const TIMES_ITS_COST = 20
/** As `stale-while-revalidate` says in the header of public answers. */
const STALE_MS = 30_000

export interface PageToKeep {
  body: Buffer
  etag: string
  /** The body before it was made smaller, in which the numbers it is about are found. */
  text?: string | Buffer
  /** For whom it was made, and how long it stands (`Answer`). */
  stands?: { x: Exchange; until: Date }
}

/**
 * Public answers made once for many. Readers without a cookie get one that is up to a second old, as from any cache before the
 * server. A page that says until when it stands is also given to readers with a cookie and no account, as long as the database told
 * of no change: each time it is asked first whether all it told has been heard. Never for the API, whose limits are counted by request.
 */
export class KeptPages {
  readonly #fresh = new PageShelf<Fresh>()
  readonly #standing = new PageShelf<Standing>()
  readonly #news = new NewsHeard()
  readonly #begunAt = new WeakMap<FastifyRequest, number>()
  readonly #freshMs: number
  #catchUp: () => Promise<boolean> = async () => false

  /** `freshMs` is for tests, which wait for nothing. */
  constructor({ freshMs = FRESH_MS }: { freshMs?: number } = {}) {
    this.#freshMs = freshMs
  }

  /** Answers from what was just made; false when nothing is fresh. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    const key = freshKeyOf(request)
    const page = key === null ? undefined : this.#fresh.get(key)
    const now = performance.now()
    if (!page || !isUsable(page, now)) {
      this.#begunAt.set(request, now)
      return false
    }
    give(reply, page)
    return true
  }

  /** Answers from what still stands; false when the page has to be made. */
  async answerStanding(x: Exchange, reply: FastifyReply): Promise<boolean> {
    const key = standingKeyOf(x, reply.request)
    if (key === null || !this.#standing.get(key) || !(await this.#catchUp())) return false
    const page = this.#standing.get(key)
    if (!page || x.now < page.from || x.now >= page.until) return false
    give(reply, page)
    return true
  }

  keep(reply: FastifyReply, { body, etag, text = body, stands }: PageToKeep): void {
    const { request } = reply
    const freshKey = freshKeyOf(request)
    const standingKey = stands ? standingKeyOf(stands.x, request) : null
    if (freshKey === null && standingKey === null) return
    const about = aboutWhom(request.url, text)
    if (about === null) return
    const now = performance.now()
    const begunAt = this.#begunAt.get(request) ?? 0
    if (this.#news.isToldSince(begunAt, about)) return
    const page = { body, etag, headers: headersOf(reply), about }
    const lasts = Math.max(this.#freshMs, Math.min(LONGEST_MS, (now - begunAt) * TIMES_ITS_COST))
    if (freshKey !== null) this.#fresh.put(freshKey, { ...page, freshUntil: now + lasts, isBeingMade: false })
    if (stands && standingKey !== null)
      this.#standing.put(standingKey, { ...page, from: stands.x.now, until: stands.until })
  }

  /** How it is found out that every change committed before has been heard. */
  hearBy(catchUp: () => Promise<boolean>): void {
    this.#catchUp = catchUp
  }

  /** Lets go at once of every page about what a topic names (`story:2417`, `body:housing`): its words may just have been removed. */
  forget(topic: string): void {
    this.#drop(this.#news.hear(topic))
  }

  /** While no news is heard nothing is kept, and nothing that was kept before is given. */
  setDeaf(isDeaf: boolean): void {
    this.#news.setDeaf(isDeaf)
    this.#drop(null)
  }

  #drop(name: string | null): void {
    this.#fresh.forget(name)
    this.#standing.forget(name)
  }
}

function give(reply: FastifyReply, { headers, etag, body }: KeptPage): void {
  reply.headers(headers)
  const isKnown = (reply.request.headers['if-none-match'] ?? '').includes(etag)
  if (isKnown) void reply.code(304).send()
  else void reply.code(200).send(body)
}

const MOST_LINKS = 2_000

/**
 * Matters have one row of public numbers, whatever their kind: `/submissions/2417`, `/answers/2418`. Null where they are too many: somebody
 * may have written them so that news of one that matters is not looked for.
 */
function aboutWhom(url: string, text: string | Buffer): ReadonlySet<string> | null {
  const [path = ''] = url.split('?', 1)
  const about = new Set(path.split('/'))
  for (const [, number = ''] of String(text).matchAll(/\/[a-z]+\/(\d{1,15})(?!\d)/g)) {
    if (about.size > MOST_LINKS) return null
    about.add(number)
  }
  return about
}

/** The first to find a page stale makes it anew; those who come meanwhile take it as it is. */
function isUsable(page: Fresh, now: number): boolean {
  if (now < page.freshUntil) return true
  if (!page.isBeingMade || now > page.freshUntil + STALE_MS) {
    page.isBeingMade = true
    return false
  }
  return true
}

/** What the answer depends on (`vary`); null for whatever is not kept. */
function freshKeyOf({ method, url, headers }: FastifyRequest): string | null {
  if (method !== 'GET' || headers.cookie !== undefined || headers.authorization !== undefined) return null
  if (url.startsWith('/api/')) return null
  return `${url}\n${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}\n${packingFor(headers)}`
}

/** A page that stands is the same for all without an account who read its language. */
function standingKeyOf(x: Exchange, { headers }: FastifyRequest): string | null {
  if (x.method !== 'GET' || x.wants !== 'html' || x.viewer.person !== null) return null
  return `${x.url}\n${x.language}\n${packingFor(headers)}`
}

const packingFor = (headers: FastifyRequest['headers']) =>
  takesGzip(headers['accept-encoding']) ? 'gzip' : ''

const KEPT_HEADERS = ['content-type', 'content-encoding', 'content-language', 'cache-control', 'vary', 'etag']

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
