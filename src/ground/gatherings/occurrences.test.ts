import { expect, test } from 'vitest'
import { MOST_TIMES, occurrencesOf } from './occurrences.ts'

const evening = (day: string) => ({ starts: `${day}T19:00`, ends: `${day}T21:00` })
const days = (first: string, rhythm: 'weekly' | 'fortnightly' | 'monthly', untilOn: string) =>
  occurrencesOf(evening(first), { rhythm, untilOn }).map(({ starts }) => starts.slice(0, 10))

test('every week and every other week, up to the last day and with it', () => {
  expect(days('2026-11-24', 'weekly', '2026-12-15')).toEqual([
    '2026-11-24',
    '2026-12-01',
    '2026-12-08',
    '2026-12-15',
  ])
  expect(days('2026-12-22', 'fortnightly', '2027-01-18')).toEqual(['2026-12-22', '2027-01-05'])
})

test('every month on the same weekday of it; one late in the month is the last of its kind', () => {
  expect(days('2026-11-10', 'monthly', '2027-02-28')).toEqual([
    '2026-11-10',
    '2026-12-08',
    '2027-01-12',
    '2027-02-09',
  ])
  expect(days('2026-11-30', 'monthly', '2027-03-31')).toEqual([
    '2026-11-30',
    '2026-12-28',
    '2027-01-25',
    '2027-02-22',
    '2027-03-29',
  ])
})

test('the hour stays, a night over midnight ends on the next day, and there are never too many', () => {
  const late = { starts: '2026-12-30T22:00', ends: '2026-12-31T01:00' }
  expect(occurrencesOf(late, { rhythm: 'weekly', untilOn: '2027-01-06' }).at(-1)).toEqual({
    starts: '2027-01-06T22:00',
    ends: '2027-01-07T01:00',
  })
  expect(days('2026-01-01', 'weekly', '2100-01-01')).toHaveLength(MOST_TIMES + 1)
  expect(days('2026-01-02', 'weekly', '2026-01-01')).toEqual([])
})
