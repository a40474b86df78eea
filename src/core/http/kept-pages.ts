import type { FastifyReply, FastifyRequest } from 'fastify'
import { NewsHeard } from '../live/news-heard.ts'
import type { Standing } from './answer.ts'
import type { Exchange } from './exchange.ts'
import { type KeptPage, PageShelf } from './page-shelf.ts'
import { givePage, packingFor, StandingPages } from './standing-pages.ts'

interface Fresh extends KeptPage {
  freshUntil: number
  /** Somebody is making it anew; others take this one meanwhile. */
  isBeingMade: boolean
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
  /** For whom it was made, where it stands. */
  stands?: Standing & { x: Exchange }
}

/**
 * Public answers made once for many. Readers without a cookie get one that is up to a second old, as from any cache before the
 * server. A page that says until when it stands is given to all its readers, as long as the database told of no change: each time it
 * is asked first whether all it told has been heard. Never for the API, whose limits are counted by request.
 */
export class KeptPages {
  readonly #fresh = new PageShelf<Fresh>()
  readonly #standing = new StandingPages()
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
    givePage(reply, page)
    return true
  }

  /** Answers from what still stands; false when the page has to be made. */
  async answerStanding(x: Exchange, reply: FastifyReply): Promise<boolean> {
    return this.#standing.has(x, reply.request) && (await this.#catchUp()) && this.#standing.give(x, reply)
  }

  /** Keeps a public answer to somebody without an account. */
  keep(reply: FastifyReply, { body, etag, text = body, stands }: PageToKeep): void {
    const { request } = reply
    const freshKey = freshKeyOf(request)
    if (freshKey === null && !stands) return
    const about = this.#aboutIfTrue(request, text)
    if (about === null) return
    const page = { body, etag, headers: headersOf(reply), about }
    if (freshKey !== null) this.#fresh.put(freshKey, { ...page, ...this.#freshness(request) })
    if (!stands) return
    this.#standing.keepWhole(stands, request, page)
    this.#standing.keepMain(stands, { html: String(text), about })
  }

  /** Keeps of the page of somebody with an account what all others with one would read in it. */
  keepMain(stands: Standing & { x: Exchange }, { request }: FastifyReply, html: string): void {
    const about = this.#aboutIfTrue(request, html)
    if (about !== null) this.#standing.keepMain(stands, { html, about })
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

  /** Whom a page is about; null where that cannot be known, or one of them changed while it was made. */
  #aboutIfTrue(request: FastifyRequest, text: string | Buffer): ReadonlySet<string> | null {
    const about = aboutWhom(request.url, text)
    return about === null || this.#news.isToldSince(this.#begunAt.get(request) ?? 0, about) ? null : about
  }

  #freshness(request: FastifyRequest): Pick<Fresh, 'freshUntil' | 'isBeingMade'> {
    const now = performance.now()
    const tookMs = now - (this.#begunAt.get(request) ?? 0)
    const lasts = Math.max(this.#freshMs, Math.min(LONGEST_MS, tookMs * TIMES_ITS_COST))
    return { freshUntil: now + lasts, isBeingMade: false }
  }

  #drop(name: string | null): void {
    this.#fresh.forget(name)
    this.#standing.forget(name)
  }
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

const KEPT_HEADERS = ['content-type', 'content-encoding', 'content-language', 'cache-control', 'vary', 'etag']

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
