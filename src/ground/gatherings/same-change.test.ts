import { expect, test } from 'vitest'
import type { GatheringDetails } from './announce-gathering.ts'
import { momentIn } from './local-time.ts'
import { sameChange } from './same-change.ts'

const ZONE = 'Europe/London'
const at = (local: string) => momentIn(ZONE, local) ?? new Date(0)

const times = (starts: string, ends: string) => ({ startsAt: at(starts), endsAt: at(ends) })

const before: GatheringDetails = {
  title: 'Surgery',
  language: 'en',
  about: '',
  ...times('2026-10-20T19:00', '2026-10-20T21:00'),
  timeZone: ZONE,
  address: 'Mill Hall',
  onlineUrl: null,
  audience: 'anyone',
  places: 20,
  contact: 'Idris',
  access: [{ fact: 'creche', isThere: false, detail: '' }],
}

test('hours are those of the clocks of the place, also where these were changed meanwhile', () => {
  const other = { ...before, ...times('2026-10-27T19:00', '2026-10-27T21:00') }
  const after = { ...before, ...times('2026-10-19T18:00', '2026-10-19T23:00') }
  expect(sameChange({ before, after, other })).toMatchObject(times('2026-10-26T18:00', '2026-10-26T23:00'))
})

test('one that lasts over midnight lasts over midnight there too', () => {
  const other = { ...before, ...times('2026-10-27T19:00', '2026-10-27T21:00') }
  const after = { ...before, ...times('2026-10-20T22:00', '2026-10-21T02:00') }
  expect(sameChange({ before, after, other })).toMatchObject(times('2026-10-27T22:00', '2026-10-28T02:00'))
})

test('what was said differently of the other one stays, hours too where none were changed', () => {
  const other = { ...before, ...times('2026-10-28T10:00', '2026-10-28T11:00'), address: 'Chapel', places: 8 }
  const after = { ...before, title: 'Advice', address: 'Library' }
  expect(sameChange({ before, after, other })).toEqual({ ...other, title: 'Advice', address: 'Library' })
})

test('access is said anew fact by fact', () => {
  const step = { fact: 'step-free', isThere: true, detail: 'by the yard' }
  const other = { ...before, access: [...before.access, step] }
  const after = { ...before, access: [{ fact: 'creche', isThere: true, detail: 'from six' }] }
  expect(sameChange({ before, after, other })?.access).toEqual([
    step,
    { fact: 'creche', isThere: true, detail: 'from six' },
  ])
})

test('where nothing changes there is nothing to publish', () => {
  expect(sameChange({ before, after: before, other: { ...before, title: 'Another' } })).toBeNull()
})
