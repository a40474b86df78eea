import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rationals } from './arithmetic/rational.ts'
import type { CountRequest } from './count-request.ts'
import { readBlt } from './formats/read-blt.ts'
import { drawnLots } from './lots.ts'
import { countMeek, countMeekReference, countMeekWith } from './meek.ts'
import {
  hasReferenceFiles,
  referenceBytes,
  referencePath,
  referenceText,
  withReferences,
} from './reference-files.ts'
import type { Result } from './result.ts'
import { countScottish } from './scottish.ts'
import { countWigm, countWigmReference, countWigmWith } from './wigm.ts'

/** The reference program's name for a rule and its arithmetic → ours. */
const rules: Record<string, (request: CountRequest) => Result> = {
  'scotland-fixed-p5-d5': countScottish,
  'wigm-guarded-p18-g9-d18': countWigm,
  'wigm-rational-d12': (request) => countWigmWith(request, rationals(12)),
  'wigm-prf-fixed-p4-d4': (request) => countWigmReference(request),
  'wigm-prf-batch-fixed-p4-d4': (request) => countWigmReference(request, { batch: true }),
}

interface DumpStep {
  action: string
  nonTransferable: string
  votes: string[]
  states: string[]
}

/** The steps of a reference dump at which votes have moved: the beginning and each transfer. */
function stepsOf(dump: string): DumpStep[] {
  const [head = '', ...lines] = dump.split('\n')
  const columns = head.split('\t')
  const votesAt = columns.flatMap((column, at) => (column.endsWith('.vote') ? [at] : []))
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length === columns.length)
    .map((cells) => ({
      action: cells[1] ?? '',
      nonTransferable: cells[columns.indexOf('Non-Transferable')] ?? '',
      votes: votesAt.map((at) => cells[at] ?? ''),
      states: votesAt.map((at) => cells[at - 1] ?? ''),
    }))
}

/** The reference transfers surpluses of nothing too; a rule that does not has no such stage. */
function moves(steps: DumpStep[]): DumpStep[] {
  const moved = steps.filter(({ action }) => action === 'begin' || action === 'transfer')
  return moved.filter(
    (step, at) => at === 0 || step.votes.join() !== moved[at - 1]?.votes.join() || step.action !== 'transfer',
  )
}

function casesIn(folder: string): string[] {
  return readdirSync(referencePath(`droop/ref/dump/${folder}`))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${folder}${name}`)
}

/** The reference program's name for a rule of keep factors → ours. */
const keepRules: Record<string, (request: CountRequest) => Result> = {
  'meek-o9-guarded-p18-g9-d18': countMeek,
  'meek-o10-rational-d12': (request) => countMeekWith(request, rationals(12), 10),
  'meek-prf-o6-fixed-p9-d9': countMeekReference,
}

/** The first decision of each round of a reference dump: quota, residual, votes and keep factors as they stood. */
function roundsOf(dump: string) {
  const [head = '', ...lines] = dump.split('\n')
  const columns = head.split('\t')
  const at = (ending: string) => columns.flatMap((column, i) => (column.endsWith(ending) ? [i] : []))
  const rows = lines.map((line) => line.split('\t')).filter((cells) => cells.length === columns.length)
  const decisions = rows.filter(([, action = '']) => ['begin', 'elect', 'defeat'].includes(action))
  return decisions
    .filter(([round], i) => decisions.findIndex(([other]) => other === round) === i)
    .map((cells) => ({
      quota: cells[columns.indexOf('Quota')],
      residual: cells[columns.indexOf('Residual')],
      votes: at('.vote').map((i) => cells[i]),
      keep: at('.kf').map((i) => cells[i]),
      elected: rows.at(-1)?.filter((_, i) => rows.at(-1)?.[i + 1] === 'E'),
    }))
}

const files = hasReferenceFiles ? [...casesIn(''), ...casesIn('scotland/'), ...casesIn('meek/')] : []
const casesOf = (known: object) =>
  files.flatMap((file) => {
    const [rule] = Object.keys(known)
      .filter((name) => file.endsWith(`-${name}.txt`))
      .sort((a, b) => b.length - a.length)
    return rule ? [{ file, rule, election: file.slice(0, -rule.length - 5) }] : []
  })

test.skipIf(!hasReferenceFiles).for(casesOf(rules))(
  withReferences('$election counted by $rule agrees with the reference at every transfer'),
  ({ file, rule, election }) => {
    const papers = readBlt(referenceBytes(`droop/blt/${election}.blt`))
    const lots = drawnLots(papers.lots ?? papers.candidates.map((_, candidate) => candidate))
    const result = rules[rule]?.({ papers, places: papers.places ?? 0, lots, minimums: [] })
    const steps = stepsOf(referenceText(`droop/ref/dump/${file}`))
    const standing = papers.candidates.filter((_, candidate) => !papers.withdrawn.has(candidate))
    const mine = result?.stages.map(({ totals }) => standing.map((name) => totals[name])) ?? []
    const distinct = mine.filter((votes, at) => at === 0 || votes.join() !== mine[at - 1]?.join())
    expect(distinct).toEqual(moves(steps).map(({ votes }) => votes))
    const last = steps.at(-1)
    const elected = standing.filter((_, at) => last?.states[at] === 'E')
    expect([...(result?.elected ?? [])].sort()).toEqual(elected.sort())
    expect(result?.stages.at(-1)?.nonTransferable).toBe(last?.nonTransferable)
  },
)

test.skipIf(!hasReferenceFiles).for(casesOf(keepRules))(
  withReferences('$election counted by $rule agrees with the reference in every round'),
  ({ file, rule, election }) => {
    const papers = readBlt(referenceBytes(`droop/blt/${election}.blt`))
    const lots = drawnLots(papers.lots ?? papers.candidates.map((_, candidate) => candidate))
    const result = keepRules[rule]?.({ papers, places: papers.places ?? 0, lots, minimums: [] })
    const rounds = roundsOf(referenceText(`droop/ref/dump/${file}`))
    const standing = papers.candidates.filter((_, candidate) => !papers.withdrawn.has(candidate))
    const mine = result?.stages.map(({ totals, quota, nonTransferable, keepFactors }) => ({
      quota,
      residual: nonTransferable,
      votes: standing.map((name) => totals[name]),
      keep: standing.map((name) => keepFactors?.[name]),
    }))
    expect(mine).toEqual(rounds.map(({ elected: _, ...round }) => round))
    expect([...(result?.elected ?? [])].sort()).toEqual([...(rounds[0]?.elected ?? [])].sort())
  },
)

test.skipIf(hasReferenceFiles)(withReferences('the references of droop'), ({ skip }) => skip())
