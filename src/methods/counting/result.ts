import type { Papers } from './papers.ts'
import { spoiledPapers, validPapers } from './papers.ts'

/** One parcel's way at one stage: papers that lay with `from` at `value` each went to others at `newValue` each. */
export interface Transfer {
  from: string
  papers: number
  value: string
  newValue: string
  /** Papers and votes received, by name. */
  to: { name: string; papers: number; votes: string }[]
  nonTransferablePapers: number
}

/** A decision between candidates whom their votes did not part, and how it fell. */
export interface Tie {
  between: string[]
  /** What the chosen one was chosen for: "exclusion", "transfer of the largest surplus", "election". */
  purpose: string
  chosen: string
  /** "votes at stage 3", or "lot" with the source of the order. */
  decidedBy: string
}

/** One stage of a count, from which a person can repeat it. Votes are decimals as the rule book writes them. */
export interface Stage {
  n: number
  /** What was done, in a sentence. */
  action: string
  /** Votes by name at the end of the stage, candidates in the order of the paper. */
  totals: Record<string, string>
  elected: string[]
  excluded: string[]
  nonTransferable: string
  /** Votes lost to cut decimals until now. With totals and non-transferable it makes up the valid papers. */
  lostToRounding: string
  /** The quota after this stage, where the rule lets it change. */
  quota?: string
  /** Share of a vote that each elected candidate keeps (Meek, Warren). */
  keepFactors?: Record<string, string>
  transfers: Transfer[]
  ties: Tie[]
}

/** The outcome of any count. Methods without stages give one stage, or none. */
export interface Result {
  rules: string
  title: string
  places: number
  papers: { valid: number; spoiled: number; spoiledBy: Record<string, number> }
  candidates: readonly string[]
  withdrawn: string[]
  arithmetic: string
  quota: string | null
  stages: Stage[]
  elected: string[]
  /** Who draws lots where the rules say so; names the order only if it was needed. */
  lots: { source: string; order: string[] } | null
  /** Tables of their own: pairwise contests, points, shares of a budget. */
  tables: ResultTable[]
  notes: string[]
}

export interface ResultTable {
  title: string
  headings: string[]
  rows: (string | number)[][]
}

/** A stage of a method that transfers nothing: what is not given is empty. */
export function plainStage(
  stage: Pick<Stage, 'n' | 'action' | 'totals' | 'elected'> & Partial<Stage>,
): Stage {
  return { excluded: [], nonTransferable: '0', lostToRounding: '0', transfers: [], ties: [], ...stage }
}

/** What every result says of its papers and candidates. */
export function headOfResult(papers: Papers, rules: string, places: number) {
  return {
    rules,
    title: papers.title,
    places,
    papers: {
      valid: validPapers(papers),
      spoiled: spoiledPapers(papers),
      spoiledBy: Object.fromEntries(papers.spoiled),
    },
    candidates: papers.candidates,
    withdrawn: papers.candidates.filter((_, candidate) => papers.withdrawn.has(candidate)),
  }
}

/** A count that cannot be held: too few candidates, quotas that nobody can meet. The message says what would be right. */
export class CountRefused extends Error {
  override name = 'CountRefused'
}
