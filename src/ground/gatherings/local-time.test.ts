import { expect, test } from 'vitest'
import { isoLocal, isTimeZone, momentIn } from './local-time.ts'

test('a time of the place is found in winter and in summer, and back', () => {
  expect(momentIn('Europe/London', '2026-11-24T19:00')?.toISOString()).toBe('2026-11-24T19:00:00.000Z')
  expect(momentIn('Europe/London', '2026-07-01T19:00')?.toISOString()).toBe('2026-07-01T18:00:00.000Z')
  expect(momentIn('Asia/Kolkata', '2026-07-01T00:15')?.toISOString()).toBe('2026-06-30T18:45:00.000Z')
  expect(isoLocal(new Date('2026-06-30T18:45:00Z'), 'Asia/Kolkata')).toBe('2026-07-01T00:15')
})

test('the hour left out in spring is the one after; of the hour repeated in autumn it is the first', () => {
  expect(momentIn('Europe/London', '2026-03-29T01:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(momentIn('Europe/London', '2026-10-25T01:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('what is no time and no zone is nothing', () => {
  expect(momentIn('Europe/London', '2026-02-30T10:00')).toBeNull()
  expect(momentIn('Europe/London', 'tomorrow')).toBeNull()
  expect(isTimeZone('Mars/North')).toBe(false)
  expect(isTimeZone('Europe/Warsaw')).toBe(true)
})
