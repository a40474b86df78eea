import { compareFractions, type Fraction, fraction } from './arithmetic/rational.ts'
import { sharesOf } from './shares-of.ts'

/** A vote on a budget. Costs and budget in whole units of money, utilities whole numbers from 0. */
export interface BudgetVote {
  title: string
  budget: number
  projects: readonly { name: string; cost: number }[]
  /** What each kind of voter gives each project: 1 or 0 for approvals, points otherwise; and how many such voters. */
  voters: readonly { utilities: readonly number[]; count: number }[]
}

/** How a voter's mark turns into utility. */
export type Satisfaction = 'cost' | 'count'

/** What happens to money that equal shares leave over. */
export type Completion = 'none' | 'add1' | 'utilitarian' | 'add1u'

/** One purchase: what a unit of utility cost its supporters, and by which step it was bought. */
export interface Purchase {
  project: number
  price: Fraction | null
  by: 'equal shares' | 'completion'
}

/** `lots` orders projects whose price is equal. */
export interface SharesRules {
  satisfaction: Satisfaction
  completion: Completion
  lots(): readonly number[]
}

/**
 * The method of equal shares (Peters, Pierczyński and Skowron, "Proportional participatory budgeting with additive
 * utilities", NeurIPS 2021): every voter has the same share of the budget; again and again the project is bought whose
 * supporters can pay for it at the lowest price per unit of utility, each in proportion to utility and never above what he
 * or she has left. With `satisfaction: 'cost'` an approved project is worth its cost, with `'count'` one; points are taken
 * as utilities as they are. Money left over is spent by completion: `add1` raises every share by 1 as long as the outcome
 * stays within the budget; `utilitarian` then buys by points per cost; `add1u` does both. Everything is exact.
 */
export function equalShares(vote: BudgetVote, rules: SharesRules): Purchase[] {
  const bought = rules.completion.startsWith('add1')
    ? raisedShares(vote, rules)
    : sharesOf(vote, vote.budget, rules)
  return rules.completion === 'utilitarian' || rules.completion === 'add1u'
    ? [...bought, ...leftOvers(vote, bought)]
    : bought
}

function raisedShares(vote: BudgetVote, rules: SharesRules): Purchase[] {
  const voters = vote.voters.reduce((sum, { count }) => sum + count, 0)
  let endowment = vote.budget
  let best = sharesOf(vote, endowment, rules)
  for (;;) {
    // A step that fits buys the same or more; once all are bought, or the next step costs too much, it ends.
    if (best.length === vote.projects.length || voters === 0 || !canAddAny(vote, best)) return best
    endowment += voters
    const next = sharesOf(vote, endowment, rules)
    if (costOf(vote, next) > vote.budget) return best
    best = next
  }
}

function canAddAny(vote: BudgetVote, bought: readonly Purchase[]): boolean {
  const left = vote.budget - costOf(vote, bought)
  const isBought = new Set(bought.map(({ project }) => project))
  return vote.projects.some(
    ({ cost }, project) =>
      !isBought.has(project) &&
      cost <= left &&
      vote.voters.some(({ utilities }) => (utilities[project] ?? 0) > 0),
  )
}

export function costOf(vote: BudgetVote, bought: readonly Purchase[]): number {
  return bought.reduce((sum, { project }) => sum + (vote.projects[project]?.cost ?? 0), 0)
}

/** By points per cost, whatever still fits; equal ones in the order of the list. */
function leftOvers(vote: BudgetVote, bought: readonly Purchase[]): Purchase[] {
  const isBought = new Set(bought.map(({ project }) => project))
  const points = (project: number) =>
    vote.voters.reduce((sum, { utilities, count }) => sum + (utilities[project] ?? 0) * count, 0)
  const rest = [...vote.projects.keys()].filter((project) => !isBought.has(project) && points(project) > 0)
  const worth = (project: number) => fraction(points(project), Math.max(1, vote.projects[project]?.cost ?? 1))
  rest.sort((a, b) => compareFractions(worth(b), worth(a)) || a - b)
  let left = vote.budget - costOf(vote, bought)
  return rest.flatMap((project): Purchase[] => {
    const cost = vote.projects[project]?.cost ?? 0
    if (cost > left) return []
    left -= cost
    return [{ project, price: null, by: 'completion' }]
  })
}
