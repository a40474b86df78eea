import { afterAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { makeHelper } from '../testing/make-helper.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeHelper(house, 'olga', 'call-taker')
await makeHelper(house, 'nasreen', 'helper')

const HEARD = { q1: 'The last bus leaves at six.', q2: ['1', '3'], 'q3.1': 'a', consent: 'spoken' }

test('a call: what to say, what was heard read back, then number and key to be spoken, once', async () => {
  const call = await openTestCall(house)
  const olga = await house.as('olga')
  const path = `/calls/${call.number}/telephone`
  const screen = (await olga.get(path)).text()
  expect(screen).toContain('“Housing and Land Commission asks: What would make rural buses work for you?')
  expect(screen).toContain('May I go on?')
  const once = unorderedId()
  const back = await olga.post(path, { ...HEARD, once })
  expect(back.text()).toContain('The last bus leaves at six.')
  expect(back.text()).toContain('Buses should be free: Agree')
  expect(await house.db.selectFrom('answers').select('id').where('callId', '=', call.id).execute()).toEqual(
    [],
  )
  const changed = await olga.post(path, { ...HEARD, once, step: 'change' })
  expect(changed.body).toContain('The last bus leaves at six.')
  const stored = await olga.post(path, { ...HEARD, once, step: 'store' })
  expect(stored.location).toBe(`${path}/receipt`)
  const spoken = (await olga.get(stored.location)).text()
  const words = [...spoken.matchAll(/([a-z]{5}) ((?:[a-z] ){4}[a-z])\b/g)].map(([, word]) => word)
  expect(words).toHaveLength(6)
  const row = await house.db
    .selectFrom('matters')
    .innerJoin('answers', 'answers.id', 'matters.id')
    .select(['number', 'route'])
    .where('answers.callId', '=', call.id)
    .executeTakeFirstOrThrow()
  expect(row.route).toBe('phone')
  const follow = await house.visitor().post('/follow', { number: String(row.number), key: words.join(' ') })
  expect(follow.text()).toContain('is here')
  expect((await (await house.as('olga')).get(`${path}/receipt`)).status).toBe(404)
})

test('pressed twice it is one answer with one key', async () => {
  const call = await openTestCall(house)
  const olga = await house.as('olga')
  const body = { ...HEARD, step: 'store', once: unorderedId() }
  const send = async () => (await olga.postJson(`/calls/${call.number}/telephone`, body)).json()
  const [one, two] = [await send(), await send()]
  expect(one).toEqual(two)
})

test('without consent, with nothing heard, or without the role, nothing is stored', async () => {
  const call = await openTestCall(house)
  const path = `/calls/${call.number}/telephone`
  const olga = await house.as('olga')
  expect((await olga.post(path, { ...HEARD, consent: '', step: 'store' })).text()).toContain(
    'Say how the author agreed',
  )
  expect((await olga.post(path, { consent: 'spoken', step: 'store' })).text()).toContain(
    'Nothing has been typed yet',
  )
  expect((await (await house.as('nasreen')).post(path, { ...HEARD, step: 'store' })).status).toBe(403)
  expect((await house.visitor().postJson(path, HEARD)).status).toBe(401)
  expect(await house.db.selectFrom('answers').select('id').where('callId', '=', call.id).execute()).toEqual(
    [],
  )
})
