import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { BenchHouse } from './bench-house.ts'
import { LoadProcess } from './load-process.ts'
import type { LoadResult } from './load-task.ts'
import { someNumbers } from './pages.ts'
import { count, type Row, times } from './row.ts'

const PER_SECOND = 20
const SAMPLES = 60
/** What was warmed up for is no growth: each of the last quarter is held against the second. */
const MOST_GROWTH = 1.25

interface Sample {
  at: Date
  webMb: number
  workerMb: number
  webHandles: number
  workerHandles: number
  connections: number
}

/** Modest load, reads and hand-ins mixed, while memory, connections and handles of the processes are looked at. */
export async function measureSteady(
  house: BenchHouse,
  seconds: number,
  say: (line: string) => void,
): Promise<Row> {
  const paths = (await someNumbers(house, 200)).map((number) => `/submissions/${number}`)
  const task = { kind: 'steady', port: house.port, seconds, perSecond: PER_SECOND } as const
  const load = new LoadProcess({ ...task, paths: [...paths, '/', '/submissions', '/overdue'] })
  const samples: Sample[] = []
  const done = load.next<LoadResult>()
  let isOver = false
  void done.then(
    () => (isOver = true),
    () => (isOver = true),
  )
  while (!isOver) {
    await Promise.race([pause((seconds * 1000) / SAMPLES), done])
    const sample = await lookAt(house)
    samples.push(sample)
    say(JSON.stringify(sample))
  }
  const result = await done
  await load.end()
  return rowOf(samples, { result, seconds })
}

async function lookAt({ pids, database: { pool } }: BenchHouse): Promise<Sample> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity where application_name like 'folkmoot%'`,
  )
  return {
    at: new Date(),
    webMb: await residentMb(pids.web),
    workerMb: await residentMb(pids.worker),
    webHandles: await handlesOf(pids.web),
    workerHandles: await handlesOf(pids.worker),
    connections: rows[0]?.count ?? 0,
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

async function handlesOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length
}

const FIGURES = ['webMb', 'workerMb', 'webHandles', 'workerHandles', 'connections'] as const

function rowOf(
  samples: readonly Sample[],
  { result, seconds }: { result: LoadResult; seconds: number },
): Row {
  const quarter = (nth: number) =>
    samples.slice(Math.floor((samples.length * nth) / 4), Math.ceil((samples.length * (nth + 1)) / 4))
  const most = (some: readonly Sample[], figure: (typeof FIGURES)[number]) =>
    Math.max(...some.map((sample) => sample[figure]))
  const growth = Math.max(...FIGURES.map((figure) => most(quarter(3), figure) / most(quarter(1), figure)))
  const [first, last] = [quarter(1), quarter(3)]
  const said = (figure: (typeof FIGURES)[number]) => `${most(first, figure)} → ${most(last, figure)}`
  return {
    work: `${Math.round(seconds / 60)} minutes of load, ${PER_SECOND} a second asked for`,
    measured: `${count(result.done)} asked, ${result.unexpected} otherwise; most of the second and of the last quarter: web ${said('webMb')} MB, worker ${said('workerMb')} MB, handles ${said('webHandles')} and ${said('workerHandles')}, connections ${said('connections')}`,
    aim: 'flat',
    peer: 'its own second quarter',
    ratio: times(growth),
    must: `≤ ${MOST_GROWTH} ×`,
    isHeld: growth <= MOST_GROWTH,
  }
}
