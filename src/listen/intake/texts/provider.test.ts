import { afterAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { signedHeaders } from './signature.ts'
import { numbered, openTextHouse, secret } from './testing/open-text-house.ts'

const house = await openTextHouse()
afterAll(() => house.close())

const call = await openTestCall(house)

describe('whoever is not the provider', () => {
  test.each([
    ['no signature', { 'x-folkmoot-signature': '' }, 'unsigned'],
    [
      'another secret’s',
      signedHeaders(Buffer.from('{}'), { secret: 'x'.repeat(40), now: new Date(0) }),
      'unsigned',
    ],
  ])('%s is refused', async (_, headers, why) => {
    const reply = await house.bring({ text: 'x' }, headers)
    expect(reply.status).toBe(401)
    expect(JSON.stringify(reply.body)).toContain(`texts.${why}`)
  })

  test('a copy sent later than five minutes is refused, one within them changes nothing', async () => {
    const text = { id: 'replayed', text: `${call.number} Replay me` }
    const body = Buffer.from(JSON.stringify(numbered(text)))
    const headers = signedHeaders(body, { secret, now: house.clock.now() })
    const send = () => house.send(body, headers)
    expect((await send()).status).toBe(202)
    const before = (await house.answers()).length
    expect((await send()).body).toMatchObject({ repeat: true })
    house.clock.moveOn(6 * 60_000)
    expect((await send()).status).toBe(401)
    expect((await house.answers()).length).toBe(before)
    await house.sentTexts()
  })

  test('what is no text message is told so', async () => {
    expect((await house.bring({ from: 'ALERTS', text: 'x' })).status).toBe(422)
  })
})

describe('a provider that is away', () => {
  test('is asked again, later each time, and gets each answer once; a refusal ends it; two days forget it', async () => {
    house.provider.says = 503
    await house.bring({ text: `${call.number} Are you there` })
    expect(await house.sentTexts()).toEqual([])
    house.provider.says = 200
    await house.runJobs()
    expect(house.provider.sent).toEqual([])
    house.clock.moveOn(60_000)
    expect(await house.sentTexts()).toHaveLength(1)
    expect(await house.sentTexts()).toEqual([])
    house.provider.says = 400
    await house.bring({ text: `${call.number} Refused` })
    await house.runJobs()
    house.provider.says = 503
    await house.bring({ text: `${call.number} Forgotten` })
    house.moveOn(3)
    await house.runJobs()
    expect(await house.db.selectFrom('textsOut').select('id').execute()).toEqual([])
    house.provider.says = 200
  })

  test('a number is answered at most ten times an hour; everything is taken in', async () => {
    const before = (await house.answers()).length
    const from = '+447700900999'
    for (let times = 1; times <= 14; times += 1)
      await house.bring({ from, text: `${call.number} Message ${times}` })
    expect((await house.answers()).length).toBe(before + 14)
    expect(await house.sentTexts()).toHaveLength(10)
  })
})
