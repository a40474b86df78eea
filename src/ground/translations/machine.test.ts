import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { draftByMachine } from './draft-by-machine.ts'
import type { Machine } from './machine.ts'
import { DAMP, ENGLISH, makeTranslators } from './testing/translators.ts'

/** What the machine was asked, and how it is to answer. */
let asked: { q: string[]; source: string; target: string; format: string; api_key?: string }[] = []
let mood: 'well' | 'refuses' | 'is-away' | 'is-odd' = 'well'
let onAsk: () => Promise<void> = async () => {}

const ANSWERS = {
  well: (q: string[]) => ({ status: 200, body: { translatedText: q.map((text) => `[en] ${text}`) } }),
  refuses: () => ({ status: 400, body: { error: 'bad text' } }),
  'is-away': () => ({ status: 503, body: {} }),
  'is-odd': () => ({ status: 200, body: { translatedText: ['only one'] } }),
}

const server = createServer(async (request, reply) => {
  if (request.url === '/languages') {
    reply.end(
      JSON.stringify([
        { code: 'ur', targets: ['en'] },
        { code: 'pl', targets: ['en'] },
      ]),
    )
    return
  }
  const said = JSON.parse(await textOf(request)) as (typeof asked)[number]
  asked.push(said)
  await onAsk()
  const { status, body } = ANSWERS[mood](said.q)
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const house = await openTestHouse()
let machine: Machine
beforeAll(async () => {
  await makeTranslators(house)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  machine = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'secret' }
})
afterAll(async () => {
  server.close()
  await house.close()
})
beforeEach(async () => {
  await draftByMachine(house.jobHouse, machine)
  asked = []
  mood = 'well'
  onAsk = async () => {}
})

const inEnglish = (path: string) => house.visitor().get(`${path}?lang=en`)

test('a machine drafts public words once, marked as a machine’s, and a person may better it', async () => {
  const damp = await handedIn(house, DAMP)
  expect(await draftByMachine(house.jobHouse, machine)).toBe(1)
  expect(await draftByMachine(house.jobHouse, machine)).toBe(0)
  expect(asked).toEqual([
    {
      q: [DAMP.title, ...DAMP.words.split('\n\n')],
      source: 'ur',
      target: 'en',
      format: 'text',
      api_key: 'secret',
    },
  ])
  const page = await inEnglish(damp.path)
  expect(page.text()).toContain('[en] مالک مکان')
  expect(page.text()).toContain('by a machine; no person has read it yet')
  const better = /\/translations\/([0-9a-f-]+)\/suggestions\/new/.exec(page.body)?.[1]
  const olga = await house.as('olga')
  await olga.post(`/translations/${better}/segments`, { ...ENGLISH, next: 'offer' })
  await (await house.as('idris')).post(`/translations/${better}/review`, { outcome: 'shown' })
  const after = (await inEnglish(damp.path)).text()
  expect(after).toContain('My son coughs all winter.')
  expect(after).not.toContain('by a machine')
})

test('nothing that is held, removed or in a language it does not know ever leaves', async () => {
  const held = await handedIn(house, DAMP)
  await house.db
    .updateTable('matters')
    .set({ visibility: 'held' })
    .where('number', '=', held.number)
    .execute()
  await handedIn(house, { ...DAMP, language: 'so' })
  expect(await draftByMachine(house.jobHouse, machine)).toBe(0)
  expect(asked).toEqual([])
})

test('what was erased while the machine was thinking is kept in no language', async () => {
  const damp = await handedIn(house, DAMP)
  onAsk = async () => {
    await house.visitor().post(`${damp.path}/erasure`, { key: damp.key ?? '', sure: 'yes' })
  }
  expect(await draftByMachine(house.jobHouse, machine)).toBe(0)
  expect(asked).toHaveLength(1)
  const kept = await house.db
    .selectFrom('translations')
    .innerJoin('matters', 'matters.id', 'translations.matterId')
    .select('translations.id')
    .where('matters.number', '=', damp.number)
    .execute()
  expect(kept).toEqual([])
})

test('a machine that is away is asked again; one that cannot is not, and people still can', async () => {
  const damp = await handedIn(house, DAMP)
  mood = 'is-away'
  await draftByMachine(house.jobHouse, machine)
  mood = 'is-odd'
  await draftByMachine(house.jobHouse, machine)
  expect(asked).toHaveLength(2)
  mood = 'well'
  await draftByMachine(house.jobHouse, machine)
  expect(asked).toHaveLength(2)
  expect((await inEnglish(damp.path)).text()).not.toContain('[en]')
  const begun = await (await house.as('olga')).post('/translations', {
    number: String(damp.number),
    language: 'en',
  })
  expect(begun.status).toBe(303)
})

test('one that is not there at all costs nothing', async () => {
  expect(await draftByMachine(house.jobHouse, { url: 'http://127.0.0.1:9', key: null })).toBe(0)
})
