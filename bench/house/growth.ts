import type { BenchHouse } from './bench-house.ts'
import { handIns } from './hand-ins.ts'
import { askOneByOne, LISTS, walkOneByOne } from './pages.ts'
import { count, ms, type Row, times } from './row.ts'

/** What one thing costs at one size: milliseconds, p95 of pages, mean of hand-ins. */
export interface AtSize {
  size: number
  entries: number
  handIn: number
  search: number
  provenance: number
  lists: Readonly<Record<string, number>>
}

export async function measureAtSize(house: BenchHouse, seconds: number): Promise<AtSize> {
  const lists: Record<string, number> = {}
  for (const [name, paths] of Object.entries(LISTS))
    lists[name] = (await askOneByOne(house, paths, seconds)).p95
  const handedIn = await handIns(house, seconds * 2)
  return {
    size: house.size(),
    entries: await entriesOf(house),
    handIn: 1000 / handedIn.perSecond,
    search: lists.search ?? 0,
    provenance: (await walkOneByOne(house, seconds)).p95,
    lists,
  }
}

async function entriesOf({ database: { pool } }: BenchHouse): Promise<number> {
  const { rows } = await pool.query<{ size: number }>('select max(tree_size) as size from checkpoints')
  return rows[0]?.size ?? 0
}

/** Each beside itself at the smallest size of the same run. */
export function growthRows(sizes: readonly AtSize[]): Row[] {
  const [first] = sizes
  if (!first) return []
  return sizes.flatMap((at) => [
    rowOf(
      'a hand-in',
      { at, first },
      { value: ({ handIn }) => handIn, most: 1.5, aim: Number.POSITIVE_INFINITY },
    ),
    rowOf('search, p95', { at, first }, { value: ({ search }) => search, most: 2, aim: 100 }),
    rowOf(
      'provenance, six steps either way, p95',
      { at, first },
      { value: ({ provenance }) => provenance, most: 2, aim: 50 },
    ),
    ...Object.keys(at.lists)
      .filter((name) => name !== 'search')
      .map((name) =>
        rowOf(`${name}, p95`, { at, first }, { value: ({ lists }) => lists[name] ?? 0, most: 2, aim: 100 }),
      ),
  ])
}

interface Measure {
  value(at: AtSize): number
  most: number
  aim: number
}

function rowOf(
  work: string,
  { at, first }: { at: AtSize; first: AtSize },
  { value, most, aim }: Measure,
): Row {
  const ratio = value(at) / value(first)
  return {
    work: `${work}, among ${count(at.size)} (${count(at.entries)} entries)`,
    measured: ms(value(at)),
    aim: Number.isFinite(aim) ? `< ${ms(aim)}` : '',
    peer: `among ${count(first.size)}: ${ms(value(first))}`,
    ratio: times(ratio),
    must: `< ${times(most)}`,
    isHeld: ratio < most && value(at) < aim,
  }
}
