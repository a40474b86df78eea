import { afterAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announced } from '../../app/testing/announced.ts'
import { announce } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { bandOf, intoBands } from './size-bands.ts'

const house = await openTestHouse()
afterAll(() => house.close())

interface Told {
  units: {
    slug: string
    size: string
    held: number
    people: number
    heard: number
    answered: number
    open: number
  }[]
}

const told = async (query: string): Promise<Told> =>
  (await house.visitor().getJson(`/api/v1/listening?${query}`)).json()

test('units are compared by what they and all below them held, heard, and what came of it', async () => {
  const first = await announced(house, { starts: '2026-11-03T18:00', ends: '2026-11-03T20:00' })
  const second = await announced(house, {
    starts: '2026-11-03T10:00',
    ends: '2026-11-03T11:00',
    kind: 'meeting',
  })
  const off = await announced(house, { starts: '2026-11-03T12:00', ends: '2026-11-03T13:00' })
  const idris = await house.as('idris')
  await idris.post(`${off.path}/cancellation`, { reason: 'Ice.' })
  house.moveOn(3)
  const rows = ['A bench.', 'A lamp.', 'A bus.'].map((words) => ({ id: unorderedId(), words }))
  const sheet = { people_there: 40, to: 'millbrook-branch', rows }
  const { entered } = (await idris.postJson(`${first.path}/heard`, sheet)).json() as {
    entered: { number: number }[]
  }
  await idris.postJson(`${second.path}/heard`, { people_there: 4, rows: [] })
  await idris.post(`/submissions/${entered[0]?.number}/decision`, {
    outcome: 'answered',
    reason: 'It stands.',
  })
  await announce(house)
  const figures = { held: 2, people: 40, heard: 3, answered: 1, open: 2 }
  expect((await told('kind=branch')).units).toEqual([
    expect.objectContaining({ slug: 'millbrook', size: 'under-50', ...figures }),
    expect.objectContaining({ slug: 'southdown', held: 0, people: 0, heard: 0 }),
  ])
  expect((await told('kind=region')).units).toEqual([
    expect.objectContaining({ slug: 'northmoor', ...figures }),
  ])
  const page = (await house.visitor().get('/units/northmoor')).text()
  expect(page).toContain(
    'Gatherings held 2 People there 40 Things heard 3 Accepted or answered 1 Refused 0 With a body 2',
  )
})

test('the page defines its figures, compares no fewer than three, and is there as data', async () => {
  const page = (await house.visitor().get('/listening?kind=branch')).text()
  expect(page).toContain('Fewer than three units are of this size')
  expect(page).toContain('the sum of the headcounts that organisers gave')
  const csv = await house.visitor().get('/listening.csv?kind=branch')
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.body.split('\r\n').slice(0, 2)).toEqual([
    'slug,name,size,held,people,heard,answered,open',
    'millbrook,Millbrook,under-50,2,40,3,1,2',
  ])
  expect((await told('kind=nonsense&size=huge')).units.length).toBeGreaterThan(0)
  expect((await told('kind=branch&size=2000-more')).units).toEqual([])
})

test('a year later they start at nothing', async () => {
  house.moveOn(370)
  expect((await told('kind=branch')).units[0]).toMatchObject({ held: 0, people: 0, heard: 0 })
  house.moveOn(-370)
})

test('a size has its middle from three units on, each figure for itself', () => {
  expect([null, 0, 49, 50, 1_999, 2_000].map(bandOf)).toEqual([
    'not-counted',
    'under-50',
    'under-50',
    '50-199',
    '500-1999',
    '2000-more',
  ])
  const unit = (held: number, people: number) => ({
    slug: 's',
    name: 'S',
    members: 60,
    held,
    people,
    heard: 0,
    answered: 0,
    open: 0,
  })
  expect(intoBands([unit(1, 9), unit(2, 5)])).toMatchObject([{ name: '50-199', middle: null }])
  expect(intoBands([unit(1, 9), unit(2, 5), unit(9, 7)])[0]?.middle).toMatchObject({ held: 2, people: 7 })
  expect(intoBands([unit(1, 9), unit(2, 5), unit(9, 7), unit(4, 8)])[0]?.middle).toMatchObject({
    held: 3,
    people: 7.5,
  })
})
