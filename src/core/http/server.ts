import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Translate } from '../i18n/translate.ts'
import { describeError, type Log } from '../log/log.ts'
import { admissionProblem } from './admission.ts'
import type { Answer } from './answer.ts'
import { answerClientError } from './client-error.ts'
import type { Exchange } from './exchange.ts'
import type { KeptPages } from './kept-pages.ts'
import { type Leaving, sayGoodbye } from './leaving.ts'
import { originProblem } from './origin.ts'
import { problemFor } from './problem.ts'
import { keepBytes } from './raw-bytes.ts'
import type { Refusals } from './refusals.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { sendAnswer } from './send-answer.ts'

export interface ServerParts {
  routes: readonly Route[]
  log: Log
  /** Builds the exchange: viewer, language, parsed form. */
  exchangeFor(request: FastifyRequest, route: Route | null): Promise<Exchange>
  /** A page that says what went wrong, for readers. */
  problemPage(x: Exchange, problem: { status: number; id: string; title: string }): string
  /** For what is said before anybody's language is known. */
  t: Translate
  baseUrl: string
  /** A whole request must have arrived in so long, headers and body; 30 seconds unless said. */
  slowestRequestMs?: number
  /** So late, it asks whoever comes to come again (503); a second unless said. */
  mostQueuedMs?: number
  leaving: Leaving
  /** Over https: cookies are `Secure`, browsers are told to stay. */
  isSecure: boolean
  /** Writes a minute and address; a person types slower than this. */
  writesPerMinute: number
  /** Public pages kept ready for a second; absent where every page is made anew, as in tests with a clock set by hand. */
  keptPages?: KeptPages
  refusals: Refusals
}

const MAX_BODY_BYTES = 1_048_576
const MAX_QUEUED_MS = 1_000
const LONGEST_PART = 200
const NOWHERE = '/-'

/** The HTTP server: security headers, limits, and each route wrapped in its policy. It knows no slice. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const slowest = parts.slowestRequestMs ?? 30_000
  const server = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: 'loopback',
    requestTimeout: slowest,
    // Fastify hands these to Node: how often it looks for those who are too slow.
    http: { headersTimeout: slowest, connectionsCheckingInterval: Math.min(slowest, 5_000) },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, parts),
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: LONGEST_PART, ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : NOWHERE),
    logger: false,
    // Whoever still comes while the last answers go out is served, not refused: a balancer may be a moment behind.
    return503OnClosing: false,
  })
  sayGoodbye(server, parts.leaving, parts)
  await server.register(helmet, securityHeaders(parts.isSecure))
  await server.register(cookie)
  await server.register(formbody)
  server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_, body, done) => done(null, body))
  await server.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fields: 60, fieldSize: 200_000, parts: 70 },
  })
  await server.register(underPressure, {
    maxEventLoopDelay: parts.mostQueuedMs ?? MAX_QUEUED_MS,
    retryAfter: 5,
  })
  await server.register(rateLimit, {
    global: false,
    addHeadersOnExceeding: LIMIT_HEADERS,
    addHeaders: LIMIT_HEADERS,
  })
  server.setErrorHandler((error, request, reply) => answerError(parts, { error, request, reply }))
  server.setNotFoundHandler((request, reply) =>
    answerError(parts, { error: { statusCode: 404 }, request, reply }),
  )
  for (const route of parts.routes) {
    mount(server, parts, { route, prefix: '' })
    if (route.api) mount(server, parts, { route, prefix: '/api/v1' })
  }
  return server
}

/** An address that is no text, or has a part past all bounds, was never given out: it gets our own 404, not the library's. */
function isReadable(url: string): boolean {
  const [path = ''] = url.split('?', 1)
  try {
    return (
      !decodeURIComponent(path).includes('\0') && path.split('/').every((part) => part.length <= LONGEST_PART)
    )
  } catch {
    return false
  }
}

const LIMIT_HEADERS = {
  'x-ratelimit-limit': true,
  'x-ratelimit-remaining': true,
  'x-ratelimit-reset': true,
  'retry-after': true,
}

function mount(
  server: FastifyInstance,
  parts: ServerParts,
  { route, prefix }: { route: Route; prefix: string },
): void {
  const isWrite = route.method === 'POST'
  const most = route.mostBytes ?? MAX_BODY_BYTES
  server.route({
    method: route.method,
    url: prefix + route.path,
    // What an upload may weigh is checked part by part; the whole may hold all of them.
    bodyLimit: route.uploads ? route.uploads.most * route.uploads.bytesEach + MAX_BODY_BYTES : most,
    preParsing: route.keepsBytes ? (request, _, payload) => keepBytes(request, payload, most) : undefined,
    config: {
      rateLimit:
        // A signature is a limit of its own, and a provider sends everybody's messages from one address.
        (isWrite || prefix !== '') && !route.keepsBytes
          ? { max: isWrite ? parts.writesPerMinute : parts.writesPerMinute * 20, timeWindow: 60_000 }
          : false,
    },
    handler: async (request, reply) => {
      if (parts.keptPages?.answer(request, reply)) return reply
      const x = await parts.exchangeFor(request, route)
      if (await parts.keptPages?.answerStanding(x, reply)) return reply
      const answer = await answerFor(x, { route, request, isSecure: parts.isSecure })
      parts.refusals.countIn(answer, { request, route })
      return sendAnswer(reply, { x, answer, isPrivate: route.isPrivate === true, parts })
    },
  })
}

async function answerFor(
  x: Exchange,
  { route, request }: { route: Route; request: FastifyRequest; isSecure: boolean },
): Promise<Answer> {
  if (route.method === 'POST') {
    const problem = originProblem(x, request.headers)
    if (problem) return { kind: 'problem', problem }
  }
  return admissionProblem(x, route) ?? (await route.handler(x))
}

interface Failure {
  error: unknown
  request: FastifyRequest
  reply: Parameters<typeof sendAnswer>[0]
}

async function answerError(parts: ServerParts, { error, request, reply }: Failure) {
  const x = await parts.exchangeFor(request, null)
  const problem = problemFor(error, x)
  if (problem.status >= 500 && problem.status !== 503) {
    parts.log.error(
      { ...describeError(error), route: request.routeOptions.url, method: request.method },
      'a request failed',
    )
  }
  const answer: Answer = { kind: 'problem', problem }
  parts.refusals.countIn(answer, { request, route: null })
  return sendAnswer(reply, { x, answer, isPrivate: true, parts })
}
