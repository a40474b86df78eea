import type { FastifyRequest } from 'fastify'
import { NOBODY } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { plainCookies } from '#core/http/cookie-name.ts'
import type { Exchange, PageContent, PageFrame, UploadedFile } from '#core/http/exchange.ts'
import type { FloodGate } from '#core/http/flood-gate.ts'
import { rawOf } from '#core/http/raw-bytes.ts'
import type { Route } from '#core/http/route.ts'
import { chooseLanguage, isLanguage, type Language } from '#core/i18n/languages.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import type { House } from '#core/slice/house.ts'
import type { Clock } from '#core/time/clock.ts'
import type { StandingLines } from '#ground/notices/standing-lines.ts'
import { SESSION_COOKIE } from '#ground/people/begin-session.ts'
import { type SignedIn, viewerOfSession, viewerOfToken } from '#ground/people/viewer-of.ts'
import { deviceOf } from './device-of.ts'
import { readForm } from './read-form.ts'

export interface ExchangeParts {
  db: Db
  clock: Clock
  house: House
  translators: Translators
  renderPage(x: Exchange, content: PageContent): string
  renderFrame(x: Exchange, content: PageFrame): { before: string; after: string }
  /** Notices at forms, kept fresh. */
  lines: StandingLines
  /** Absent: nothing is a flood. */
  gate?: FloodGate
}

const STRANGER: SignedIn = { viewer: NOBODY, session: null, hasEnded: false }

/** Everything a handler may lean on, gathered from one request. */
export async function makeExchange(
  parts: ExchangeParts,
  request: FastifyRequest,
  route: Route | null,
): Promise<Exchange> {
  const now = parts.clock.now()
  // A request that failed before its route was found is answered without asking the database who sent it.
  const signedIn = route ? await whoAsks(parts, request, now) : STRANGER
  const { form, files } =
    route?.method === 'POST' ? await readForm(request, route) : { form: {}, files: [] as UploadedFile[] }
  const language = languageOf(parts, request, signedIn)
  if (route && wantsOf(request) === 'html') await parts.lines.freshen(now)
  const x: Exchange = {
    db: parts.db,
    now,
    viewer: signedIn.viewer,
    session: signedIn.session,
    hasEndedSession: signedIn.hasEnded,
    raw: rawOf(request),
    isFlood: await isFlood(parts, { request, route, signedIn, form }),
    t: parts.translators.for(language),
    tIn: (other) => parts.translators.for(other),
    language,
    speak: speakerOf(parts),
    house: parts.house,
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    form,
    files,
    wants: wantsOf(request),
    method: request.method === 'POST' ? 'POST' : 'GET',
    url: request.url,
    cookies: cookiesOf(parts, request),
    onceKey: onceKeyOf(request, form),
    device: deviceOf(request.headers['user-agent']),
    page: (content) => parts.renderPage(x, content),
    frame: (content) => parts.renderFrame(x, content),
  }
  return x
}

async function whoAsks(parts: ExchangeParts, request: FastifyRequest, now: Date): Promise<SignedIn> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization)?.[1]
    const viewer = bearer ? await viewerOfToken(parts.db, { token: bearer, now, house: parts.house }) : null
    // Answering as if nobody had asked would hand a program's words in without its person's name.
    if (!viewer) throw new RefusedToken()
    return { ...STRANGER, viewer }
  }
  const token = cookiesOf(parts, request)[SESSION_COOKIE]
  return token ? viewerOfSession(parts.db, { token, now, house: parts.house }) : STRANGER
}

function cookiesOf({ house }: ExchangeParts, request: FastifyRequest) {
  return plainCookies(request.cookies, house.baseUrl.startsWith('https:'))
}

class RefusedToken extends Error {
  readonly statusCode = 401
}

function wantsOf(request: FastifyRequest): 'html' | 'json' {
  if (request.url.startsWith('/api/v1/')) return 'json'
  const accept = request.headers.accept ?? ''
  const json = accept.indexOf('application/json')
  const html = accept.indexOf('text/html')
  return json !== -1 && (html === -1 || json < html) ? 'json' : 'html'
}

/** By the page's own switch, then the choice kept in a cookie, then the person's, then the browser's. */
function languageOf(parts: ExchangeParts, request: FastifyRequest, { viewer }: SignedIn): Language {
  const { house } = parts
  const offered = house.languages.filter(isLanguage)
  const query = request.query as Record<string, unknown>
  for (const wish of [query.lang, cookiesOf(parts, request).lang, viewer.person?.language]) {
    if (isLanguage(wish) && (offered.includes(wish) || (wish === 'en-XA' && house.isDemo))) return wish
  }
  return chooseLanguage(request.headers['accept-language'], offered)
}

interface Coming {
  request: FastifyRequest
  route: Route | null
  signedIn: SignedIn
  form: Readonly<Record<string, unknown>>
}

/** Members are known already, and nobody else is told apart but by the part of the network they come from. */
async function isFlood(
  { gate }: ExchangeParts,
  { request, route, signedIn, form }: Coming,
): Promise<boolean> {
  if (!gate || !route?.isOpenToFloods || signedIn.viewer.person) return false
  return gate.isFlood(request.ip, form.proof)
}

const ONCE_KEY = /^[\x21-\x7e]{16,200}$/

function onceKeyOf(request: FastifyRequest, form: Readonly<Record<string, unknown>>): string | null {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header : form.once
  return typeof key === 'string' && ONCE_KEY.test(key) ? key : null
}
