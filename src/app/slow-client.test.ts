import { connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from './testing/open-test-house.ts'

const house = await openTestHouse({ slowestRequestMs: 500 })
afterAll(() => house.close())

const port = Number(new URL(await house.server.listen({ port: 0, host: '127.0.0.1' })).port)

const SLOW = {
  'headers that never end': 'GET / HTTP/1.1\r\nHost: x\r\nX-More: ',
  'a body that never comes':
    'POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"title":',
  'a form that stops in a file':
    'POST /submissions HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n',
}

test.each(Object.entries(SLOW))(
  'a hundred clients with %s hold nobody up and are let go',
  async (_, bytes) => {
    const slow = Array.from({ length: 100 }, () => open(bytes))
    await Promise.all(slow.map(({ connected }) => connected))
    expect((await fetch(`http://127.0.0.1:${port}/submissions`)).status).toBe(200)
    const heard = await Promise.all(slow.map(({ closed }) => closed))
    for (const answer of heard) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expect(answer).toContain('"title":"What you sent came so slowly that we stopped waiting')
    }
    expect((await house.visitor().get('/')).status).toBe(200)
  },
)

test('headers past all bounds are refused with a sentence', async () => {
  const answer = await open(`GET / HTTP/1.1\r\n${'X-More: yes\r\n'.repeat(3_000)}\r\n`).closed
  expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  expect(answer).toContain('That is larger than we can take.')
})

/** Sends the bytes and nothing more; `closed` is whatever came back by the time the other side hung up. */
function open(bytes: string): { connected: Promise<void>; closed: Promise<string> } {
  const chunks: Buffer[] = []
  const socket = connect(port, '127.0.0.1')
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {})
  return {
    connected: new Promise((resolve) => socket.once('connect', () => socket.write(bytes, () => resolve()))),
    closed: new Promise((resolve) => socket.once('close', () => resolve(Buffer.concat(chunks).toString()))),
  }
}
