import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCsv } from '#core/csv/read-csv.ts'
import { equalShares } from '#methods/counting/equal-shares.ts'
import { readBlt } from '#methods/counting/formats/read-blt.ts'
import {
  drawnLots,
  lotsFromPapers,
  type Papers,
  type Result,
  readPapersCsv,
  resultJson,
  ruleBookNamed,
} from '#methods/counting/index.ts'
import { recount } from '../../verify/count/main.ts'
import { readBlt as readBltAgain } from '../../verify/count/papers.ts'
import { randomBlt } from '../../verify/count/random-blt.ts'
import { columnsOf, gridOf, NAMES, numbersFrom, PAPERS, randomRankings } from './counting-papers.ts'

/** One line of the table: what it is, seconds of processor, and what stands beside it, taken in the same run. */
export interface Measurement {
  task: string
  measured: string
  aim: string
  name: string
  ours: number
  reference: number
  ratio: number
}

const PLACES = 5

/** Every figure of the method, on papers of our own: the same on every run. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'counting-bench-'))
  try {
    const rankings = randomRankings()
    const grid = join(folder, 'grid.csv')
    const columns = join(folder, 'columns.csv')
    await writeFile(grid, gridOf(rankings))
    await writeFile(columns, columnsOf(rankings))
    const papers = readPapersCsv(await readFile(grid))
    return [
      ...(await fromFile('ranks by candidate', grid)),
      ...(await fromFile('names by rank', columns)),
      ...['wigm', 'meek-prf', 'meek', 'warren', 'ers97', 'schulze'].map((rules) =>
        countingAlone(rules, papers),
      ),
      agreement(),
      budget(),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** From the bytes of a file to the JSON of the result, beside reading and parsing the same file alone. */
async function fromFile(shape: string, file: string): Promise<Measurement[]> {
  const plain = await timed(
    async () => (await readFile(file, 'utf8')).split('\n').map((line) => line.split(',')).length,
  )
  const library = await timed(async () => {
    let rows = 0
    for await (const _ of readCsv(file)) rows += 1
    return rows
  })
  const whole = await timed(async () => {
    const papers = readPapersCsv(await readFile(file))
    return JSON.stringify(resultJson(count('scottish', papers))).length
  })
  const name = `${PAPERS.toLocaleString('en')} papers, ${NAMES.length} candidates, ${PLACES} places, Scottish, from CSV (${shape})`
  return [
    row(`${name}; beside splitting the file into cells`, whole.seconds, {
      reference: plain.seconds,
      aim: '3 s',
    }),
    row(`${name}; beside reading it row by row with the CSV library`, whole.seconds, {
      reference: library.seconds,
      aim: '3 s',
    }),
  ]
}

/** Counting papers already read, beside the Scottish count of the same. */
function countingAlone(rules: string, papers: Papers): Measurement {
  const scottish = timedNow(() => count('scottish', papers))
  const other = timedNow(() => count(rules, papers))
  return row(`the same papers by ${rules}, counting alone; beside Scottish`, other.seconds, {
    reference: scottish.seconds,
    aim: '',
  })
}

/** Both implementations on the same random elections; the first that differs stops it. */
function agreement(): Measurement {
  const elections = 300
  const rules = ['scottish', 'wigm', 'wigm-prf', 'av', 'approval', 'schulze', 'ranked-pairs']
  let ours = 0
  let theirs = 0
  for (const name of rules)
    for (let seed = 1; seed <= elections; seed += 1) {
      const blt = randomBlt(seed, { isForOnePlace: name === 'av' })
      const first = timedNow(() => countBlt(name, blt))
      const second = timedNow(() => recount(readBltAgain(blt), name, undefined))
      ours += first.seconds
      theirs += second.seconds
      if (first.value.elected.join() !== second.value.elected.join())
        throw new Error(`${name} differs on seed ${seed}`)
    }
  const task = `${elections.toLocaleString('en')} random elections by ${rules.length} rules, all agreed; beside verify/`
  return row(task, ours, { reference: theirs, aim: '' })
}

function countBlt(name: string, blt: string): Result {
  const papers = readBlt(new TextEncoder().encode(blt))
  const lots = papers.lots ? drawnLots(papers.lots) : lotsFromPapers(papers)
  return bookOf(name).count({ papers, places: papers.places ?? 1, lots, minimums: [] })
}

/** Equal shares with completion over a made-up town, beside the same without completion. */
function budget(): Measurement {
  const below = numbersFrom(77)
  const projects = Array.from({ length: 20 }, (_, i) => ({
    name: `Project ${i}`,
    cost: 5_000 + 500 * below(190),
  }))
  const voters = Array.from({ length: 300 }, () => ({
    utilities: projects.map((_, i) => (below(12 + (i % 7)) === 0 ? 1 : 0)),
    count: 1,
  }))
  const vote = { title: 'Town', budget: 350_000, projects, voters }
  const lots = () => [...projects.keys()]
  const plain = timedNow(() => equalShares(vote, { satisfaction: 'cost', completion: 'none', lots }))
  const whole = timedNow(() => equalShares(vote, { satisfaction: 'cost', completion: 'add1u', lots }))
  return row('equal shares, 300 voters, 20 projects, with completion; beside without', whole.seconds, {
    reference: plain.seconds,
    aim: '',
  })
}

function count(rules: string, papers: Papers): Result {
  const lots = drawnLots([...papers.candidates.keys()])
  return bookOf(rules).count({ papers, places: PLACES, lots, minimums: [] })
}

function bookOf(rules: string) {
  const book = ruleBookNamed(rules)
  if (!book) throw new Error(`no rules ${rules}`)
  return book
}

function row(
  name: string,
  ours: number,
  { reference, aim }: { reference: number; aim: string },
): Measurement {
  const ratio = ours / reference
  const measured = `${ours.toFixed(2)} s of processor; reference ${reference.toFixed(2)} s; ratio ${ratio.toFixed(2)}`
  return { task: name, measured, aim, name, ours, reference, ratio }
}

/** Seconds of processor, which other work on the machine does not lengthen; "on one core" means these. */
async function timed<Value>(run: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const before = process.cpuUsage()
  const value = await run()
  return { value, seconds: since(before) }
}

function timedNow<Value>(run: () => Value): { value: Value; seconds: number } {
  const before = process.cpuUsage()
  const value = run()
  return { value, seconds: since(before) }
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

if (import.meta.main) {
  for (const { task, measured, aim } of await measure())
    console.log(`${task}\n    ${measured}${aim ? `   (aim ${aim})` : ''}`)
}
