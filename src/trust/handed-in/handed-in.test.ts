import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { numbersOf, ownThings } from './testing/own-things.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const { answered, told, nobodyHasAnything } = ownThings(house)
beforeEach(nobodyHasAnything)

describe('the page of all that somebody handed in', () => {
  test('lists submissions, answers and drafts in one order, newest first, with where each is', async () => {
    const motion = await handedIn(house, {}, 'nasreen')
    house.moveOn(1)
    const answer = await answered()
    house.moveOn(1)
    const nasreen = await house.as('nasreen')
    await nasreen.post('/submissions/drafts', { title: 'Benches', words: 'My mother', authorship: 'named' })
    const list = await told('nasreen')
    expect(list.handed_in.map(({ sort }) => sort)).toEqual(['draft', 'answer', 'submission'])
    expect(list.handed_in[0]).toMatchObject({ title: 'Benches' })
    expect(list.handed_in[1]).toMatchObject({
      number: answer.number,
      call: { number: answer.call.number },
      decisions: [],
    })
    expect(list.handed_in[2]).toMatchObject({ number: motion.number, state: 'received', body: 'housing' })
    const page = await nasreen.get('/handed-in')
    for (const said of ['Benches', 'What would make rural buses work', 'An answer is due by', 'Received'])
      expect(page.text()).toContain(said)
    expect(page.body).toContain(`href="/answers/${answer.number}"`)
    expect((await nasreen.get('/')).body).toContain('href="/handed-in"')
  })

  test('shows nobody anything of another person, and nothing anonymous', async () => {
    await handedIn(house, {}, 'nasreen')
    await handedIn(house, { authorship: 'anonymous' }, 'olga')
    expect((await told('olga')).handed_in).toEqual([])
    expect((await (await house.as('olga')).get('/handed-in')).text()).toContain(
      'You have handed nothing in yet',
    )
    expect((await house.visitor().getJson('/handed-in')).status).toBe(401)
    expect((await house.visitor().get('/handed-in')).location).toMatch(/^\/sign-in/)
  })

  test('is kept by no cache', async () => {
    const nasreen = await house.as('nasreen')
    for (const reply of [await nasreen.get('/handed-in'), await nasreen.getJson('/handed-in')]) {
      expect(reply.headers['cache-control']).toContain('no-store')
      expect(reply.headers.etag).toBeUndefined()
    }
  })

  test('a page ends where the next begins, whatever sort of thing stands there', async () => {
    for (let at = 0; at < 9; at += 1) {
      await handedIn(house, {}, 'nasreen')
      await answered()
      await (await house.as('nasreen')).post('/submissions/drafts', {
        title: `Draft ${at}`,
        authorship: 'named',
      })
    }
    const first = await told('nasreen')
    const second = await told('nasreen', `?after=${first.next}`)
    expect([first.handed_in.length, second.handed_in.length, second.next]).toEqual([20, 7, null])
    const urls = [...first.handed_in, ...second.handed_in].map(({ url }) => url)
    expect(new Set(urls).size).toBe(27)
    const page = await (await house.as('nasreen')).get('/handed-in')
    expect(page.body).toContain(`/handed-in?after=${first.next}`)
  })

  test('an address that was cut or mistyped begins at the beginning', async () => {
    const { number } = await handedIn(house, {}, 'nasreen')
    expect(numbersOf(await told('nasreen', '?after=xyz&state=nonsense'))).toEqual([number])
  })
})

test('a program reads it with the scope for it, and with no other', async () => {
  await handedIn(house, {}, 'nasreen')
  const nasreen = await house.as('nasreen')
  const tokenFor = async (scope: string): Promise<string> => {
    const reply = await nasreen.postJson('/account/tokens', { name: 'x', scopes: [scope], days: 7 })
    return (reply.json() as { token: string }).token
  }
  const ask = async (scope: string) =>
    house.visitor().getJson('/api/v1/handed-in', { authorization: `Bearer ${await tokenFor(scope)}` })
  expect((await ask('handed-in:read')).json()).toMatchObject({
    awaiting: 0,
    handed_in: [{ sort: 'submission' }],
  })
  expect((await ask('submissions:write')).status).toBe(403)
})

test('in Urdu the page runs from right to left, and the titles in their own language', async () => {
  await answered()
  const page = await (await house.as('nasreen')).get('/handed-in?lang=ur')
  expect(page.body).toMatch(/<html[^>]*dir="rtl"/)
  expect(page.body).toContain('lang="en" dir="ltr"')
})
