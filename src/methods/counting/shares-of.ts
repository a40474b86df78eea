import { compareFractions, type Fraction, fraction } from './arithmetic/rational.ts'
import type { BudgetVote, Purchase, SharesRules } from './equal-shares.ts'

/** What one kind of voter has left: `money` over the common denominator of all purses. */
interface Purse {
  utilities: readonly bigint[]
  count: bigint
  money: bigint
}

/**
 * All purses as whole numbers over one denominator. A purchase multiplies it, so that no fraction is ever brought to lowest
 * terms voter by voter: exact, and hundreds of times quicker than a fraction each.
 */
interface Purses {
  each: Purse[]
  denominator: bigint
}

/** A price per unit of utility: `missing ÷ (denominator × utility)`. */
interface Price {
  project: number
  missing: bigint
  utility: bigint
}

/** The purchases of equal shares with `endowment` shared among the voters, in order; see `equal-shares.ts`. */
export function sharesOf(
  vote: BudgetVote,
  endowment: number,
  { satisfaction, lots }: SharesRules,
): Purchase[] {
  const voters = vote.voters.reduce((sum, { count }) => sum + count, 0)
  if (voters === 0) return []
  const worth = (mark: number, project: number) =>
    BigInt(mark) * (satisfaction === 'cost' ? BigInt(vote.projects[project]?.cost ?? 0) : 1n)
  const each = vote.voters.map(({ utilities, count }) => ({
    utilities: utilities.map(worth),
    count: BigInt(count),
    money: BigInt(endowment),
  }))
  const purses = { each, denominator: BigInt(voters) }
  const left = new Set(vote.projects.keys())
  const bought: Purchase[] = []
  // Prices only rise while money is spent, so an earlier price is a lower bound and spares most of the work.
  const known = new Map<number, Fraction>()
  for (;;) {
    const found = cheapest(vote, purses, { left, known, lots })
    if (!found) return bought
    bought.push({ project: found.project, price: asFraction(found, purses), by: 'equal shares' })
    pay(purses, found)
    left.delete(found.project)
  }
}

function asFraction({ missing, utility }: Price, { denominator }: Purses): Fraction {
  return fraction(missing, denominator * utility)
}

function cheapest(
  vote: BudgetVote,
  purses: Purses,
  { left, known, lots }: { left: Set<number>; known: Map<number, Fraction>; lots(): readonly number[] },
): Price | undefined {
  let best: Price | undefined
  const zero = fraction(0)
  const boundOf = (project: number) => known.get(project) ?? zero
  const inOrder = [...left].sort((a, b) => compareFractions(boundOf(a), boundOf(b)) || a - b)
  for (const project of inOrder) {
    if (best && compareFractions(boundOf(project), boundOf(best.project)) > 0) break
    const price = priceOf(BigInt(vote.projects[project]?.cost ?? 0), purses, project)
    if (!price) {
      left.delete(project)
      continue
    }
    known.set(project, asFraction(price, purses))
    const difference = best ? price.missing * best.utility - best.missing * price.utility : -1n
    const isDrawn = difference === 0n && best && lots().indexOf(project) < lots().indexOf(best.project)
    if (difference < 0n || isDrawn) best = price
  }
  return best
}

/** The lowest price per unit of utility at which the supporters together pay the cost; undefined when they cannot. */
function priceOf(cost: bigint, { each, denominator }: Purses, project: number): Price | undefined {
  const utilityOf = ({ utilities }: Purse) => utilities[project] ?? 0n
  const supporters = each.filter((purse) => utilityOf(purse) > 0n)
  // Poorest by unit of utility first: they pay all they have, the others share what is missing.
  supporters.sort((a, b) => {
    const difference = a.money * utilityOf(b) - b.money * utilityOf(a)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  })
  let missing = cost * denominator
  let utility = supporters.reduce((sum, purse) => sum + utilityOf(purse) * purse.count, 0n)
  for (const purse of supporters) {
    if (missing * utilityOf(purse) <= purse.money * utility) return { project, missing, utility }
    missing -= purse.money * purse.count
    utility -= utilityOf(purse) * purse.count
  }
  return undefined
}

/** Each supporter pays price × utility, or what is left. All purses move to the new common denominator. */
function pay(purses: Purses, { project, missing, utility }: Price): void {
  const divisor = greatestCommonDivisor(missing, utility)
  const factor = utility / divisor
  const unit = missing / divisor
  for (const purse of purses.each) {
    const due = unit * (purse.utilities[project] ?? 0n)
    const money = purse.money * factor
    purse.money = due < money ? money - due : due === 0n ? money : 0n
  }
  purses.denominator *= factor
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b]
  return a
}
