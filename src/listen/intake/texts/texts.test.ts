import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse, type TestHouse } from '../../../app/testing/open-test-house.ts'
import type { Call } from '../../calls/index.ts'
import { signatureProblem, signedHeaders } from './signature.ts'

const secret = 'a shared secret of forty characters long'.replaceAll(' ', '-')

let house: TestHouse
let call: Call
let provider: Server
const sent: { to: string; text: string; id: string; isSigned: boolean }[] = []
let providerSays = 200
beforeAll(async () => {
  provider = createServer(async (request, response) => {
    const bytes = await buffer(request)
    if (providerSays === 200)
      sent.push({ ...JSON.parse(bytes.toString()), isSigned: isSigned(request, bytes) })
    response.writeHead(providerSays).end()
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const textsUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/messages`
  house = await openTestHouse({ routesIn: { textsSecret: secret, textsUrl } })
  call = await openTestCall(house)
})
afterAll(async () => {
  await house.close()
  provider.close()
})

function isSigned(request: IncomingMessage, bytes: Buffer): boolean {
  const header = (name: string) => String(request.headers[name] ?? '')
  return signatureProblem({ bytes, header }, { secret, now: house.clock.now() }) === null
}

let count = 0
function numberOf(text: object) {
  count += 1
  return { id: `m${count}`, from: '+447700900123', ...text }
}

async function bring(text: object, headers: Record<string, string> = {}) {
  const body = Buffer.from(JSON.stringify(numberOf(text)))
  const reply = await house.server.inject({
    method: 'POST',
    url: '/intake/texts',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...signedHeaders(body, { secret, now: house.clock.now() }),
      ...headers,
    },
    payload: body,
  })
  return { status: reply.statusCode, body: reply.json() as Record<string, unknown> }
}

const answers = () =>
  house.db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .innerJoin('answerWords', 'answerWords.answerId', 'answers.id')
    .select(['answers.id', 'matters.number', 'route', 'authorship', 'words'])
    .orderBy('matters.number')
    .execute()
const newest = async () => (await answers()).at(-1)

async function sentTexts() {
  await house.runJobs()
  return sent.splice(0)
}

describe('a text message', () => {
  test('to a call is an answer, and goes back with its number and key, signed', async () => {
    expect((await bring({ text: `${call.number} Our buses stop at six` })).status).toBe(202)
    expect(await newest()).toMatchObject({
      route: 'text',
      authorship: 'withheld',
      words: 'Our buses stop at six',
    })
    const [back] = await sentTexts()
    expect(back).toMatchObject({ to: '+447700900123', isSigned: true })
    expect(back?.text).toContain(String((await newest())?.number))
    expect(back?.text).toMatch(/([a-z]{5}-){5}[a-z]{5}/)
  })

  test('leaves no telephone number once it is answered', async () => {
    const { rows } = await house.database.pool.query(
      'select to_number from texts_out where to_number is not null',
    )
    expect(rows).toEqual([])
    const prints = await house.db.selectFrom('answerPrints').select('hash').execute()
    expect(prints.length).toBeGreaterThan(0)
    house.moveOn(200)
    await house.runJobs()
    expect(await house.db.selectFrom('answerPrints').select('hash').execute()).toEqual([])
    call = await openTestCall(house)
  })

  test('in another script, with its own digits, and without a number where one call is open', async () => {
    await bring({
      text: `${[...String(call.number)].map((d) => String.fromCodePoint(0x06f0 + Number(d))).join('')} ہماری بسیں شام چھ بجے رک جاتی ہیں`,
    })
    expect((await newest())?.words).toBe('ہماری بسیں شام چھ بجے رک جاتی ہیں')
    expect((await sentTexts())[0]?.text).toMatch(/\p{Script=Arabic}/u)
    await bring({ text: 'Sundays too' })
    expect((await newest())?.words).toBe('Sundays too')
    await sentTexts()
  })

  test('brought again by the provider, or twice at once, is one', async () => {
    const before = (await answers()).length
    await Promise.all([bring({ id: 'same', text: 'Once' }), bring({ id: 'same', text: 'Once' })])
    expect((await bring({ id: 'same', text: 'Once' })).body).toMatchObject({ repeat: true })
    expect((await answers()).length).toBe(before + 1)
    expect(await sentTexts()).toHaveLength(1)
  })

  test('to a call that is not there, closed, or without words gets a sentence', async () => {
    const before = (await answers()).length
    await bring({ text: '999999 hello' })
    await bring({ text: `${call.number}` })
    const other = await openTestCall(house)
    await bring({ text: 'no number and two are open' })
    const texts = (await sentTexts()).map(({ text }) => text).join('\n')
    expect(texts).toContain('No open call has the number')
    expect(texts).toContain('Write your answer after the number')
    expect(texts).toContain('Begin with the number')
    house.moveOn(15)
    await bring({ text: `${other.number} too late` })
    expect((await sentTexts())[0]?.text).toContain('is not open')
    expect((await answers()).length).toBe(before)
    call = await openTestCall(house)
  })
})

describe('a long message', () => {
  const part = (number: number, text: string, reference: string | number = 7) => ({
    text,
    part: { reference, number, of: 3 },
  })

  test('is joined whatever the order of its parts, also when they come at once', async () => {
    const before = (await answers()).length
    const parts = [part(3, ' and trams.'), part(1, `${call.number} More bu`), part(2, 'ses, please,')]
    await Promise.all(parts.map((one) => bring(one)))
    expect((await newest())?.words).toBe('More buses, please, and trams.')
    expect((await answers()).length).toBe(before + 1)
    expect(await house.db.selectFrom('textParts').selectAll().execute()).toEqual([])
    expect(await sentTexts()).toHaveLength(1)
  })

  test('goes in after ten minutes with a note where a part is missing; what comes later is put beside it', async () => {
    await bring(part(1, `${call.number} The first `, 8))
    await bring(part(3, ' the third', 8))
    await house.runJobs()
    expect((await newest())?.words).not.toContain('third')
    house.clock.moveOn(11 * 60_000)
    await house.runJobs()
    expect((await newest())?.words).toBe(
      'The first  [A part of this text message did not arrive.]  the third',
    )
    const { id = '' } = (await newest()) ?? {}
    await bring(part(2, 'the second', 8))
    const beside = await house.db
      .selectFrom('answerLetters')
      .select('words')
      .where('answerId', '=', id)
      .execute()
    expect(beside).toEqual([{ words: 'the second' }])
    await sentTexts()
  })
})

describe('whoever is not the provider', () => {
  test.each([
    ['no signature', { 'x-folkmoot-signature': '' }, 'unsigned'],
    [
      'another secret’s',
      signedHeaders(Buffer.from('{}'), { secret: 'x'.repeat(40), now: new Date(0) }),
      'unsigned',
    ],
  ])('%s is refused', async (_, headers, why) => {
    const reply = await bring({ text: 'x' }, headers)
    expect(reply.status).toBe(401)
    expect(JSON.stringify(reply.body)).toContain(`texts.${why}`)
  })

  test('a copy sent later than five minutes is refused, one within them changes nothing', async () => {
    const text = { id: 'replayed', text: `${call.number} Replay me` }
    const body = Buffer.from(JSON.stringify(numberOf(text)))
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...signedHeaders(body, { secret, now: house.clock.now() }),
    }
    const send = () => house.server.inject({ method: 'POST', url: '/intake/texts', headers, payload: body })
    expect((await send()).statusCode).toBe(202)
    const before = (await answers()).length
    expect((await send()).json()).toMatchObject({ repeat: true })
    house.clock.moveOn(6 * 60_000)
    expect((await send()).json()).toMatchObject({ status: 401 })
    expect((await answers()).length).toBe(before)
    await sentTexts()
  })

  test('what is no text message is told so', async () => {
    expect((await bring({ from: 'ALERTS', text: 'x' })).status).toBe(422)
  })
})

describe('a provider that is away', () => {
  test('is asked again, later each time, and gets each answer once; a refusal ends it; two days forget it', async () => {
    providerSays = 503
    await bring({ text: `${call.number} Are you there` })
    expect(await sentTexts()).toEqual([])
    providerSays = 200
    await house.runJobs()
    expect(sent).toEqual([])
    house.clock.moveOn(60_000)
    expect(await sentTexts()).toHaveLength(1)
    expect(await sentTexts()).toEqual([])
    providerSays = 400
    await bring({ text: `${call.number} Refused` })
    await house.runJobs()
    providerSays = 503
    await bring({ text: `${call.number} Forgotten` })
    house.moveOn(3)
    await house.runJobs()
    expect(await house.db.selectFrom('textsOut').select('id').execute()).toEqual([])
    providerSays = 200
  })

  test('a number is answered at most ten times an hour; everything is taken in', async () => {
    const before = (await answers()).length
    const from = '+447700900999'
    for (let times = 1; times <= 14; times += 1)
      await bring({ from, text: `${call.number} Message ${times}` })
    expect((await answers()).length).toBe(before + 14)
    expect(await sentTexts()).toHaveLength(10)
  })
})
