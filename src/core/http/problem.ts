import { codeOf } from '../db/transaction.ts'
import type { Message, Plain } from '../i18n/messages.ts'
import type { Problem } from './answer.ts'
import { coreMessages as m } from './core-messages.ts'
import type { Exchange } from './exchange.ts'

const DISK_FULL = new Set(['53100', 'ENOSPC'])
/** A NUL in a text, which no text field takes: it can only come from the asker. */
const NOT_TEXT = '22021'
/** PostgreSQL stopping, starting, crashed or without a line to spare, or its socket gone under us. */
const DATABASE_AWAY = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57014',
  '55P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

interface Sort {
  status: number
  id: string
  message: Message<Plain>
  retryAfterSeconds?: number
}

const BY_STATUS: Readonly<Record<number, Sort>> = {
  400: { status: 400, id: 'request.malformed', message: m.malformed },
  401: { status: 401, id: 'access.token', message: m.tokenRefused },
  404: { status: 404, id: 'not-found', message: m.notFound },
  405: { status: 405, id: 'request.method', message: m.notAllowed },
  408: { status: 408, id: 'request.too-slow', message: m.tooSlow },
  413: { status: 413, id: 'request.too-large', message: m.tooLarge },
  414: { status: 414, id: 'request.too-large', message: m.tooLarge },
  415: { status: 415, id: 'request.unsupported', message: m.unsupported },
  429: { status: 429, id: 'request.too-many', message: m.tooMany, retryAfterSeconds: 60 },
  431: { status: 431, id: 'request.too-large', message: m.tooLarge },
  503: { status: 503, id: 'server.busy', message: m.busy, retryAfterSeconds: 5 },
}

/** The sentence for whatever was thrown: the asker's own mistakes by status, an outage as 503, a full disk as 507. */
export function problemFor(error: unknown, x: Pick<Exchange, 't'>): Problem {
  const sort = sortOf(error)
  return {
    status: sort.status,
    id: sort.id,
    title: x.t(sort.message),
    retryAfterSeconds: sort.retryAfterSeconds,
  }
}

function sortOf(error: unknown): Sort {
  const code = codeOf(error) ?? ''
  if (DISK_FULL.has(code)) return { status: 507, id: 'server.full', message: m.full }
  if (DATABASE_AWAY.has(code) || isPoolTimeout(error)) return BY_STATUS[503] ?? BROKEN
  const status = code === NOT_TEXT ? 400 : statusOf(error)
  if (status !== null && status < 500) return BY_STATUS[status] ?? BY_STATUS[400] ?? BROKEN
  return (status === 503 ? BY_STATUS[503] : undefined) ?? BROKEN
}

const BROKEN: Sort = { status: 500, id: 'server.broken', message: m.broken }

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  return typeof error.statusCode === 'number' ? error.statusCode : null
}

// The pool's and the client's own words for "the server went away"; they carry no code.
function isPoolTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after/.test(
      error.message,
    )
  )
}
