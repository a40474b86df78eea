import { type Election, singleRanks } from './papers.ts'
import type { Recount } from './recount.ts'

/** Alternative vote: more than all others together wins; otherwise the lowest goes; ties by the earliest stage, then lots. */
export function countAlternative(election: Election, lots: readonly number[]): Recount {
  const running = new Set(
    [...election.names.keys()].filter((candidate) => !election.withdrawn.has(candidate)),
  )
  const ballots = singleRanks(election)
  const stages: number[][] = []
  for (;;) {
    const votes = election.names.map(() => 0)
    for (const { order, papers } of ballots) {
      const holder = order.find((candidate) => running.has(candidate))
      if (holder !== undefined) votes[holder] = (votes[holder] ?? 0) + papers
    }
    stages.push(votes)
    const active = [...running].reduce((sum, candidate) => sum + (votes[candidate] ?? 0), 0)
    const winner = [...running].find((candidate) => 2 * (votes[candidate] ?? 0) > active)
    if (winner !== undefined) return recount(election, stages, [winner])
    if (running.size <= 2) return recount(election, stages, [pick(running, stages, { lots, isMost: true })])
    running.delete(pick(running, stages, { lots, isMost: false }))
  }
}

function pick(
  running: Iterable<number>,
  stages: readonly number[][],
  { lots, isMost }: { lots: readonly number[]; isMost: boolean },
): number {
  let best = [...running]
  for (const votes of [...stages.slice(-1), ...stages]) {
    const numbers = best.map((candidate) => votes[candidate] ?? 0)
    const wanted = isMost ? Math.max(...numbers) : Math.min(...numbers)
    best = best.filter((candidate) => (votes[candidate] ?? 0) === wanted)
  }
  return lots.find((candidate) => best.includes(candidate)) ?? best[0] ?? 0
}

function recount({ names }: Election, stages: readonly number[][], elected: readonly number[]): Recount {
  return {
    quota: null,
    stages: stages.map((votes) =>
      Object.fromEntries(votes.map((vote, at) => [names[at] ?? '', String(vote)])),
    ),
    elected: elected.map((candidate) => names[candidate] ?? ''),
  }
}

/** Approval: every candidate marked gets a vote; the last place among equals by lot. */
export function countApproval(election: Election, lots: readonly number[]): Recount {
  const votes = election.names.map(() => 0)
  for (const { ranks, papers } of election.kinds)
    for (const candidate of ranks.flat())
      if (!election.withdrawn.has(candidate)) votes[candidate] = (votes[candidate] ?? 0) + papers
  const standing = [...election.names.keys()].filter((candidate) => !election.withdrawn.has(candidate))
  const last = [...standing].sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0))[election.places - 1]
  const limit = last === undefined ? 0 : (votes[last] ?? 0)
  const above = standing.filter((candidate) => (votes[candidate] ?? 0) > limit)
  const equal = standing.filter((candidate) => (votes[candidate] ?? 0) === limit)
  const room = election.places - above.length
  const drawn =
    equal.length <= room ? equal : lots.filter((candidate) => equal.includes(candidate)).slice(0, room)
  above.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b)
  return recount(election, [votes], [...above, ...drawn])
}
