import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { readCsv } from '#core/csv/read-csv.ts'
import { translator } from '#core/i18n/translate.ts'
import { importMembers } from '#ground/people/import-members.ts'
import { importSubmissions } from '../../src/propose/submissions/index.ts'
import type { BenchHouse } from './bench-house.ts'
import { copySeconds } from './copy.ts'
import { count, type Row, times } from './row.ts'

/** As many as the petitions of the parliament of 2010 to 2015, and as long; the words are our own. */
const TITLES = 32_873

/** An import until its last entry has its place in the record, beside COPY of the same rows into the same tables, and of the titles alone. */
export async function measureImport(house: BenchHouse): Promise<Row[]> {
  const name = `bench ${house.size()} ${Date.now()}`
  const begun = performance.now()
  await importSubmissions(house.database.db, {
    rows: readCsv(Readable.from([Buffer.from(titlesCsv())])),
    columns: {},
    name,
    language: 'en',
    now: new Date(),
    t: translator('en', new Map()),
    onProblem: ({ reason }) => {
      throw new Error(reason)
    },
  })
  const stored = (performance.now() - begun) / 1000
  await untilSequenced(house)
  const seconds = (performance.now() - begun) / 1000
  const source = `source like '${name}:%'`
  const titles = await copySeconds(house.url, {
    rows: `select title, source from matters join submissions using (id) where ${source}`,
    table: 'bench_titles',
    shape: '(title text, source text)',
  })
  let rows = 0
  for (const [table, key] of Object.entries(TABLES))
    rows += await copyLike(house, table, `select ${table}.* from ${table} where ${key(source)}`)
  const work = `import of ${count(TITLES)} titles with entries and receipts`
  const measured = `${seconds.toFixed(1)} s (stored after ${stored.toFixed(1)} s)`
  const beside = (peer: string, of: number): Row => ({
    work,
    measured,
    aim: '30 s',
    peer: `${peer}: ${of.toFixed(2)} s`,
    ratio: times(seconds / of),
    must: '≤ 20 ×',
    isHeld: seconds / of <= 20 && seconds <= 30,
  })
  return [
    beside('COPY of the same rows into the same tables', rows),
    beside('COPY of the titles alone, no index', titles),
  ]
}

const MATTERS = (source: string) => `select id from submissions where ${source}`
const ENTRIES = (source: string) => `select id from entries where matter_id in (${MATTERS(source)})`

/** What an import writes, and which rows of it are those of this one. */
const TABLES: Readonly<Record<string, (source: string) => string>> = {
  matters: (source) => `id in (${MATTERS(source)})`,
  submissions: (source) => source,
  custody: (source) => `matter_id in (${MATTERS(source)})`,
  entries: (source) => `matter_id in (${MATTERS(source)})`,
  sealed: (source) => `entry_id in (${ENTRIES(source)})`,
  receipts: (source) => `matter_id in (${MATTERS(source)})`,
  record_leaves: (source) => `entry_id in (${ENTRIES(source)})`,
}

/** Into a table like the one the rows came from, with all its indexes and checks. */
export function copyLike({ url }: Pick<BenchHouse, 'url'>, like: string, rows: string): Promise<number> {
  return copySeconds(url, { rows, table: `bench_${like}`, shape: `(like ${like} including all)` })
}

/** Every entry has its place in the record. */
export async function untilSequenced({ database: { pool } }: Pick<BenchHouse, 'database'>): Promise<void> {
  const isEmpty = async () =>
    (await pool.query<{ waits: boolean }>('select exists (select from unsequenced) as waits')).rows[0]
      ?.waits === false
  while (!(await isEmpty())) await pause(50)
}

const DEEDS = ['Keep', 'Mend', 'Reopen', 'Share', 'Widen', 'Heat', 'Light', 'Replant']
const PLACES = [
  'the old mill',
  'the ferry landing',
  'the school kitchen',
  'the east bridge',
  'the reading room',
  'the tram depot',
  'the pump house',
]
const ENDS = ['before the winter', 'for all who need it', 'with the people of the street', 'at last']

/** A table of `title` and `source`. */
export function titlesCsv(): string {
  const of = <T>(list: readonly T[], at: number) => list[at % list.length]
  const lines = Array.from(
    { length: TITLES },
    (_, at) =>
      `${of(DEEDS, at)} ${of(PLACES, Math.floor(at / 8))} ${of(ENDS, Math.floor(at / 56))} (no. ${at}),row-${at}`,
  )
  return `title,source\n${lines.join('\n')}\n`
}

/** Members from a table, beside COPY of the people and memberships it made. */
export async function measureMembers(house: BenchHouse, members: number): Promise<Row> {
  const mark = `bench${Date.now()}`
  const lines = Array.from(
    { length: members },
    (_, at) => `Ada Member ${at},${mark}-${at}@example.org,england,${mark}-${at}`,
  )
  const begun = performance.now()
  await importMembers(house.database.db, {
    rows: readCsv(Readable.from([Buffer.from(`name,email,unit,number\n${lines.join('\n')}\n`)])),
    now: new Date(),
    t: translator('en', new Map()),
    onProblem: ({ reason }) => {
      throw new Error(reason)
    },
  })
  const seconds = (performance.now() - begun) / 1000
  const people = await copyLike(house, 'people', `select * from people where email like '${mark}-%'`)
  const memberships = await copyLike(
    house,
    'memberships',
    `select * from memberships where number like '${mark}-%'`,
  )
  const ratio = seconds / (people + memberships)
  return {
    work: `import of ${count(members)} members`,
    measured: `${seconds.toFixed(1)} s, ${count(members / seconds)}/s`,
    aim: '',
    peer: `COPY of the same rows into the same tables: ${(people + memberships).toFixed(2)} s`,
    ratio: times(ratio),
    must: '≤ 20 ×',
    isHeld: ratio <= 20,
  }
}
