import { afterAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { themeOf } from '../../../app/testing/themed-call.ts'
import type { Call } from '../call.ts'
import type { AnswerAuthor } from '../new-answer.ts'
import { takeInAnswers } from '../take-in-answer.ts'
import { BATCH, tellOfChoices } from './tell-of-choices.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let call: Call
beforeEach(async () => {
  await house.db.deleteFrom('lettersOut').execute()
  call = await openTestCall(house)
})

const named = (email: string): AnswerAuthor => ({
  authorship: 'named',
  person: null,
  name: 'Somebody',
  email,
  phone: null,
})

/** Answers in one theme, and what the body decides about it. */
async function decideAbout(authors: readonly { author: AnswerAuthor; language?: string }[]) {
  const { id: questionId } = questionOf(call, 'open')
  const taken = await inTransaction(house.db, (tx) =>
    takeInAnswers(
      tx,
      authors.map(({ author, language = 'en' }, at) => ({
        callId: call.id,
        route: 'web',
        language,
        author,
        standing: 'unknown',
        words: [{ questionId, words: `No bus after ${at}.` }],
        marks: [],
      })),
      house.clock.now(),
    ),
  )
  const numbers = taken.flatMap((one) => (one.ok ? [one.number] : []))
  const theme = await themeOf(house, call, { answers: numbers, words: ['bus'] })
  const noor = await house.as('noor')
  await noor.post(`/themes/${theme.number}/choice`, { outcome: 'taken-up', reason: 'We ask the minister.' })
  house.clock.moveOn(5 * 60_000)
  return numbers
}

const letters = () =>
  house.db.selectFrom('lettersOut').select(['toAddress', 'subject', 'text']).orderBy('toAddress').execute()
const waiting = () => house.db.selectFrom('choicesToTell').selectAll().execute()

test('each author gets one letter a decision, in their language, however many answers they gave', async () => {
  const { nasreen } = house.world.people
  const numbers = await decideAbout([
    { author: named('zofia@example.org'), language: 'pl' },
    { author: named('Zofia@example.org'), language: 'pl' },
    { author: { authorship: 'withheld', person: nasreen, name: null, email: null, phone: null } },
    { author: { authorship: 'anonymous' } },
  ])
  await house.runJobs()
  const sent = await letters()
  expect(sent).toHaveLength(2)
  const zofia = sent.find(({ toAddress }) => toAddress.toLowerCase() === 'zofia@example.org')
  for (const number of numbers.slice(0, 2)) expect(zofia?.text).toContain(`/answers/${number}`)
  expect(zofia?.text).toContain('We ask the minister.')
  expect(zofia?.text).not.toContain('You answered')
  expect(sent.find((letter) => letter !== zofia)?.text).toContain('You answered')
  await house.runJobs()
  expect(await letters()).toHaveLength(2)
  expect(await waiting()).toEqual([])
})

test('an answer that was withdrawn, or is decided about alone, is heard of by the right ones', async () => {
  const [first = 0, second = 0] = await decideAbout([
    { author: named('one@example.org') },
    { author: named('two@example.org') },
  ])
  const idOf = (number: number) =>
    house.db.selectFrom('matters').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  const { id } = await idOf(second)
  await house.db.updateTable('answers').set({ withdrawnAt: house.clock.now() }).where('id', '=', id).execute()
  await house.runJobs()
  expect((await letters()).map(({ toAddress }) => toAddress)).toEqual(['one@example.org'])
  await (await house.as('noor')).post(`/answers/${first}/choice`, {
    outcome: 'answered',
    reason: 'So we did.',
  })
  house.clock.moveOn(5 * 60_000)
  await house.runJobs()
  expect((await letters()).map(({ toAddress }) => toAddress)).toEqual(['one@example.org', 'one@example.org'])
})

test('cut off half-way it goes on behind the last letter, and two nodes at once write each once', async () => {
  const count = 2 * BATCH + 7
  await decideAbout(Array.from({ length: count }, (_, at) => ({ author: named(`person-${at}@example.org`) })))
  await house.runJobs()
  expect(await letters()).toHaveLength(count)
  // Again from the start, as if nothing had been told, with a node that dies in its second batch.
  await house.db.deleteFrom('lettersOut').execute()
  const decision = await house.db
    .selectFrom('themeDecisions')
    .select(['id', 'themeId', 'decidedAt'])
    .orderBy('decidedAt', 'desc')
    .executeTakeFirstOrThrow()
  await house.db
    .insertInto('choicesToTell')
    .values({ decisionId: decision.id, themeId: decision.themeId, decidedAt: decision.decidedAt })
    .execute()
  let written = 0
  const dying = new Proxy(house.jobHouse.translators, {
    get: (translators, name, receiver) => {
      if (name === 'for') written += 1
      if (written > BATCH + 50) throw new Error('killed')
      return Reflect.get(translators, name, receiver)
    },
  })
  await expect(tellOfChoices({ ...house.jobHouse, translators: dying })).rejects.toThrow('killed')
  expect(await letters()).toHaveLength(BATCH)
  await Promise.all([tellOfChoices(house.jobHouse), tellOfChoices(house.jobHouse)])
  await tellOfChoices(house.jobHouse)
  expect(new Set((await letters()).map(({ toAddress }) => toAddress)).size).toBe(count)
  expect(await letters()).toHaveLength(count)
  expect(await waiting()).toEqual([])
})
