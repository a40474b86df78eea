import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { announce, decided, handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { themeOf } from '../../app/testing/themed-call.ts'
import { numbersOf, ownThings } from './testing/own-things.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const { answered, told, nobodyHasAnything } = ownThings(house)
beforeEach(nobodyHasAnything)

describe('what waits for its author', () => {
  const waits = async (who: 'nasreen') => (await told(who, '?state=waiting')).handed_in[0]?.awaits

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
