import { describe, expect, test } from 'vitest'
import { type DecisionFacts, daysOver, dueOn, heldFor, isDueSoon, refusalOf } from './rules.ts'

const now = new Date('2026-11-02T09:00:00Z')
const facts: DecisionFacts = {
  outcome: 'accepted',
  from: { id: 'housing' },
  to: null,
  hasAgreement: false,
  target: null,
  deferrals: 0,
  untilOn: null,
  now,
}
const executive = { id: 'executive', reviewedBy: null, isOpen: true, hadItBefore: false }

describe('a decision stands unless a rule says why not', () => {
  test.each<[Partial<DecisionFacts>, string | null]>([
    [{ outcome: 'refused' }, null],
    [{ outcome: 'passed-on', to: executive }, null],
    [{ outcome: 'passed-on', to: { ...executive, id: 'housing' } }, 'passed-to-itself'],
    [{ outcome: 'passed-on', to: { ...executive, isOpen: false } }, 'body-is-closed'],
    [{ outcome: 'passed-on', to: null }, 'body-is-closed'],
    [{ outcome: 'passed-on', to: { ...executive, hadItBefore: true } }, 'needs-agreement'],
    [{ outcome: 'passed-on', to: { ...executive, hadItBefore: true }, hasAgreement: true }, null],
    [{ outcome: 'passed-on', to: { ...executive, hadItBefore: true, reviewedBy: 'housing' } }, null],
    [{ outcome: 'merged', target: { isSame: true, isOpen: true, isLeaving: false } }, 'merged-into-itself'],
    [{ outcome: 'merged', target: { isSame: false, isOpen: false, isLeaving: false } }, 'target-ended'],
    [{ outcome: 'merged', target: { isSame: false, isOpen: true, isLeaving: true } }, 'target-is-leaving'],
    [{ outcome: 'deferred', untilOn: '2026-11-03' }, null],
    [{ outcome: 'deferred', untilOn: '2026-11-02' }, 'until-not-ahead'],
    [{ outcome: 'deferred', untilOn: '2027-11-03' }, null],
    [{ outcome: 'deferred', untilOn: '2027-11-04' }, 'until-too-far'],
    [{ outcome: 'deferred', untilOn: '2026-11-03', deferrals: 2 }, 'deferred-too-often'],
  ])('%o: %s', (given, expected) => {
    expect(refusalOf({ ...facts, ...given })).toBe(expected)
  })
})

test('a begun day past a promise is a day over, and the last second within it is none', () => {
  const dueAt = dueOn('2026-11-10')
  expect(dueAt.toISOString()).toBe('2026-11-10T23:59:59.000Z')
  expect(daysOver(dueAt, dueAt)).toBe(0)
  expect(daysOver(dueAt, new Date('2026-11-11T00:00:00Z'))).toBe(1)
  expect(heldFor({ receivedAt: now, dueAt, decidedAt: new Date('2026-11-12T09:00:00Z') })).toEqual({
    days: 10,
    over: 2,
  })
})

test('due soon is the last third of the time', () => {
  const custody = { receivedAt: now, dueAt: new Date('2026-12-02T09:00:00Z') }
  expect(isDueSoon(custody, new Date('2026-11-22T08:59:59Z'))).toBe(false)
  expect(isDueSoon(custody, new Date('2026-11-22T09:00:00Z'))).toBe(true)
})
