import { inTransaction } from '#core/db/transaction.ts'
import { beginSession } from '#ground/people/begin-session.ts'
import type { BenchHouse } from './bench-house.ts'
import { load } from './load-process.ts'
import type { LoadResult, LoadTask } from './load-task.ts'
import { eachOf, type Processor } from './processor.ts'
import { count, millis, ms, type Row, times } from './row.ts'

const CONNECTIONS = 16
/** Whoever has a cookie gets nothing that is only fresh: what is kept has to be true, which the database is asked each time. */
const UNCACHED = { cookie: 'bench=1' }

/** Story pages asked for by many, made anew, and answered “you have it already”, beside the server's empty route. */
export async function measureStories(house: BenchHouse, seconds: number): Promise<Row[]> {
  const { port } = house
  const ask = async (
    paths: string[],
    more: Partial<Pick<PagesTask, 'headers' | 'expect' | 'isEachNew' | 'sessions'>>,
  ) => {
    const task = { kind: 'pages', port, connections: CONNECTIONS, seconds, paths } as const
    const before = await house.processor()
    const result = await load({ ...task, headers: {}, expect: 200, ...more })
    return { ...result, each: eachOf(before, await house.processor(), result.done) }
  }
  const paths = (await someNumbers(house, 500)).map((number) => `/submissions/${number}`)
  const empty = await ask(['/health/live'], {})
  const made = await ask(paths, { headers: UNCACHED, isEachNew: true })
  const whole = await ask(paths, { headers: UNCACHED })
  const signedIn = await ask(paths, { sessions: await someSessions(house, 64) })
  const known = await ask(paths.slice(0, 1), { expect: 304 })
  return [
    rowOf('story page, whole, true at that moment', whole, { empty, aim: 1_000, least: 1 / 5 }),
    rowOf('the same, to readers with an account', signedIn, { empty, aim: 1_000, least: 1 / 5 }),
    rowOf('story page, made anew', made, { empty, aim: 1_000, least: 1 / 5 }),
    rowOf('story page, answered 304', known, { empty, aim: 4_000, least: 1 / 3 }),
  ]
}

type PagesTask = Extract<LoadTask, { kind: 'pages' }>

interface Asked extends LoadResult {
  /** Of processor, a request. */
  each: Processor
}

function rowOf(
  work: string,
  result: Asked,
  { empty, aim, least }: { empty: Asked; aim: number; least: number },
): Row {
  const ratio = result.perSecond / empty.perSecond
  return {
    work,
    measured: `${count(result.perSecond)}/s, p99 ${ms(result.p99)}${result.unexpected > 0 ? `, ${result.unexpected} otherwise` : ''}; processor each: web ${ms(result.each.web)}, database ${ms(result.each.database)}`,
    aim: `${count(aim)}/s`,
    peer: `empty route: ${count(empty.perSecond)}/s; web ${millis(empty.each.web)} each`,
    ratio: times(ratio),
    must: `≥ ${least.toFixed(2)} ×`,
    isHeld: ratio >= least && result.unexpected === 0,
  }
}

/** Tokens of people who signed in just now. */
async function someSessions({ database: { db } }: BenchHouse, most: number): Promise<string[]> {
  const people = await db.selectFrom('people').select('id').limit(most).execute()
  return inTransaction(db, async (tx) => {
    const tokens: string[] = []
    for (const { id } of people)
      tokens.push((await beginSession(tx, { personId: id, device: 'A bench', now: new Date() })).value)
    return tokens
  })
}

/** Spread over all there is, the same on every run. */
export async function someNumbers({ database: { pool } }: BenchHouse, most: number): Promise<number[]> {
  const { rows } = await pool.query<{ number: number }>(
    `select number from matters
     where visibility = 'public' and slice = 'submissions'
     order by hashint8(number)
     limit $1`,
    [most],
  )
  return rows.map(({ number }) => number)
}

const WORDS = [
  ...[
    'lighthouse',
    'winter',
    'the swimming pool',
    'ferry harbour',
    '"public vote"',
    'Aldershot',
    'lambing shed aldershot',
  ],
  ...[
    'library -winter',
    'night bus for carers',
    'repair',
    'zanzibar',
    'Bristol Central tram',
    '2417',
    'hedgerows',
  ],
]

/** What is asked of the lists; answered one at a time, for these are about how long a reader waits. */
export const LISTS = {
  search: WORDS.map((words) => `/submissions?q=${encodeURIComponent(words)}`),
  filters: [
    '/submissions?state=overdue',
    '/submissions?body=housing',
    '/submissions?language=ur',
    '/submissions?state=refused&kind=motion',
  ],
  overdue: ['/overdue'],
  body: ['/bodies/housing'],
  home: ['/'],
  feed: ['/submissions.atom'],
} as const

export function askOneByOne(
  { port }: BenchHouse,
  paths: readonly string[],
  seconds: number,
): Promise<LoadResult> {
  const task = { kind: 'pages', port, connections: 1, seconds, headers: UNCACHED, expect: 200 } as const
  return load({ ...task, paths: [...paths] })
}

export async function walkOneByOne(house: BenchHouse, seconds: number): Promise<LoadResult> {
  const numbers = await someNumbers(house, 300)
  return askOneByOne(
    house,
    numbers.map((number) => `/api/v1/submissions/${number}/provenance`),
    seconds,
  )
}
