import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { type Call, type NewAnswer, takeInAnswer, takeInAnswers } from '../../listen/calls/index.ts'
import { questionOf } from './open-test-call.ts'
import type { TestHouse } from './open-test-house.ts'

/** Ways to say something to a call and to take it in, for tests of the one door. */
export function takingIn(house: TestHouse, call: Call) {
  const { db, clock, world } = house
  return {
    /** An anonymous answer to its open question; to another call it says nothing unless told. */
    saying(words: string, more: Partial<NewAnswer> = {}): NewAnswer {
      const isOfThis = more.callId === undefined || more.callId === call.id
      return {
        callId: call.id,
        route: 'web',
        language: 'en',
        author: { authorship: 'anonymous' },
        standing: 'unknown',
        words: isOfThis ? [{ questionId: questionOf(call, 'open').id, words }] : [],
        marks: [],
        ...more,
      }
    },
    named: (person: 'nasreen' | 'olga'): NewAnswer['author'] => ({
      authorship: 'named',
      person: world.people[person],
      name: null,
      email: null,
      phone: null,
    }),
    takeIn: (answer: NewAnswer, key: string | null = unorderedId(), at = clock.now()) =>
      takeInAnswer(db, {
        answer,
        once: { key, asker: 'anyone', request: { words: answer.words }, now: at },
        secret: new Uint8Array(32),
      }),
    takeInAll: (answers: readonly NewAnswer[], at = clock.now()) =>
      inTransaction(db, (tx) => takeInAnswers(tx, answers, at)),
  }
}
