import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Standing } from './answer.ts'
import { takesGzip } from './compress.ts'
import type { Exchange } from './exchange.ts'
import { type KeptPage, PageShelf } from './page-shelf.ts'

interface Stands extends KeptPage {
  /** Moments of the house's clock between which it says what is so. */
  from: Date
  until: Date
}

/** What is within `main`, in bytes, with what the frame around it is made of. */
interface StandingMain extends Stands, Pick<Standing, 'frame' | 'exceptFor'> {}

/** A page that stands, and for whom it was made. */
type Made = Standing & { x: Exchange }

const MOST_BYTES_EACH = 12_000_000

/**
 * Pages given as long as the database told of no change: whole to readers without an account, and to the others what is the same
 * for all, in a frame of their own. Not to the one person whose page says more.
 */
export class StandingPages {
  readonly #whole = new PageShelf<Stands>({ mostBytes: MOST_BYTES_EACH })
  readonly #mains = new PageShelf<StandingMain>({ mostBytes: MOST_BYTES_EACH })

  /** Whether there is one to give, though it may not stand any more. */
  has(x: Exchange, request: FastifyRequest): boolean {
    return this.#find(x, request) !== undefined
  }

  /** Gives it if it still stands; whether all news was heard is the caller's to know. */
  give(x: Exchange, reply: FastifyReply): boolean {
    const page = this.#find(x, reply.request)
    if (!page || x.now < page.from || x.now >= page.until) return false
    if ('frame' in page) giveFramed(x, reply, page)
    else givePage(reply, page)
    return true
  }

  /** As it was sent to somebody without an account. */
  keepWhole({ x, until }: Made, request: FastifyRequest, page: KeptPage): void {
    const key = keyOf(x)
    if (key !== null)
      this.#whole.put(`${key}\n${packingFor(request.headers)}`, { ...page, from: x.now, until })
  }

  /** What is within the frame of a page, made for anybody but the person whose page says more. */
  keepMain({ x, ...standing }: Made, { html, about }: { html: string; about: ReadonlySet<string> }): void {
    const key = keyOf(x)
    if (key === null || isMoreFor(x, standing)) return
    this.#mains.put(key, { ...standing, body: mainOf(html), about, headers: {}, etag: '', from: x.now })
  }

  /** Lets go of every page about this; null of all. */
  forget(name: string | null): void {
    this.#whole.forget(name)
    this.#mains.forget(name)
  }

  #find(x: Exchange, { headers }: FastifyRequest): Stands | StandingMain | undefined {
    const key = keyOf(x)
    if (key === null) return undefined
    if (x.viewer.person === null) return this.#whole.get(`${key}\n${packingFor(headers)}`)
    const main = this.#mains.get(key)
    return main && !isMoreFor(x, main) ? main : undefined
  }
}

/** What people wrote is escaped: these tags are the frame's own. */
const mainOf = (html: string) =>
  Buffer.from(html.slice(html.indexOf('>', html.indexOf('<main ')) + 1, html.lastIndexOf('</main>')))

const isMoreFor = ({ viewer }: Exchange, { exceptFor }: Pick<Standing, 'exceptFor'>) =>
  exceptFor !== null && viewer.person?.id === exceptFor

/** A page that stands is the same for all who read its language; null for whatever is none. */
function keyOf({ method, wants, url, language }: Exchange): string | null {
  return method === 'GET' && wants === 'html' ? `${url}\n${language}` : null
}

export const packingFor = (headers: FastifyRequest['headers']) =>
  takesGzip(headers['accept-encoding']) ? 'gzip' : ''

/** A public page as it was sent before, or that it is known. */
export function givePage(reply: FastifyReply, { headers, etag, body }: KeptPage): void {
  reply.headers(headers)
  const isKnown = (reply.request.headers['if-none-match'] ?? '').includes(etag)
  if (isKnown) void reply.code(304).send()
  else void reply.code(200).send(body)
}

function giveFramed(x: Exchange, reply: FastifyReply, { frame, body }: StandingMain): void {
  const { before, after } = x.frame(frame)
  void reply
    .code(200)
    .headers(HEADERS_OF_ONES_OWN)
    .header('content-language', x.language)
    .send(Buffer.concat([Buffer.from(before), body, Buffer.from(after)]))
}

/** Of a page that greets its reader. */
const HEADERS_OF_ONES_OWN = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept, accept-language, accept-encoding, cookie',
}
