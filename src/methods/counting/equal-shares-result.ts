import { formatFraction } from './arithmetic/rational.ts'
import {
  type BudgetVote,
  type Completion,
  costOf,
  equalShares,
  type Purchase,
  type Satisfaction,
} from './equal-shares.ts'
import { drawnLots, type Lots } from './lots.ts'
import { plainStage, type Result, type ResultTable, type Stage } from './result.ts'

/** A vote on a budget counted by equal shares, as a result: elected are the projects bought, a stage each. */
export function equalSharesResult(
  vote: BudgetVote,
  { satisfaction, completion, lots }: { satisfaction: Satisfaction; completion: Completion; lots?: Lots },
): Result {
  const drawn = lots ?? drawnLots([...vote.projects.keys()], 'the order of the projects')
  const bought = equalShares(vote, { satisfaction, completion, lots: drawn.order })
  const name = (project: number) => vote.projects[project]?.name ?? ''
  return {
    rules: 'equal-shares',
    title: vote.title,
    places: bought.length,
    papers: { valid: vote.voters.reduce((sum, { count }) => sum + count, 0), spoiled: 0, spoiledBy: {} },
    candidates: vote.projects.map((project) => project.name),
    withdrawn: [],
    arithmetic: 'exact fractions',
    quota: null,
    stages: bought.map((_, at) => purchaseStage(vote, bought.slice(0, at + 1))),
    elected: bought.map(({ project }) => name(project)),
    lots: null,
    tables: [projectTable(vote, bought)],
    notes: [
      `Satisfaction by ${satisfaction}, completion ${completion}. Totals of a stage are the cost of what it buys.`,
    ],
  }
}

/** What stays "non-transferable" is the money left over. */
function purchaseStage(vote: BudgetVote, bought: readonly Purchase[]): Stage {
  const last = bought.at(-1)
  const { name = '', cost = 0 } = vote.projects[last?.project ?? -1] ?? {}
  const price = last?.price
  return plainStage({
    n: bought.length,
    action: price
      ? `Bought at ${formatFraction(price, 6)} for each unit of utility`
      : 'Bought by completion, points for cost',
    totals: { [name]: String(cost) },
    elected: [name],
    nonTransferable: String(vote.budget - costOf(vote, bought)),
  })
}

function projectTable(vote: BudgetVote, bought: readonly Purchase[]): ResultTable {
  const spent = costOf(vote, bought)
  const supporters = (project: number) =>
    vote.voters.reduce((sum, { utilities, count }) => sum + ((utilities[project] ?? 0) > 0 ? count : 0), 0)
  const rows = vote.projects.map(({ name, cost }, project) => {
    const at = bought.findIndex((purchase) => purchase.project === project)
    const why = whyOf(bought[at], { cost, left: vote.budget - spent })
    return [name, cost, supporters(project), at >= 0 ? `as number ${at + 1}` : 'no', why]
  })
  return {
    title: `Projects; budget ${vote.budget}, spent ${spent}`,
    headings: ['Project', 'Cost', 'Supporters', 'Chosen', 'Why'],
    rows,
  }
}

function whyOf(purchase: Purchase | undefined, { cost, left }: { cost: number; left: number }): string {
  if (purchase?.price)
    return `its supporters paid ${formatFraction(purchase.price, 6)} for each unit of utility`
  if (purchase) return 'it gave most points for the money left over'
  return cost > left
    ? `its supporters could not pay it, and only ${left} is left over`
    : 'its supporters could not pay it'
}
