import { formatFraction } from './arithmetic/rational.ts'
import { type BudgetVote, type Completion, costOf, equalShares, type Satisfaction } from './equal-shares.ts'
import { drawnLots, type Lots } from './lots.ts'
import type { Result } from './result.ts'

/** A vote on a budget counted by equal shares, as a result: elected are the projects bought, a stage each. */
export function equalSharesResult(
  vote: BudgetVote,
  { satisfaction, completion, lots }: { satisfaction: Satisfaction; completion: Completion; lots?: Lots },
): Result {
  const drawn = lots ?? drawnLots([...vote.projects.keys()], 'the order of the projects')
  const bought = equalShares(vote, { satisfaction, completion, lots: drawn.order })
  const name = (project: number) => vote.projects[project]?.name ?? ''
  const votesFor = (project: number) =>
    vote.voters.reduce((sum, { utilities, count }) => sum + ((utilities[project] ?? 0) > 0 ? count : 0), 0)
  const stages = bought.map(({ project, price, by }, at) => ({
    n: at + 1,
    action: price
      ? `Bought at ${formatFraction(price, 6)} for each unit of utility`
      : `Bought by ${by}, points for cost`,
    totals: { [name(project)]: String(vote.projects[project]?.cost ?? 0) },
    elected: [name(project)],
    excluded: [],
    nonTransferable: String(vote.budget - costOf(vote, bought.slice(0, at + 1))),
    lostToRounding: '0',
    transfers: [],
    ties: [],
  }))
  const stageOf = (project: number) => bought.findIndex((purchase) => purchase.project === project) + 1
  return {
    rules: 'equal-shares',
    title: vote.title,
    places: bought.length,
    papers: { valid: vote.voters.reduce((sum, { count }) => sum + count, 0), spoiled: 0, spoiledBy: {} },
    candidates: vote.projects.map((project) => project.name),
    withdrawn: [],
    arithmetic: 'exact fractions',
    quota: null,
    stages,
    elected: bought.map(({ project }) => name(project)),
    lots: null,
    tables: [
      {
        title: `Projects; budget ${vote.budget}, spent ${costOf(vote, bought)}`,
        headings: ['Project', 'Cost', 'Supporters', 'Chosen', 'Why'],
        rows: vote.projects.map(({ name: title, cost }, project) => [
          title,
          cost,
          votesFor(project),
          stageOf(project) > 0 ? `as number ${stageOf(project)}` : 'no',
          whyOf(bought[stageOf(project) - 1], { cost, left: vote.budget - costOf(vote, bought) }),
        ]),
      },
    ],
    notes: [
      `Satisfaction by ${satisfaction}, completion ${completion}. Totals of a stage are the cost of what it buys.`,
    ],
  }
}

function whyOf(
  purchase: ReturnType<typeof equalShares>[number] | undefined,
  { cost, left }: { cost: number; left: number },
): string {
  if (purchase?.price)
    return `its supporters paid ${formatFraction(purchase.price, 6)} for each unit of utility`
  if (purchase) return 'it gave most points for the money left over'
  return cost > left
    ? `its supporters could not pay it, and only ${left} is left over`
    : 'its supporters could not pay it'
}
