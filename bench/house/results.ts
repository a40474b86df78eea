import { readHouse } from '#ground/house/read-house.ts'
import { finishedCall } from '../../src/app/demo/calls/settle-calls.ts'
import type { BenchHouse } from './bench-house.ts'
import { load } from './load-process.ts'
import { count, ms, type Row, times } from './row.ts'

const CONNECTIONS = 16
/** A cookie makes a reader somebody for whom nothing is kept ready. */
const UNCACHED = { cookie: 'bench=1' }
const SECONDS = 10
const MOST_MS = 300

/** The result page of a call of 40,000 answers, made for each reader and answered 304, beside the server's empty route. */
export async function measureResults(house: BenchHouse, size: number): Promise<Row[]> {
  const { port, database } = house
  const known = await readHouse(database.db, 'http://127.0.0.1')
  const source = `demonstration:buses-${size}`
  const secret = known?.secret ?? new Uint8Array(32)
  const number = await finishedCall(database.db, { size, source, now: new Date(), secret })
  const ask = (path: string, more: { headers?: Record<string, string>; expect?: number }) => {
    const task = {
      kind: 'pages',
      port,
      connections: CONNECTIONS,
      seconds: SECONDS,
      headers: {},
      expect: 200,
    } as const
    return load({ ...task, paths: [path], ...more })
  }
  const empty = await ask('/health/live', {})
  const made = await ask(`/calls/${number}/result`, { headers: UNCACHED })
  const kept = await ask(`/calls/${number}/result`, { expect: 304 })
  const rows = [
    { work: `result of ${count(size)} answers, not cached`, result: made, least: 1 / 10 },
    { work: `result of ${count(size)} answers, answered 304`, result: kept, least: 1 / 3 },
  ]
  return rows.map(({ work, result, least }) => ({
    work,
    measured: `${count(result.perSecond)}/s, p99 ${ms(result.p99)}`,
    aim: `p95 < ${MOST_MS} ms`,
    peer: `empty route: ${count(empty.perSecond)}/s`,
    ratio: times(result.perSecond / empty.perSecond),
    must: `≥ ${least.toFixed(2)} ×`,
    isHeld: result.perSecond / empty.perSecond >= least && result.unexpected === 0 && result.p99 < MOST_MS,
  }))
}
