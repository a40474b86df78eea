import path from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { table } from '#core/cli/table.ts'
import { COLUMNS, cellsOf } from '../../../bench/house/row.ts'

interface Measurement {
  task: string
  measured: string
  aim: string
}

/** Each method's own bench, loaded when it is asked for. */
const METHODS: Readonly<Record<string, () => Promise<{ measure(): Promise<Measurement[]> }>>> = {
  counting: () => import('../../../bench/methods/counting.ts'),
  sortition: () => import('../../../bench/methods/sortition.ts'),
  opinion: () => import('../../../bench/methods/opinion.ts'),
  themes: () => import('../../../bench/methods/themes.ts'),
}

const SIZES = [10_000, 100_000]
const FULL_SIZE = 1_000_000
const FOLLOWERS = 10_000

export const command: Command = {
  name: 'bench',
  summary: 'Measures a house, or the methods, each beside a peer taken in the same run.',
  usage: `Usage: ./moot bench [--full] [--size N …] [--only PART …] [--folder FOLDER] [--minutes N]
       ./moot bench methods [${Object.keys(METHODS).join('|')} …]

Without words: a demonstration of its own is grown to 10,000 and to 100,000 submissions and measured (about a quarter of an hour).
--full      to a million as well, ten minutes of hand-ins, half a million members
--size      grow to this instead, such as 10000; may stand several times
--only      growth, hand-ins, answers, stories, followers, import, members, floods, results, steady or themes; may stand several times
--minutes   of steady load; 2 unless said, an hour with --full
--folder    grow there and keep it: growing takes long, and the next run goes on from it

Times of shared machines are noisy: read them as ratios to what stands beside them.`,
  async run(args, terminal) {
    const [what, ...wanted] = args
    if (what === 'methods') return benchMethods(wanted, terminal)
    if (what === '--load') {
      const { runLoad } = await import('../../../bench/house/run-load.ts')
      await runLoad(JSON.parse(wanted[0] ?? '{}'))
      return 0
    }
    return benchHouse(args, terminal)
  },
}

async function benchHouse(args: readonly string[], terminal: Terminal): Promise<number> {
  const { several, rest } = takeSeveral(args, ['--size', '--only'])
  const read = readOptions(rest, { full: 'flag', folder: 'text', minutes: 'text' })
  const { measureHouse, PARTS } = await import('../../../bench/house/measure-house.ts')
  const { followersWithin } = await import('../../../bench/house/open-files.ts')
  const only = several.get('--only') ?? []
  const sizes = (several.get('--size') ?? []).map(Number)
  const unknown = only.find((part) => !PARTS.some((known) => known === part))
  if (
    !read.ok ||
    read.words.length > 0 ||
    unknown ||
    sizes.some((size) => !Number.isInteger(size) || size < 1)
  ) {
    terminal.err(read.ok ? `Give whole numbers as sizes, and parts out of ${PARTS.join(', ')}.` : read.reason)
    return 2
  }
  const { full, folder } = read.options
  const followers = await followersWithin(FOLLOWERS)
  if (followers < FOLLOWERS)
    terminal.err(`Only ${followers} followers: raise the limit of open files (ulimit -n).`)
  const rows = await measureHouse(
    {
      sizes: sizes.length > 0 ? sizes.toSorted((a, b) => a - b) : full ? [...SIZES, FULL_SIZE] : SIZES,
      isFull: full,
      followers,
      folder: folder === undefined ? null : path.resolve(folder),
      only,
      steadySeconds: minutesOf(read.options.minutes) * 60,
    },
    terminal,
  )
  terminal.out(table(COLUMNS, rows.map(cellsOf)))
  return 0
}

function minutesOf(said: string | undefined): number {
  const minutes = Number(said ?? 2)
  return minutes > 0 && minutes <= 600 ? minutes : 2
}

/** Options that may stand several times, and what is left of the words. */
function takeSeveral(args: readonly string[], names: readonly string[]) {
  const several = new Map<string, string[]>()
  const rest: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const value = args[at + 1]
    if (!names.includes(word) || value === undefined) rest.push(word)
    else {
      several.set(word, [...(several.get(word) ?? []), value])
      at += 1
    }
  }
  return { several, rest }
}

async function benchMethods(wanted: readonly string[], terminal: Terminal): Promise<number> {
  const names = wanted.length > 0 ? wanted : Object.keys(METHODS)
  const unknown = names.find((name) => !METHODS[name])
  if (unknown) {
    terminal.err(`There is no method called ${unknown}.`)
    return 2
  }
  terminal.out(
    table(['method', 'task', 'measured', 'aim or reference'], await measureMethods(names, terminal)),
  )
  return 0
}

async function measureMethods(names: readonly string[], terminal: Terminal): Promise<string[][]> {
  const rows: string[][] = []
  for (const name of names) {
    terminal.err(`${name} …`)
    const measurements = (await (await METHODS[name]?.())?.measure()) ?? []
    rows.push(...measurements.map(({ task, measured, aim }) => [name, task, measured, aim]))
  }
  return rows
}
