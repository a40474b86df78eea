import { openCall } from '../../src/app/trials/open-call.ts'
import type { BenchHouse } from './bench-house.ts'
import { AT_ONCE, bareInserts, type Pace } from './hand-ins.ts'
import { load } from './load-process.ts'
import type { LoadResult } from './load-task.ts'
import { eachOf } from './processor.ts'
import { count, millis, ms, type Row, times } from './row.ts'

/** The hour in which 40,000 answer a call: through HTTP, each durable and with its receipt, beside bare inserts. */
export async function measureAnswersAtOnce(house: BenchHouse, seconds: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const connections of AT_ONCE) rows.push(await measureAt(house, { connections, seconds }))
  return rows
}

async function measureAt(house: BenchHouse, pace: Pace): Promise<Row> {
  const { call } = await openCall(house.database.db, { slug: `bench-at-once-${Date.now()}` })
  const bare = await bareInserts(house, pace)
  const before = await house.processor()
  const result = await load({ kind: 'answers', port: house.port, call: call.number, ...pace })
  const each = eachOf(before, await house.processor(), result.done)
  const lost = await lostOf(house, result)
  return {
    work: `answers to a call with receipts, ${pace.connections} at once, ${pace.seconds} s`,
    measured: `${count(result.perSecond)}/s, p99 ${ms(result.p99)}, proof p99 ${ms(result.proofP99 ?? 0)}, ${lost} lost, ${result.unexpected} refused; processor each: web ${ms(each.web)}, database ${ms(each.database)}, worker ${ms(each.worker)}`,
    aim: '300/s',
    peer: `bare inserts: ${count(bare.perSecond)}/s, p99 ${millis(bare.p99)}`,
    ratio: times(result.perSecond / bare.perSecond),
    must: '0 lost',
    isHeld: result.perSecond >= 300 && lost === 0 && result.unexpected === 0,
  }
}

async function lostOf(
  { database: { pool } }: BenchHouse,
  { acknowledged = [] }: LoadResult,
): Promise<number> {
  const { rows } = await pool.query<{ found: number }>(
    `select count(*) as found from matters
     join answers using (id)
     join receipts on receipts.matter_id = matters.id
     where number = any($1::bigint[])`,
    [acknowledged],
  )
  return acknowledged.length - (rows[0]?.found ?? 0)
}
