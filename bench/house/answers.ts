import { Readable } from 'node:stream'
import { readCsv } from '#core/csv/read-csv.ts'
import { openCall } from '../../src/app/trials/open-call.ts'
import { importAnswers } from '../../src/listen/calls/index.ts'
import type { BenchHouse } from './bench-house.ts'
import { copyLike, titlesCsv, untilSequenced } from './imports.ts'
import { count, type Row, times } from './row.ts'

type Measured = Pick<BenchHouse, 'database' | 'url'>

/** As many answers as the petitions of 2010 to 2015 had titles, taken in as answers to a call, beside COPY of the same rows. */
export async function measureAnswers(
  house: Measured,
  sequenced: () => Promise<void> = () => untilSequenced(house),
): Promise<Row[]> {
  const { call, question } = await openCall(house.database.db, { slug: `bench-${Date.now()}` })
  const begun = performance.now()
  const { taken } = await importAnswers(house.database.db, {
    rows: readCsv(Readable.from([Buffer.from(titlesCsv())])),
    call,
    question,
    columns: { words: 'title', source: 'source' },
    name: `bench ${call.number}`,
    language: 'en',
    now: new Date(),
    onProblem: ({ reason }) => {
      throw new Error(reason)
    },
  })
  const stored = (performance.now() - begun) / 1000
  await sequenced()
  const seconds = (performance.now() - begun) / 1000
  let rows = 0
  for (const [table, rest] of Object.entries(TABLES))
    rows += await copyLike(house, table, `select ${table}.* from ${table} ${rest(call.id)}`)
  const ratio = seconds / rows
  return [
    {
      work: `import of ${count(taken)} answers to a call, with entries and receipts`,
      measured: `${seconds.toFixed(1)} s (stored after ${stored.toFixed(1)} s)`,
      aim: '30 s',
      peer: `COPY of the same rows into the same tables: ${rows.toFixed(2)} s`,
      ratio: times(ratio),
      must: '≤ 20 ×',
      isHeld: ratio <= 20 && seconds <= 30,
    },
  ]
}

const MATTERS = (call: string) => `where id in (select id from answers where call_id = '${call}')`
const OF_MATTERS = (column: string) => (call: string) =>
  `where ${column} in (select id from answers where call_id = '${call}')`

/** What an import of answers writes, and which rows of it are those of this one. */
const TABLES: Readonly<Record<string, (call: string) => string>> = {
  matters: MATTERS,
  answers: (call) => `where call_id = '${call}'`,
  answer_words: OF_MATTERS('answer_id'),
  notice_agreements: OF_MATTERS('matter_id'),
  entries: OF_MATTERS('matter_id'),
  sealed: (call) =>
    `where entry_id in (select entries.id from entries join answers on answers.id = matter_id where call_id = '${call}')`,
  receipts: OF_MATTERS('matter_id'),
  record_leaves: (call) =>
    `where entry_id in (select entries.id from entries join answers on answers.id = matter_id where call_id = '${call}')`,
}
