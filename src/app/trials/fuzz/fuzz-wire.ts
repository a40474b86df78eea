import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { WorldHouse } from '../../testing/open-world.ts'
import type { FuzzTask } from './fuzz-requests.ts'

const AT_ONCE = 20

/** Bytes on the wire that are no request, or a request that means two things; answers the first lines that came back. */
export async function fuzzWire(house: WorldHouse, { runs, seed }: FuzzTask): Promise<string[]> {
  const url = await house.server.listen({ port: 0, host: '127.0.0.1' })
  const port = Number(new URL(url).port)
  const wires = [
    ...FORGED,
    ...fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), { numRuns: runs, seed }),
    ...fc.sample(almostRequests(), { numRuns: runs, seed }),
  ]
  const lines: string[] = []
  for (let from = 0; from < wires.length; from += AT_ONCE)
    lines.push(...(await Promise.all(wires.slice(from, from + AT_ONCE).map((wire) => sendRaw(port, wire)))))
  return lines
}

const CLOSE = 'Host: x\r\nConnection: close\r\n'
const bomb = gzipSync(Buffer.alloc(20_000_000))
const post = (length: number, more = '') =>
  `POST /submissions HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}${CLOSE}\r\n`

const FORGED: readonly Buffer[] = [
  Buffer.from('\0\0\0\0\r\n\r\n'),
  Buffer.from(`GET /../../etc/passwd HTTP/1.1\r\n${CLOSE}\r\n`),
  Buffer.from(`GET //elsewhere.example/.. HTTP/1.1\r\n${CLOSE}\r\n`),
  Buffer.from(`GET /submissions/%c0%ae%c0%ae HTTP/1.1\r\n${CLOSE}\r\n`),
  Buffer.from(`GET http://elsewhere.example/ HTTP/1.1\r\n${CLOSE}\r\n`),
  Buffer.from(`GET /${'a'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
  Buffer.from(`GET / HTTP/1.1\r\n${'X-More: y\r\n'.repeat(5_000)}\r\n`),
  Buffer.from('GET / HTTP/9.9\r\n\r\n'),
  Buffer.from(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ),
  Buffer.from('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\nhello'),
  Buffer.from(`POST / HTTP/1.1\r\n${CLOSE}Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n`),
  Buffer.concat([Buffer.from(post(bomb.length, 'Content-Encoding: gzip\r\n')), bomb]),
  Buffer.concat([Buffer.from(post(4)), Buffer.from([0xff, 0xfe, 0x00, 0xd8])]),
  Buffer.from(`${post(9)}{"a":`),
]

/** A request line and headers with something strange in each place. */
function almostRequests(): fc.Arbitrary<Uint8Array> {
  const strange = fc.string({ unit: 'binary', maxLength: 20 })
  return fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'PUT', 'TRACE', 'CONNECT', 'get', ''),
      fc.oneof(fc.constantFrom('/', '/submissions', '*', '/live/story:1', '/health/live'), strange),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
      fc.dictionary(fc.constantFrom('Host', 'Cookie', 'Accept', 'Range', 'Expect', 'Upgrade'), strange),
    )
    .map(([method, path, version, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      return Buffer.from(`${method} ${path} ${version}\r\n${lines.join('')}Connection: close\r\n\r\n`)
    })
}

/** The first line of whatever came back before the other side closed, or nothing. */
function sendRaw(port: number, wire: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.end(wire))
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      // A live page never ends by itself; its first line is enough.
      if (chunks.length === 1) setImmediate(() => socket.destroy())
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1').split('\r\n')[0] ?? ''))
  })
}
