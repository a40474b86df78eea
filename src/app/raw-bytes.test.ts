import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from './testing/open-test-house.ts'

const SEED = 20_261_102

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

test('raw bytes on the wire: refused or answered, and the house goes on', async () => {
  const url = await house.server.listen({ port: 0, host: '127.0.0.1' })
  const bomb = gzipSync(Buffer.alloc(20_000_000))
  const head = (length: number, more = '') =>
    `POST /submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}Connection: close\r\n\r\n`
  const wires = [
    Buffer.from('\0\0\0\0\r\n\r\n'),
    Buffer.from('GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    Buffer.from('GET //elsewhere.example/.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    Buffer.from('GET /submissions/%c0%ae%c0%ae HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    Buffer.from(`GET /${'a'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
    Buffer.from('GET / HTTP/9.9\r\n\r\n'),
    Buffer.from(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
    Buffer.concat([Buffer.from(head(bomb.length, 'Content-Encoding: gzip\r\n')), bomb]),
    Buffer.concat([Buffer.from(head(4)), Buffer.from([0xff, 0xfe, 0x00, 0xd8])]),
    Buffer.from(`${head(9)}{"a":`),
    ...fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), { numRuns: 60, seed: SEED }),
  ]
  for (const wire of wires) expect(await sendRaw(url, wire)).not.toMatch(/^HTTP\/1\.1 5/)
  expect((await house.visitor().get('/')).status).toBe(200)
})

/** The first line of whatever came back before the other side closed, or nothing. */
function sendRaw(url: string, wire: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(wire))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1').split('\r\n')[0] ?? ''))
  })
}
