import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { RawRequest } from './exchange.ts'

const kept = new WeakMap<FastifyRequest, Buffer>()

/** Reads a body once, keeps its bytes beside the request, and hands the same bytes on to be parsed. */
export async function keepBytes(
  request: FastifyRequest,
  payload: AsyncIterable<Buffer>,
  most: number,
): Promise<Readable> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of payload) {
    size += chunk.length
    if (size > most) throw new TooLarge()
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  kept.set(request, bytes)
  return Object.assign(Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false }), {
    receivedEncodedLength: bytes.length,
  })
}

export function rawOf(request: FastifyRequest): RawRequest | null {
  const bytes = kept.get(request)
  if (!bytes) return null
  return { bytes, header: (name) => [request.headers[name]].flat()[0] ?? '' }
}

class TooLarge extends Error {
  readonly statusCode = 413
}
