import net from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { listenForMail } from './listen-for-mail.ts'
import { domain, openMailHouse } from './testing/open-mail-house.ts'

const house = await openMailHouse()
afterAll(() => house.close())

const seen: string[] = []
const call = await openTestCall(house)

/** Speaks to a door that believes these proxies: `header` at once, then a line after each answer. Answers what it said. */
async function speak(proxies: readonly string[], { header = '' }: { header?: string } = {}): Promise<string> {
  const check = async (_: Buffer, { ip }: { ip: string }) => {
    seen.push(ip)
    return {}
  }
  const door = await listenForMail({ ...house.parts, proxies, check })
  const lines = mail()
  const said = await new Promise<string>((resolve, reject) => {
    const socket = net.connect(door.port, '127.0.0.1', () => socket.write(header))
    let all = ''
    socket.on('data', (bytes) => {
      all += bytes.toString()
      if (/^\d{3} [^\n]*\n$/m.test(bytes.toString())) socket.write(`${lines.shift() ?? 'QUIT'}\r\n`)
    })
    socket.on('close', () => resolve(all))
    socket.on('error', reject)
    // Whoever is to say where it comes from, and says something else, is left.
    if (header === '') socket.write('EHLO x.example\r\n')
  })
  await door.close()
  return said
}

const mail = () => [
  'EHLO x.example',
  'MAIL FROM:<proxied@elsewhere.example>',
  `RCPT TO:<call-${call.number}@${domain}>`,
  'DATA',
  'From: proxied@elsewhere.example\r\nSubject: x\r\n\r\nThrough a proxy\r\n.',
  'QUIT',
]
const header = 'PROXY TCP4 192.0.2.7 198.51.100.1 40000 25\r\n'

test('a proxy that is named says from whom a connection comes', async () => {
  expect(await speak(['127.0.0.1'], { header })).toContain('Kept')
  expect(seen).toEqual(['192.0.2.7'])
})

test('nobody else is believed, and a named one has to say it', async () => {
  seen.length = 0
  for (const proxies of [[], ['192.0.2.1']]) expect(await speak(proxies, { header })).not.toContain('Kept')
  expect(await speak(['127.0.0.1'])).not.toContain('Kept')
  expect(seen).toEqual([])
})
