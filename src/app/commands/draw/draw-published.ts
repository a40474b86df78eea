import type { Terminal } from '#core/cli/command.ts'
import { type OptionsOf, readOptions } from '#core/cli/options.ts'
import { OperatorError } from '#core/operator-error.ts'
import { type DecidedBy, type DecidingValue, isTrueRound, numberDecidedBy } from '#methods/sortition/index.ts'
import { readDraw, readRound, resultOf, writeDraw } from './published-draw.ts'
import { resultWords } from './say-draw.ts'

const kinds = { from: 'text', seed: 'text', beacon: 'text', rolls: 'text', json: 'flag' } as const

/** `./moot draw --from FOLDER …`: draws what was committed to, with the value that was waited for. */
export async function drawPublished(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readOptions(args, kinds)
  if (!read.ok || !read.options.from) {
    terminal.err(read.ok ? 'Name the folder of the commitment: --from FOLDER' : read.reason)
    return 2
  }
  const draw = await readDraw(read.options.from)
  const value = await valueFrom(read.options, draw.commitment.decided_by)
  const decided = numberDecidedBy(value, draw.commitment, draw.lottery.panels.length)
  if (!decided.ok) {
    terminal.err(whyNot(decided, draw.commitment.decided_by))
    return 1
  }
  const result = resultOf(draw, value, decided.number)
  await writeDraw(read.options.from, { ...draw, result })
  terminal.out(
    read.options.json ? JSON.stringify(result, null, 2) : resultWords({ ...draw, result }).join('\n'),
  )
  return 0
}

async function valueFrom(
  { seed, beacon, rolls }: OptionsOf<typeof kinds>,
  by: DecidedBy,
): Promise<DecidingValue> {
  if (by.kind === 'seed' && seed !== undefined) return { kind: 'seed', seed }
  if (by.kind === 'dice' && rolls !== undefined) return { kind: 'dice', rolls: numbersIn(rolls) }
  if (by.kind !== 'drand' || beacon === undefined) throw new OperatorError(askFor(by))
  const round = await readRound(beacon)
  if (await isTrueRound(by.chain, round)) return { kind: 'drand', ...round }
  throw new OperatorError(`${beacon} is no true round of drand's ${by.chain}: its signature does not hold.`)
}

function numbersIn(text: string): number[] {
  return text.split(/[\s,;]+/).flatMap((word) => (word === '' ? [] : [Number(word)]))
}

function askFor(by: DecidedBy): string {
  if (by.kind === 'seed') return 'A seed decides this draw: --seed HEX'
  if (by.kind === 'dice') return `Dice of ${by.sides} sides decide this draw: --rolls "3 1 4"`
  return `Round ${by.round} of drand's ${by.chain} decides this draw: --beacon FILE`
}

function whyNot(decided: Extract<ReturnType<typeof numberDecidedBy>, { ok: false }>, by: DecidedBy): string {
  if (decided.why === 'roll-so-many')
    return `Roll ${decided.dice} dice and write their faces in the order they fell.`
  if (decided.why === 'roll-again')
    return 'This roll decides nothing, so that every panel stays as likely: roll all dice again.'
  if (decided.why === 'not-hexadecimal') return '--seed is pairs of hexadecimal digits, such as 5f3a09.'
  return `That is not the value this draw was committed to. ${askFor(by)}`
}
