import { randomBytes } from 'node:crypto'
import type { Terminal } from '#core/cli/command.ts'
import { type OptionsOf, readOptions } from '#core/cli/options.ts'
import { progress } from '#core/cli/progress.ts'
import {
  bytesFromHex,
  committableRound,
  type DecidedBy,
  findLottery,
  type Lottery,
  loadSolver,
  type Method,
  numberDecidedBy,
  type Solver,
  testFeasibility,
} from '#methods/sortition/index.ts'
import { documentsOf, type PublishedDraw, resultOf, writeDraw } from './published-draw.ts'
import { type Asked, readAsked } from './read-asked.ts'
import { drawJson, drawWords, impossibleJson, impossibleWords } from './say-draw.ts'

const kinds = {
  categories: 'text',
  respondents: 'text',
  size: 'text',
  method: 'text',
  seed: 'text',
  panels: 'text',
  id: 'text',
  household: 'text',
  publish: 'text',
  round: 'text',
  chain: 'text',
  dice: 'text',
  json: 'flag',
} as const

type Options = OptionsOf<typeof kinds>

const methods: readonly Method[] = ['leximin', 'maximin', 'nash']

/** `./moot draw --categories … --respondents … --size …`: reads, finds the lottery, draws or commits, says what it did. */
export async function drawPanel(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readOptions(args, kinds)
  if (!read.ok) return refuse(terminal, read.reason)
  const wanted = wantedFrom(read.options)
  if (typeof wanted === 'string') return refuse(terminal, wanted)
  const asked = await readAsked(read.options, wanted.size, terminal)
  if (!asked) return 1
  const solver = await loadSolver()
  const lottery = lotteryFor(solver, { asked, wanted, terminal })
  if (!lottery) return sayImpossible(solver, asked, { terminal, isJson: read.options.json })
  const draw = documentsOf(lottery, asked, wanted.decidedBy)
  if (wanted.seed) Object.assign(draw, { result: drawnBy(wanted.seed, draw) })
  if (read.options.publish) await writeDraw(read.options.publish, draw)
  if (wanted.isOwnSeed)
    terminal.err(
      'Without --seed this machine chose the bytes: nobody else can check that they were left to chance.',
    )
  terminal.out(
    read.options.json ? JSON.stringify(drawJson(lottery, draw), null, 2) : drawWords(lottery, draw),
  )
  return 0
}

interface Wanted {
  size: number
  method: Method
  panels?: number | undefined
  decidedBy: { by: DecidedBy; committedAt?: string }
  seed?: string | undefined
  isOwnSeed: boolean
}

/** What the options ask for, or the sentence that says what is wrong with them. */
function wantedFrom(options: Options): Wanted | string {
  if (!options.categories || !options.respondents)
    return 'Name the files: --categories FILE --respondents FILE'
  const size = wholeNumber(options.size)
  if (!size) return '--size is the number of places on the panel: a whole number from 1 up.'
  const method = methods.find((name) => name === (options.method ?? 'leximin'))
  if (!method) return `There is no method "${options.method}": ${methods.join(', ')}.`
  const panels = wholeNumber(options.panels)
  if (options.panels !== undefined && !panels) return '--panels is a whole number from 1 up.'
  if (options.seed !== undefined && !bytesFromHex(options.seed))
    return '--seed is pairs of hexadecimal digits, such as 5f3a09.'
  const decidedBy = decidedByFrom(options)
  if (typeof decidedBy === 'string') return decidedBy
  const isOwnSeed = decidedBy.by.kind === 'seed' && options.seed === undefined
  const seed = isOwnSeed ? randomBytes(32).toString('hex') : options.seed
  return { size, method, panels, decidedBy, seed, isOwnSeed }
}

function decidedByFrom({
  round,
  chain = 'quicknet',
  dice,
  publish,
  seed,
}: Options): Wanted['decidedBy'] | string {
  if (round === undefined && dice === undefined) return { by: { kind: 'seed' } }
  if (!publish) return 'A commitment is for others to read: name a folder for it with --publish FOLDER.'
  if (seed !== undefined) return 'A commitment comes before the value that decides: leave --seed out.'
  const committedAt = new Date().toISOString()
  if (dice !== undefined) {
    const sides = wholeNumber(dice)
    return sides && sides >= 2
      ? { by: { kind: 'dice', sides }, committedAt }
      : '--dice is how many sides a die has, such as 10.'
  }
  const checked = committableRound(chain, Number(round), Date.parse(committedAt))
  if (checked.ok) return { by: { kind: 'drand', chain, round: Number(round) }, committedAt }
  return checked.why === 'no-such-chain'
    ? `There is no chain "${chain}" here: default or quicknet.`
    : `Round ${round} of ${chain} is out already, or is no round: whoever commits must not know it. The first that may be named is ${checked.earliest}.`
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined
}

function lotteryFor(
  solver: Solver,
  { asked, wanted, terminal }: { asked: Asked; wanted: Wanted; terminal: Terminal },
): Lottery | undefined {
  const bar = progress(terminal, 'Making panels', { total: 100 })
  const { method, panels } = wanted
  const lottery = findLottery(solver, {
    ...asked,
    method,
    panels,
    onProgress: (done, total) => bar.update((100 * done) / total),
  })
  bar.finish()
  return lottery
}

function drawnBy(seed: string, draw: PublishedDraw) {
  const value = { kind: 'seed', seed } as const
  const decided = numberDecidedBy(value, draw.commitment, draw.lottery.panels.length)
  return decided.ok ? resultOf(draw, value, decided.number) : undefined
}

function sayImpossible(
  solver: Solver,
  asked: Asked,
  { terminal, isJson }: { terminal: Terminal; isJson: boolean },
): number {
  const answer = testFeasibility(solver, asked)
  if (answer.feasible) throw new Error('A panel exists, yet no lottery was found.')
  terminal.err(impossibleWords(answer, asked.size))
  if (isJson) terminal.out(JSON.stringify(impossibleJson(answer), null, 2))
  return 1
}

function refuse(terminal: Terminal, reason: string): number {
  terminal.err(reason)
  return 2
}
