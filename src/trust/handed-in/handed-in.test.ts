import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { announce, decided, handedIn } from '../../app/testing/handed-in.ts'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { takingIn } from '../../app/testing/taking-in.ts'
import { themeOf } from '../../app/testing/themed-call.ts'

const house = await openTestHouse()
afterAll(() => house.close())

type Line = { sort: string; title?: string; number?: number; awaits?: string | null } & Record<
  string,
  unknown
>
interface Told {
  handed_in: Line[]
  awaiting: number
  next: string | null
}

type Who = 'nasreen' | 'olga' | 'idris'
const told = async (who: Who, search = ''): Promise<Told> =>
  (await (await house.as(who)).getJson(`/handed-in${search}`)).json()
const numbersOf = ({ handed_in }: Told) => handed_in.map(({ number }) => number)

beforeEach(async () => {
  await house.db.deleteFrom('submissionAuthors').execute()
  await house.db.deleteFrom('answerAuthors').execute()
  await house.db.deleteFrom('drafts').execute()
  house.clock.moveOn(60_000)
})

/** Nasreen answers a call under her name. */
async function answered(publishes: 'words' | 'counts' = 'words') {
  const call = await openTestCall(house, { publishes })
  const { saying, named, takeIn } = takingIn(house, call)
  const taken = await takeIn(saying('No bus after six.', { author: named('nasreen') }))
  if (!taken.ok) throw new Error('not taken in')
  return { call, number: taken.number }
}

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

describe('what waits for its author', () => {
  const waits = async (who: Who) => (await told(who, '?state=waiting')).handed_in[0]?.awaits

  test('is the clerk’s letter, until it is answered', async () => {
    const motion = await handedIn(house, { authorship: 'withheld' }, 'nasreen')
    const noor = await house.as('noor')
    await noor.post(`${motion.path}/letters`, { words: 'Which street is it?' })
    expect(await waits('nasreen')).toBe('letter')
    const nasreen = await house.as('nasreen')
    const page = await nasreen.get('/handed-in?state=waiting')
    expect(page.text()).toContain('Waits for you (1)')
    expect(page.body).toContain(`href="${motion.path}#yours"`)
    house.clock.moveOn(60_000)
    await nasreen.post(`${motion.path}/letters`, { words: 'Mill Lane.' })
    expect(await told('nasreen', '?state=waiting')).toMatchObject({ handed_in: [], awaiting: 0 })
  })

  test('is the question whether it was an answer, two weeks after it, until it is answered', async () => {
    const motion = await decided(house, { outcome: 'answered' }, 'nasreen')
    house.moveOn(13)
    expect((await told('nasreen')).awaiting).toBe(0)
    house.moveOn(2)
    expect(await waits('nasreen')).toBe('verdict')
    await (await house.as('nasreen')).post(`${motion.path}/verdict`, { verdict: 'yes' })
    expect((await told('nasreen')).awaiting).toBe(0)
  })

  test('is a body that may not pass it back without them', async () => {
    const motion = await handedIn(house, { to: 'millbrook-branch' }, 'nasreen')
    const pass = (to: string) => ({ outcome: 'passed-on', reason: 'It is theirs.', pass_to: to })
    await (await house.as('idris')).post(`${motion.path}/decision`, pass('housing'))
    await announce(house)
    await (await house.as('noor')).post(`${motion.path}/decision`, pass('millbrook-branch'))
    expect(await waits('nasreen')).toBe('agreement')
    await (await house.as('nasreen')).post(`${motion.path}/agreement`)
    expect((await told('nasreen')).awaiting).toBe(0)
  })

  test('is a notice that asks again, until they say yes or no', async () => {
    const { call, number } = await answered()
    const { id } = await house.db
      .selectFrom('matters')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await house.db
      .insertInto('noticeAskings')
      .values({ matterId: id, noticeId: call.notice.id, version: 1, askedAt: house.clock.now() })
      .execute()
    expect(await waits('nasreen')).toBe('asking')
    await (await house.as('nasreen')).post(`/answers/${number}/agreement`, { version: '1', agrees: 'no' })
    expect((await told('nasreen')).awaiting).toBe(0)
  })
})

describe('what is open and what has ended', () => {
  test('stand apart; an answer has ended once its theme is decided about', async () => {
    const open = await handedIn(house, {}, 'nasreen')
    const over = await handedIn(house, {}, 'nasreen')
    await (await house.as('nasreen')).post(`${over.path}/withdrawal`, {})
    house.clock.moveOn(60_000)
    const { call, number } = await answered()
    expect(numbersOf(await told('nasreen', '?state=open'))).toEqual([number, open.number])
    const theme = await themeOf(house, call, { answers: [number], words: ['bus'] })
    const noor = await house.as('noor')
    await noor.post(`/themes/${theme.number}/choice`, { outcome: 'taken-up', reason: 'We ask the minister.' })
    await announce(house)
    expect(numbersOf(await told('nasreen', '?state=open'))).toEqual([open.number])
    const ended = await told('nasreen', '?state=closed')
    expect(ended.handed_in[0]).toMatchObject({
      number,
      decisions: [{ outcome: 'taken-up', theme: theme.number }],
    })
    expect(ended.handed_in[1]).toMatchObject({ number: over.number, state: 'withdrawn' })
    const page = await (await house.as('nasreen')).get('/handed-in?state=closed')
    expect(page.text()).toContain('Taken up')
    expect(page.body).toContain(`href="/themes/${theme.number}"`)
  })

  test('an answer that was withdrawn has ended', async () => {
    const { number } = await answered()
    await (await house.as('nasreen')).post(`/answers/${number}/withdrawal`)
    expect((await told('nasreen', '?state=closed')).handed_in).toMatchObject([{ number, withdrawn: true }])
  })

  test('words that wait for a person are told to their author as such', async () => {
    const { number } = await handedIn(house, {}, 'nasreen')
    await house.db.updateTable('matters').set({ visibility: 'held' }).where('number', '=', number).execute()
    const page = await (await house.as('nasreen')).get('/handed-in')
    expect(page.text()).toContain('Waits for a person to look at it')
    expect(page.text()).toContain('damp inspection')
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
