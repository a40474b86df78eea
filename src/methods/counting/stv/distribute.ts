import { EQUAL, type Papers, validPapers } from '../papers.ts'
import { ranksOf } from '../strict-papers.ts'
import { type PaperTree, paperTree } from './paper-tree.ts'
import { openTally, sum, type Tally, type TallyStart, totalOf } from './tally.ts'

/** What Meek's rule and its kin settle differently. */
export interface KeepRules<Value> {
  rules: string
  /** What a candidate with keep factor `factor` keeps of a paper that arrives with `weight`, and what goes on. */
  keep(factor: Value, weight: Value): { kept: Value; passed: Value }
  quota(votes: Value): Value
  /** An iteration ends when the total surplus is this small. */
  isSmall(surplus: Value): boolean
  /** Exclude candidates who cannot win together, before the surplus is fully spread. */
  excludesSureLosers: boolean
}

/** A count by keep factors under way. */
export interface Keeping<Value> {
  tally: Tally<Value>
  rules: KeepRules<Value>
  factors: Value[]
  tree: PaperTree
  /** Ranks of the papers with equal ranks, which no tree of single candidates holds. */
  equalPapers: { ranks: number[][]; count: number }[]
  surplus: Value
}

export function openKeeping<Value>(start: TallyStart<Value>, rules: KeepRules<Value>): Keeping<Value> {
  const tally = openTally(start)
  const { arithmetic, papers } = tally
  const factors = tally.standing.map((standing) =>
    standing === 'withdrawn' ? arithmetic.zero : arithmetic.one,
  )
  const equal = groupsWithEqualRanks(papers)
  const equalPapers = [...equal].map((group) => ({
    ranks: ranksOf(papers, group),
    count: papers.counts[group] ?? 0,
  }))
  const keeping = {
    tally,
    rules,
    factors,
    tree: paperTree(papers, [], () => true),
    equalPapers,
    surplus: arithmetic.zero,
  }
  growTree(keeping)
  return keeping
}

/** Excluded candidates keep nothing and pass everything on, so they are struck from the tree. */
export function growTree<Value>(keeping: Keeping<Value>): void {
  const { papers, standing } = keeping.tally
  const equal = groupsWithEqualRanks(papers)
  const groups = [...papers.counts.keys()].filter((group) => !equal.has(group))
  const isLive = (candidate: number) =>
    standing[candidate] === 'continuing' || standing[candidate] === 'elected'
  keeping.tree = paperTree(papers, groups, isLive)
}

function groupsWithEqualRanks(papers: Papers): Set<number> {
  const groups = new Set<number>()
  if (!papers.hasIrregularRanks) return groups
  for (let group = 0; group < papers.counts.length; group += 1)
    if (papers.marks.subarray(papers.starts[group], papers.starts[group + 1]).some((mark) => mark & EQUAL))
      groups.add(group)
  return groups
}

/** Gives out every paper anew. What no candidate keeps is non-transferable. */
export function distribute<Value>(keeping: Keeping<Value>): void {
  const { tally, tree, equalPapers } = keeping
  const { arithmetic } = tally
  const fresh = tally.totals.map(() => arithmetic.zero)
  tally.totals = fresh
  for (const child of tree.children) walk(keeping, child, arithmetic.one)
  for (const { ranks, count } of equalPapers) shareRank(keeping, { ranks, count, at: 0 }, arithmetic.one)
  const held = sum(arithmetic, fresh)
  tally.nonTransferable = arithmetic.subtract(arithmetic.of(validPapers(tally.papers)), held)
}

function walk<Value>(keeping: Keeping<Value>, node: PaperTree, weight: Value): void {
  const { tally, rules, factors } = keeping
  const { arithmetic } = tally
  const { kept, passed } = rules.keep(factors[node.candidate] ?? arithmetic.zero, weight)
  credit(tally, node.candidate, arithmetic.times(kept, node.papers))
  if (arithmetic.compare(passed, arithmetic.zero) <= 0) return
  for (const child of node.children) walk(keeping, child, passed)
}

/** Candidates of one rank share the weight equally; what each does not keep goes on to the next rank. */
function shareRank<Value>(
  keeping: Keeping<Value>,
  paper: { ranks: number[][]; count: number; at: number },
  weight: Value,
): void {
  const { tally, rules, factors } = keeping
  const { arithmetic } = tally
  const rank = paper.ranks[paper.at]
  if (!rank || arithmetic.compare(weight, arithmetic.zero) <= 0) return
  const next = { ...paper, at: paper.at + 1 }
  const live = rank.filter(
    (candidate) => tally.standing[candidate] === 'continuing' || tally.standing[candidate] === 'elected',
  )
  if (live.length === 0) {
    shareRank(keeping, next, weight)
    return
  }
  const share = arithmetic.divide(weight, arithmetic.of(live.length))
  for (const candidate of live) {
    const { kept, passed } = rules.keep(factors[candidate] ?? arithmetic.zero, share)
    credit(tally, candidate, arithmetic.times(kept, paper.count))
    shareRank(keeping, next, passed)
  }
}

function credit<Value>(tally: Tally<Value>, candidate: number, votes: Value): void {
  tally.totals[candidate] = tally.arithmetic.add(totalOf(tally, candidate), votes)
}
