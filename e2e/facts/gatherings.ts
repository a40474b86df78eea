import type { Db } from '#core/db/connect.ts'
import type { DemoHouse } from '../open-demo.ts'
import { done } from './asking.ts'

/** Numbers of the gatherings by their key in `db/demo/gatherings.csv`. */
export type Gatherings = Readonly<Record<string, number>>

export async function gatheringsOf(db: Db): Promise<Gatherings> {
  const rows = await db
    .selectFrom('gatherings')
    .innerJoin('works', 'works.id', 'gatherings.id')
    .select(['gatherings.source', 'works.number'])
    .where('gatherings.source', 'is not', null)
    .execute()
  return Object.fromEntries(rows.map(({ source, number }) => [source?.replace('demonstration:', ''), number]))
}

/** Eleven Thursdays of Millbrook branch; the demonstration has none that comes again. */
export async function announceSeries(house: DemoHouse): Promise<number> {
  const announced = await done(house, '/gatherings', {
    as: 'idris',
    title: 'Advice on rent and repairs',
    kind: 'meeting',
    holder: 'unit:millbrook',
    starts: '2026-11-26T18:00',
    ends: '2026-11-26T19:30',
    zone: 'Europe/London',
    repeats: 'weekly',
    until: '2027-02-04',
    address: 'Mill Hall, 4 Weir Lane, Millbrook',
    audience: 'anyone',
    contact: 'Idris Bello, 01632 960 123',
  })
  return (announced as { number: number }).number
}
