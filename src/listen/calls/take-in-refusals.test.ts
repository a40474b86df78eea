import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import { openTestCall, questionOf } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { takingIn } from '../../app/testing/taking-in.ts'
import type { Call } from './call.ts'
import type { NewAnswer } from './new-answer.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const call = await openTestCall(house)
const by = takingIn(house, call)

describe('refusals', () => {
  test('a call that closes at noon is open the instant before, and closed at noon', async () => {
    const before = new Date(call.closesAt.getTime() - 1)
    expect((await by.takeIn(by.saying('Just in time.'), unorderedId(), before)).ok).toBe(true)
    expect(await by.takeIn(by.saying('Too late.'), unorderedId(), call.closesAt)).toEqual({
      ok: false,
      why: 'not-open',
    })
  })

  test('what was said before the closing may be brought in after it, until helpers are done', async () => {
    const said = by.saying('On paper.', { route: 'paper', saidAt: addDays(call.closesAt, -1) })
    const [inTime] = await by.takeInAll([said], addDays(call.closesAt, 2))
    expect(inTime?.ok).toBe(true)
    const [late] = await by.takeInAll([said], call.helpersUntil)
    expect(late).toEqual({ ok: false, why: 'not-open' })
    const after = by.saying('Said after.', { route: 'paper', saidAt: call.closesAt })
    expect((await by.takeInAll([after], addDays(call.closesAt, 2)))[0]).toMatchObject({ why: 'not-open' })
  })

  test('members’ calls take members’ answers, a unit’s those of its people and places', async () => {
    const members = await openTestCall(house, { audience: 'members' })
    const of = (asked: Call, more: Partial<NewAnswer>) =>
      by.saying('', {
        callId: asked.id,
        words: [{ questionId: questionOf(asked, 'open').id, words: 'Yes.' }],
        ...more,
      })
    expect(await by.takeIn(of(members, {}))).toEqual({ ok: false, why: 'not-for-you' })
    expect((await by.takeIn(of(members, { standing: 'member' }))).ok).toBe(true)
    const { northmoor, millbrook } = house.world.units
    const local = await openTestCall(house, { audience: 'unit', audienceUnit: northmoor })
    expect(await by.takeIn(of(local, { author: by.named('olga') }))).toMatchObject({ why: 'not-for-you' })
    expect((await by.takeIn(of(local, { author: by.named('nasreen') }))).ok).toBe(true)
    expect((await by.takeIn(of(local, { unitId: millbrook.id }))).ok).toBe(true)
  })

  test('what does not fit the questions is said question by question', async () => {
    const choice = questionOf(call, 'choice')
    const all = choice.options.map(({ id: optionId }) => ({ optionId, mark: 1 as const }))
    expect(await by.takeIn(by.saying('', { marks: all }))).toEqual({
      ok: false,
      why: 'problems',
      problems: [{ questionId: choice.id, why: 'too-many' }],
    })
    expect(await by.takeIn(by.saying(''))).toMatchObject({ problems: [{ questionId: null, why: 'empty' }] })
  })
})
