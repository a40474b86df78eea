import { asOwner } from './as-owner.ts'
import type { BenchHouse } from './bench-house.ts'
import { load } from './load-process.ts'
import type { LoadResult } from './load-task.ts'
import { eachOf } from './processor.ts'
import { count, millis, ms, type Row, times } from './row.ts'

/** A busy day, and the rush after a speech: of those who come at once more are written together. */
export const AT_ONCE = [16, 64] as const
/** A few bodies, as in life: some have many matters and most have few. */
const BODIES = ['housing', 'front-desk', 'executive']

/** Of ten minutes the rush takes all; a busy day has shown what it is after one. */
const A_MINUTE = 60

/** Hand-ins with receipts, through HTTP, each durable before it is acknowledged; every one is looked for afterwards. */
export async function measureHandIns(house: BenchHouse, seconds: number): Promise<Row[]> {
  const [busy, rush] = AT_ONCE
  return [
    await measureAt(house, { connections: busy, seconds: Math.min(seconds, A_MINUTE) }),
    await measureAt(house, { connections: rush, seconds }),
  ]
}

export interface Pace {
  connections: number
  seconds: number
}

async function measureAt(house: BenchHouse, { connections, seconds }: Pace): Promise<Row> {
  const [start, bare, between] = [
    await house.processor(),
    await bareInserts(house, { connections, seconds: Math.min(seconds, 20) }),
    await house.processor(),
  ]
  const result = await handIns(house, seconds, connections)
  const ours = eachOf(between, await house.processor(), result.done)
  const theirs = eachOf(start, between, bare.done)
  const lost = await lostOf(house, result.acknowledged ?? [])
  const ratio = result.perSecond / bare.perSecond
  return {
    work: `hand-ins with receipts, ${connections} at once, ${seconds} s`,
    measured: `${count(result.perSecond)}/s, p99 ${ms(result.p99)}, proof p99 ${ms(result.proofP99 ?? 0)}, ${lost} lost, ${result.unexpected} refused; processor each: web ${ms(ours.web)}, database ${ms(ours.database)}, worker ${ms(ours.worker)}`,
    aim: '300/s, p99 < 500 ms, proof ≤ 2 s',
    peer: `bare inserts: ${count(bare.perSecond)}/s; database ${millis(theirs.database)} each`,
    ratio: times(ratio),
    must: '≥ 0.05 ×, 0 lost',
    isHeld: ratio >= 1 / 20 && lost === 0 && result.unexpected === 0,
  }
}

export function handIns(
  { port }: BenchHouse,
  seconds: number,
  connections: number = AT_ONCE[0],
): Promise<LoadResult> {
  return load({ kind: 'hand-ins', port, connections, seconds, to: BODIES })
}

/** The same machine, database and concurrency: one row a transaction, in a table with a key and nothing else. */
export async function bareInserts({ url }: BenchHouse, pace: Pace): Promise<LoadResult> {
  await asOwner(url, 'create table bench_bare (id uuid primary key, title text, words text)')
  const result = await load({ kind: 'inserts', url, ...pace })
  await asOwner(url, 'drop table bench_bare')
  return result
}

async function lostOf({ database: { pool } }: BenchHouse, acknowledged: readonly number[]): Promise<number> {
  const { rows } = await pool.query<{ found: number }>(
    'select count(*) as found from matters join receipts on receipts.matter_id = matters.id where number = any($1::bigint[])',
    [acknowledged],
  )
  return acknowledged.length - (rows[0]?.found ?? 0)
}
