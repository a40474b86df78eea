import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import { openTestCall, questionOf } from '../../app/testing/open-test-call.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'
import type { Call } from './call.ts'
import type { NewAnswer } from './new-answer.ts'
import { takeInAnswer, takeInAnswers } from './take-in-answer.ts'

let house: TestHouse
let call: Call
beforeAll(async () => {
  house = await openTestHouse()
  call = await openTestCall(house)
})
afterAll(() => house.close())

function saying(words: string, more: Partial<NewAnswer> = {}): NewAnswer {
  const asked = more.callId === undefined || more.callId === call.id ? call : null
  return {
    callId: call.id,
    route: 'web',
    language: 'en',
    author: { authorship: 'anonymous' },
    standing: 'unknown',
    words: asked ? [{ questionId: questionOf(asked, 'open').id, words }] : [],
    marks: [],
    ...more,
  }
}

const secret = new Uint8Array(32)
const named = (person: 'nasreen' | 'olga'): NewAnswer['author'] => ({
  authorship: 'named',
  person: house.world.people[person],
  name: null,
  email: null,
  phone: null,
})

const takeIn = (answer: NewAnswer, key: string | null = unorderedId(), at = house.clock.now()) =>
  takeInAnswer(house.db, {
    answer,
    once: { key, asker: 'anyone', request: { words: answer.words }, now: at },
    secret,
  })

const takeInAll = (answers: readonly NewAnswer[], at = house.clock.now()) =>
  inTransaction(house.db, (tx) => takeInAnswers(tx, answers, at))

describe('refusals', () => {
  test('a call that closes at noon is open the instant before, and closed at noon', async () => {
    const before = new Date(call.closesAt.getTime() - 1)
    expect((await takeIn(saying('Just in time.'), unorderedId(), before)).ok).toBe(true)
    expect(await takeIn(saying('Too late.'), unorderedId(), call.closesAt)).toEqual({
      ok: false,
      why: 'not-open',
    })
  })

  test('what was said before the closing may be brought in after it, until helpers are done', async () => {
    const said = saying('On paper.', { route: 'paper', saidAt: addDays(call.closesAt, -1) })
    const [inTime] = await takeInAll([said], addDays(call.closesAt, 2))
    expect(inTime?.ok).toBe(true)
    const [late] = await takeInAll([said], call.helpersUntil)
    expect(late).toEqual({ ok: false, why: 'not-open' })
    const after = saying('Said after.', { route: 'paper', saidAt: call.closesAt })
    expect((await takeInAll([after], addDays(call.closesAt, 2)))[0]).toMatchObject({ why: 'not-open' })
  })

  test('members’ calls take members’ answers, a unit’s those of its people and places', async () => {
    const members = await openTestCall(house, { audience: 'members' })
    const of = (asked: Call, more: Partial<NewAnswer>) =>
      saying('', {
        callId: asked.id,
        words: [{ questionId: questionOf(asked, 'open').id, words: 'Yes.' }],
        ...more,
      })
    expect(await takeIn(of(members, {}))).toEqual({ ok: false, why: 'not-for-you' })
    expect((await takeIn(of(members, { standing: 'member' }))).ok).toBe(true)
    const { northmoor, millbrook } = house.world.units
    const local = await openTestCall(house, { audience: 'unit', audienceUnit: northmoor })
    expect(await takeIn(of(local, { author: named('olga') }))).toMatchObject({ why: 'not-for-you' })
    expect((await takeIn(of(local, { author: named('nasreen') }))).ok).toBe(true)
    expect((await takeIn(of(local, { unitId: millbrook.id }))).ok).toBe(true)
  })

  test('what does not fit the questions is said question by question', async () => {
    const choice = questionOf(call, 'choice')
    const all = choice.options.map(({ id: optionId }) => ({ optionId, mark: 1 as const }))
    expect(await takeIn(saying('', { marks: all }))).toEqual({
      ok: false,
      why: 'problems',
      problems: [{ questionId: choice.id, why: 'too-many' }],
    })
    expect(await takeIn(saying(''))).toMatchObject({ problems: [{ questionId: null, why: 'empty' }] })
  })
})
