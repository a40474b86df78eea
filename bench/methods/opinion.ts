import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCsv } from '#core/csv/read-csv.ts'
import { analyse } from '#methods/opinion/analyse.ts'
import { minoritiesOf } from '#methods/opinion/minorities.ts'
import { diceFrom } from '#methods/opinion/random.ts'
import { VoteReader } from '#methods/opinion/read-votes.ts'
import { reportOf } from '#methods/opinion/report.ts'
import { stabilityOf } from '#methods/opinion/stability.ts'
import { follow, withOneVote } from '#methods/opinion/update.ts'
import { layoutOf } from '#methods/opinion/vote-layout.ts'
import { type Answer, compress, type VoteTable } from '#methods/opinion/vote-table.ts'

export interface Measurement {
  task: string
  measured: string
  aim: string
}

interface Size {
  people: number
  statements: number
  votes: number
  groups: number
}

const BIG: Size = { people: 7890, statements: 7753, votes: 1_030_000, groups: 4 }
const LIVE: Size = { people: 10_000, statements: 500, votes: 300_000, groups: 4 }
const PUBLISHED = 'Polis (Python), all its stages: 87 s (delphi/docs/HANDOFF_REGRESSION_TEST_PERF.md)'

/** Every figure of the method on made-up conversations of published sizes: the same votes on every run. */
export async function measure(): Promise<Measurement[]> {
  const table = conversation(BIG)
  const memory = () => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
  const rows = [...inMemory(table), ...(await fromFile(table)), ...oneVoteMore()]
  return [...rows, { task: 'greatest memory of this process', measured: memory(), aim: '' }]
}

function inMemory(table: VoteTable): Measurement[] {
  const name = `${table.answerOf.length.toLocaleString('en')} votes, ${BIG.people} people, ${BIG.statements} statements`
  const found = timed(() => analyse(table))
  const { grouping } = found.value
  const stability = timed(() => stabilityOf(found.value, { resamples: 5, seed: 1, mostGroups: 10 }))
  const minorities = timed(() => minoritiesOf(found.value, { shuffles: 40, seed: 1 }))
  const groups = `groups and all that follows (${grouping.count} found, ${BIG.groups} planted)`
  return [
    { task: `${name}: ${groups}`, measured: shown(found.timing), aim: `10 s; ${PUBLISHED}` },
    { task: 'the same, one resample for stability', measured: shown(stability.timing, 5), aim: '' },
    {
      task: `the same, looking for minorities (none planted, ${minorities.value.length} named)`,
      measured: shown(minorities.timing),
      aim: '',
    },
  ]
}

/** From the bytes of a file to the JSON, beside reading the file alone. */
async function fromFile(table: VoteTable): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'opinion-bench-'))
  try {
    const file = join(folder, 'votes.csv')
    await writeFile(file, rowsOf(table))
    const [readingEnd, end] = [stopwatch(), stopwatch()]
    const votes = await read(file)
    const reading = readingEnd()
    const json = JSON.stringify(reportOf({ opinion: analyse(votes) }))
    const whole = end()
    const size = `${Math.round(json.length / 1e6)} MB of JSON`
    return [
      { task: 'reading those votes from CSV alone', measured: shown(reading), aim: '' },
      { task: `CSV to report (${size})`, measured: shown(whole), aim: '10 s' },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function oneVoteMore(): Measurement[] {
  let state = follow(conversation(LIVE))
  const dice = diceFrom(3)
  const spent: Timing[] = []
  for (let i = 0; i < 100; i++) {
    const participant = `${dice.below(LIVE.people)}`
    const statement = `${dice.below(LIVE.statements)}`
    const answer = answerFrom(dice.below(3))
    const { value, timing } = timed(() => withOneVote(state, { participant, statement, answer }))
    state = value
    // The first twenty warm the compiler up, as any running service is.
    if (i >= 20) spent.push(timing)
  }
  const wall = milliseconds(spent.map((timing) => timing.wallSeconds))
  const cpu = milliseconds(spent.map((timing) => timing.cpuSeconds))
  const task = `one vote more in a conversation of ${LIVE.people} people, ${state.opinion.table.answerOf.length} votes`
  return [{ task, measured: `${wall} (${cpu} of processor)`, aim: '50 ms' }]
}

function milliseconds(seconds: number[]): string {
  const sorted = seconds.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 1000)
  return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`
}

/** A conversation whose people lean by group, with few voting much and many little: 10 to 2.6 times the mean. */
function conversation({ people, statements, votes, groups }: Size): VoteTable {
  const dice = diceFrom(7)
  const leans = Array.from({ length: groups }, () =>
    Uint8Array.from({ length: statements }, () => 10 + dice.below(81)),
  )
  const mean = votes / people
  const cells: { person: number[]; statement: number[]; answer: Answer[] } = {
    person: [],
    statement: [],
    answer: [],
  }
  for (let person = 0; person < people; person++) {
    const part = dice.below(1000) / 1000
    // Drawn with repeats, of which one counts: 1 % more makes up for them where statements are many.
    const own = Math.round((10 + part * part * (mean - 10) * 3) * (1 + (0.62 * mean) / statements))
    for (let i = 0; i < own; i++) {
      const statement = dice.below(statements)
      const agrees = dice.below(100) < (leans[person % groups]?.[statement] ?? 50)
      cells.person.push(person)
      cells.statement.push(statement)
      cells.answer.push(dice.below(100) < 15 ? 0 : agrees ? 1 : -1)
    }
  }
  const typed = {
    person: Int32Array.from(cells.person),
    statement: Int32Array.from(cells.statement),
    answer: Int8Array.from(cells.answer),
  }
  const name = (count: number) => Array.from({ length: count }, (_, i) => `${i}`)
  return { participants: name(people), statements: name(statements), ...compress(typed, people, statements) }
}

function answerFrom(number: number): Answer {
  return number === 0 ? -1 : number === 1 ? 0 : 1
}

function rowsOf(table: VoteTable): string {
  const rows = ['participant,statement,vote']
  for (let person = 0; person < table.participants.length; person++) {
    const end = table.rowStart[person + 1] ?? 0
    for (let place = table.rowStart[person] ?? 0; place < end; place++) {
      rows.push(`${person},${table.statementOf[place]},${table.answerOf[place]}`)
    }
  }
  return `${rows.join('\n')}\n`
}

async function read(file: string): Promise<VoteTable> {
  let reader: VoteReader | undefined
  for await (const row of readCsv(file)) {
    if (!reader) {
      const found = layoutOf(row.columns)
      if (!found.ok) throw new Error(found.problem.reason)
      reader = new VoteReader({ layout: found.layout, headings: row.columns, agreeIs: 1 })
    }
    reader.add(row.line, row.cells)
  }
  if (!reader) throw new Error('The file is empty.')
  return reader.finish()
}

interface Timing {
  wallSeconds: number
  /** Of all cores: what a core of one's own would take at most. */
  cpuSeconds: number
}

function timed<T>(run: () => T): { value: T; timing: Timing } {
  const end = stopwatch()
  const value = run()
  return { value, timing: end() }
}

function stopwatch(): () => Timing {
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return { wallSeconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 }
  }
}

function shown({ wallSeconds, cpuSeconds }: Timing, times = 1): string {
  return `${(wallSeconds / times).toFixed(2)} s (${(cpuSeconds / times).toFixed(2)} s of processor)`
}

if (import.meta.main) {
  for (const { task, measured, aim } of await measure())
    console.log(`${task}\n    ${measured}${aim ? `   (aim ${aim})` : ''}`)
}
