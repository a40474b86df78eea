import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Answer, Caching, CookieToSet, Problem, Standing } from './answer.ts'
import { rangeOf } from './byte-range.ts'
import { compressed } from './compress.ts'
import { cookieNameFor } from './cookie-name.ts'
import type { Exchange } from './exchange.ts'
import type { ServerParts } from './server.ts'

interface Sending {
  x: Exchange
  answer: Answer
  isPrivate: boolean
  parts: ServerParts
}

const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  never: 'no-store',
  // Any cache may answer a storm of readers for some seconds, then asks by ETag.
  public: 'public, max-age=0, s-maxage=5, stale-while-revalidate=30',
  immutable: 'public, max-age=31536000, immutable',
}

/** Turns an answer into bytes on the wire. */
export function sendAnswer(reply: FastifyReply, sending: Sending): FastifyReply {
  const { x, answer, parts } = sending
  if ('cookies' in answer) for (const cookie of answer.cookies ?? []) setCookie(reply, cookie, parts.isSecure)
  switch (answer.kind) {
    case 'see-other':
      return reply.header('cache-control', 'no-store').redirect(withinHouse(answer.to), 303)
    case 'problem':
      return sendProblem(reply, { x, problem: answer.problem, parts })
    case 'page':
      reply.type('text/html; charset=utf-8').header('content-language', x.language)
      if (answer.runsWasm) allowWasm(reply)
      return sendBody(reply, sending, {
        status: answer.status,
        body: answer.html,
        cache: answer.cache,
        stands: answer.stands,
      })
    case 'json':
      for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
      reply.type('application/json; charset=utf-8')
      return sendBody(reply, sending, {
        status: answer.status,
        body: JSON.stringify(answer.body),
        cache: answer.cache,
      })
    case 'bytes':
      for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
      reply.type(answer.type)
      if (reply.getHeader('accept-ranges') === 'bytes' && sendPart(reply, Buffer.from(answer.bytes)))
        return reply
      return sendBody(reply, sending, { status: answer.status, body: answer.bytes, cache: answer.cache })
    case 'stream':
      for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
      reply.type(answer.type).header('cache-control', 'no-store')
      return reply.send(Readable.from(answer.chunks))
  }
}

function allowWasm(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  reply.header(
    'content-security-policy',
    policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  )
}

/** A player asks for a film in parts; false where the whole is asked for. */
function sendPart(reply: FastifyReply, bytes: Buffer): boolean {
  const part = rangeOf(reply.request.headers.range, bytes.length)
  if (part === null) return false
  reply.header('cache-control', 'no-store')
  if (part === 'unsatisfiable') {
    void reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
    return true
  }
  const { from, to } = part
  void reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1))
  return true
}

interface Body {
  status: number
  body: string | Buffer
  cache?: Caching
  stands?: Standing
}

function sendBody(
  reply: FastifyReply,
  { x, isPrivate, parts }: Sending,
  { status, body, cache = 'never', stands }: Body,
): FastifyReply {
  // A page for somebody signed in may greet them by name: it is theirs alone, whatever it is about.
  const isForAll = cache !== 'never' && !isPrivate && (x.viewer.person === null || cache === 'immutable')
  reply.header('cache-control', isForAll ? CACHE_CONTROL[cache] : 'no-store')
  if (cache !== 'immutable') reply.header('vary', 'accept, accept-language, accept-encoding, cookie')
  const isToKeep = cache === 'public' && status === 200 && !isPrivate && !reply.hasHeader('set-cookie')
  const made = stands && { ...stands, x }
  if (!isForAll) {
    if (isToKeep && made) parts.keptPages?.keepMain(made, reply, String(body))
    return reply.code(status).send(body)
  }
  // Into bytes once: they are hashed, kept and sent.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const etag = etagOf(bytes)
  const smaller =
    cache === 'immutable'
      ? null
      : compressed(bytes, String(reply.getHeader('content-type')), reply.request.headers['accept-encoding'])
  if (smaller) reply.header('content-encoding', 'gzip')
  // The same page in other bytes is the same only weakly (RFC 9110 section 8.8.1).
  reply.header('etag', smaller ? `W/${etag}` : etag)
  if (isToKeep) parts.keptPages?.keep(reply, { body: smaller ?? bytes, etag, text: body, stands: made })
  const known = (reply.request.headers['if-none-match'] ?? '')
    .split(/\s*,\s*/)
    .map((tag) => tag.replace(/^W\//, ''))
  return known.includes(etag) ? reply.code(304).send() : reply.code(status).send(smaller ?? bytes)
}

/** Bytes that a handler keeps and sends again and again are hashed once. */
const knownTags = new WeakMap<Buffer, string>()

function etagOf(body: Buffer): string {
  const earlier = knownTags.get(body)
  if (earlier) return earlier
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`
  knownTags.set(body, etag)
  return etag
}

function sendProblem(
  reply: FastifyReply,
  { x, problem, parts }: { x: Exchange; problem: Problem; parts: ServerParts },
): FastifyReply {
  const { status, id, title, fields, retryAfterSeconds } = problem
  reply.code(status).header('cache-control', 'no-store')
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  if (x.wants === 'html') return reply.type('text/html; charset=utf-8').send(parts.problemPage(x, problem))
  const errors = fields?.map(({ field, message }) => ({ field, message }))
  reply.type('application/problem+json; charset=utf-8')
  return reply.send(JSON.stringify({ type: `${x.house.baseUrl}/problems/${id}`, title, status, errors }))
}

function setCookie(
  reply: FastifyReply,
  { name, value, path = '/', maxAge }: CookieToSet,
  isSecure: boolean,
): void {
  reply.setCookie(cookieNameFor(name, { isSecure, path }), value, {
    path,
    maxAge,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
  })
}

/** Only ever to a path of ours: an address from outside would make us a stepping stone for a forger. */
export function withinHouse(to: string): string {
  const isPath = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(to)
  // A header takes ASCII alone; what a reader typed in another alphabet is written as a browser would.
  return isPath ? to.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent) : '/'
}
