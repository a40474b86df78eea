import { nameOf, validPapers } from '../papers.ts'
import { headOfResult, type Result, type Stage } from '../result.ts'
import { sum, type Tally } from './tally.ts'

/** Writes down the stage that ends now, and begins the next. `extra` carries what a rule book adds. */
export function closeStage<Value>(tally: Tally<Value>, action: string, extra: Partial<Stage> = {}): void {
  const { arithmetic, papers, open } = tally
  const names = (candidates: readonly number[]) => candidates.map((candidate) => nameOf(papers, candidate))
  tally.stages.push({
    n: tally.stages.length + 1,
    action,
    totals: Object.fromEntries(
      tally.totals.map((total, candidate) => [nameOf(papers, candidate), arithmetic.format(total)]),
    ),
    elected: names(open.elected),
    excluded: names(open.excluded),
    nonTransferable: arithmetic.format(tally.nonTransferable),
    lostToRounding: arithmetic.format(lostToRounding(tally)),
    transfers: open.transfers,
    ties: open.ties,
    ...extra,
  })
  tally.history.push({ label: `stage ${tally.stages.length}`, totals: [...tally.totals] })
  tally.open = { transfers: [], ties: [], elected: [], excluded: [] }
}

/** What the last stage elected or excluded after it was written down: the filling of the last places. */
export function amendLastStage<Value>(tally: Tally<Value>): void {
  const last = tally.stages.at(-1)
  if (!last) return
  last.elected.push(...tally.open.elected.map((candidate) => nameOf(tally.papers, candidate)))
  last.ties.push(...tally.open.ties)
  tally.open = { transfers: [], ties: [], elected: [], excluded: [] }
}

/** Valid papers less votes held and votes not transferable: the cut-off decimals. */
export function lostToRounding<Value>(tally: Tally<Value>): Value {
  const { arithmetic } = tally
  const held = arithmetic.add(sum(arithmetic, tally.totals), tally.nonTransferable)
  return arithmetic.subtract(arithmetic.of(validPapers(tally.papers)), held)
}

export function resultOf<Value>(tally: Tally<Value>, rules: string): Result {
  const { papers, arithmetic } = tally
  const order = () => tally.lots.order().map((candidate) => nameOf(papers, candidate))
  return {
    ...headOfResult(papers, rules, tally.places),
    arithmetic: arithmetic.name,
    quota: arithmetic.format(tally.quota),
    stages: tally.stages,
    elected: tally.elected.map((candidate) => nameOf(papers, candidate)),
    lots: tally.usedLots ? { source: tally.lots.source, order: order() } : null,
    tables: [],
    notes: [],
  }
}
