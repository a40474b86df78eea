import { afterAll, describe, expect, test } from 'vitest'
import { brokenConstraint } from '#core/db/transaction.ts'
import { announce, handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { newestLetterTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('passing on', () => {
  const toExecutive = { outcome: 'passed-on', reason: 'It needs the rule book.', pass_to: 'executive' }

  test('gives it to the other body with a clock of its own', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    house.moveOn(3)
    await noor.post(`${motion.path}/decision`, toExecutive)
    await announce(house)
    const told = await storyOf(house, motion)
    expect(told.custody).toMatchObject({ body: 'executive', overdue: false })
    expect(told.story.at(-1)).toMatchObject({ type: 'matter.passed-on', body: 'housing' })
    expect((await noor.post(`${motion.path}/decision`, toExecutive)).status).toBe(403)
  })

  test('back to a body that had it waits for an agreement', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house, { to: 'millbrook-branch' })
    const idris = await house.as('idris')
    await idris.post(`${motion.path}/decision`, { ...toExecutive, pass_to: 'housing' })
    await announce(house)
    const back = { ...toExecutive, pass_to: 'millbrook-branch' }
    house.moveOn(1)
    const reply = await noor.post(`${motion.path}/decision`, back)
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('It goes back there only when its author or the reviewing body agrees')
    await announce(house)
    const told = await storyOf(house, motion)
    expect(told.custody?.body).toBe('housing')
    expect(told.story.at(-1)).toMatchObject({ type: 'matter.return-asked', body: 'housing' })
  })

  test('the reviewing body may send back what it was passed', async () => {
    const motion = await handedIn(house)
    await (await house.as('noor')).post(`${motion.path}/decision`, toExecutive)
    await announce(house)
    const gwen = await house.as('gwen')
    const back = { ...toExecutive, pass_to: 'housing' }
    expect((await gwen.post(`${motion.path}/decision`, back)).status).toBe(303)
    await announce(house)
    expect((await storyOf(house, motion)).custody?.body).toBe('housing')
  })

  test.each([
    ['housing', 'This body has it already'],
    ['nobody', 'No open body has that name'],
    ['', 'Choose the body that should have it'],
  ])('to “%s” is refused', async (slug, sentence) => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const reply = await noor.post(`${motion.path}/decision`, { ...toExecutive, pass_to: slug })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
  })
})

describe('merging', () => {
  const merge = (into: { number: number }) => ({
    outcome: 'merged',
    reason: 'Both ask for the same.',
    merge_into: String(into.number),
  })

  test('closes the original, which leads on; the authors of both hear of what follows', async () => {
    const noor = await house.as('noor')
    const one = await handedIn(house, { name: 'A', email: 'one@example.org' })
    const other = await handedIn(house, { name: 'B', email: 'other@example.org' })
    await noor.post(`${one.path}/decision`, merge(other))
    await announce(house)
    expect((await storyOf(house, one)).state).toBe('merged')
    expect((await storyOf(house, other)).story.at(-1)).toMatchObject({
      type: 'matter.joined',
      words: { from: one.number },
    })
    await house.db.deleteFrom('lettersOut').execute()
    await noor.post(`${other.path}/decision`, { outcome: 'accepted' })
    await announce(house)
    const letters = await house.db.selectFrom('lettersOut').select('toAddress').orderBy('toAddress').execute()
    expect(letters.map(({ toAddress }) => toAddress)).toEqual(['one@example.org', 'other@example.org'])
  })

  test('into itself, into one that ended, or into nothing is refused', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const ended = await handedIn(house)
    await noor.post(`${ended.path}/decision`, { outcome: 'accepted' })
    const leaving = await noor.post(`${motion.path}/decision`, merge(ended))
    expect(leaving.text()).toContain('is about to be announced')
    await announce(house)
    for (const [target, sentence] of [
      [motion, 'cannot be merged into itself'],
      [ended, 'That matter has ended'],
      [{ number: 999_999 }, 'No matter in hand has that number'],
    ] as const) {
      const reply = await noor.post(`${motion.path}/decision`, merge(target))
      expect(reply.status).toBe(422)
      expect(reply.text()).toContain(sentence)
    }
  })

  test('two into each other at once: one stands, and neither is lost', async () => {
    const noor = await house.as('noor')
    const one = await handedIn(house)
    const other = await handedIn(house)
    const replies = await Promise.all([
      noor.post(`${one.path}/decision`, merge(other)),
      noor.post(`${other.path}/decision`, merge(one)),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422])
    await announce(house)
    const states = [(await storyOf(house, one)).state, (await storyOf(house, other)).state]
    expect(states.sort()).toEqual(['merged', 'received'])
  })

  test('into one that ends within the five minutes is not announced, and the clerk is told', async () => {
    const noor = await house.as('noor')
    const one = await handedIn(house)
    const other = await handedIn(house)
    await noor.post(`${one.path}/decision`, merge(other))
    house.clock.moveOn(-60_000)
    await noor.post(`${other.path}/decision`, { outcome: 'accepted' })
    house.clock.moveOn(60_000)
    await announce(house)
    expect((await storyOf(house, one)).state).toBe('received')
    expect(await newestLetterTo(house, 'noor@example.org')).toContain('Decide again')
  })
})

describe('deferring', () => {
  const until = (day: string) => ({ outcome: 'deferred', reason: 'We wait for the census.', until: day })

  test('keeps it with the body, due on the day, at most twice', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    for (const day of ['2027-01-15', '2027-02-15']) {
      expect((await noor.post(`${motion.path}/decision`, until(day))).status).toBe(303)
      await announce(house)
      expect((await storyOf(house, motion)).custody).toMatchObject({
        body: 'housing',
        due_at: `${day}T23:59:59Z`,
      })
    }
    const third = await noor.post(`${motion.path}/decision`, until('2027-03-15'))
    expect(third.status).toBe(422)
    expect(third.text()).toContain('This body deferred it twice already')
  })

  test.each([
    ['2026-11-01', 'Choose a day after today'],
    ['2031-01-01', 'Choose a day within a year'],
    ['', 'Choose the day until which it is deferred'],
    ['soon', 'Write the date as year-month-day'],
  ])('until “%s” is refused', async (day, sentence) => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const reply = await noor.post(`${motion.path}/decision`, until(day))
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
  })
})

describe('the database itself', () => {
  test('lets no open matter be without a custodian', async () => {
    const motion = await handedIn(house)
    const orphaning = house.db.transaction().execute(async (tx) => {
      const { id } = await tx
        .selectFrom('matters')
        .select('id')
        .where('number', '=', motion.number)
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('custody')
        .set({ decidedAt: house.clock.now(), outcome: 'refused', reason: 'No.' })
        .where('matterId', '=', id)
        .execute()
    })
    const broken = await orphaning.then(() => 'nothing', brokenConstraint)
    expect(broken).toBe('matter_has_a_custodian')
  })

  test('lets nobody move a due date', async () => {
    const moved = house.db
      .updateTable('custody')
      .set({ dueAt: new Date('2030-01-01T00:00:00Z') })
      .execute()
    expect(await moved.then(() => 'nothing', brokenConstraint)).toBe('custody_keeps_its_clock')
  })
})
