import type { Socket } from 'node:net'
import { codeOf } from '../db/transaction.ts'
import type { Translate } from '../i18n/translate.ts'
import { problemFor } from './problem.ts'

interface Words {
  t: Translate
  baseUrl: string
}

/**
 * What is said to bytes that are no request, to headers past all bounds, and to a client that sends so slowly that it only
 * holds a line: no handler ever sees them, so the sentence is written on the wire itself.
 */
export function answerClientError(error: Error, socket: Socket, { t, baseUrl }: Words): void {
  if (codeOf(error) === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy()
    return
  }
  const { status, id, title } = problemFor({ statusCode: STATUS[codeOf(error) ?? ''] ?? 400 }, { t })
  const body = JSON.stringify({ type: `${baseUrl}/problems/${id}`, title, status })
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const STATUS: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

const REASONS: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
