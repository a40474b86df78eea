import { diceFrom } from './random.ts'
import type { Vote } from './vote-table.ts'

export interface Planting {
  /** People in each group. */
  sizes: readonly number[]
  statements: number
  /** How likely, in percent, a person sees a statement. */
  seenPercent: number
  seed: number
  /** The first `size` people of a group hold the opposite of it on the first statements. */
  minority?: { inside: number; size: number; statements: number }
}

/**
 * A made-up conversation whose groups are known: each group leans to agree or disagree with each statement at 85 to 15,
 * and a tenth of votes are passes.
 */
export function plantedVotes(planting: Planting): { votes: Vote[]; groupOf: number[] } {
  const dice = diceFrom(planting.seed)
  const agreesPercent = planting.sizes.map(() =>
    Array.from({ length: planting.statements }, () => (dice.below(2) ? 85 : 15)),
  )
  const groupOf = planting.sizes.flatMap((size, group) => Array.from({ length: size }, () => group))
  const votes: Vote[] = []
  groupOf.forEach((group, person) => {
    const isOfMinority = isInMinority(planting, person, group)
    for (let statement = 0; statement < planting.statements; statement++) {
      if (dice.below(100) >= planting.seenPercent) continue
      const lean = agreesPercent[group]?.[statement] ?? 50
      const turned = isOfMinority && statement < (planting.minority?.statements ?? 0) ? 100 - lean : lean
      const agrees = dice.below(100) < turned
      const answer = dice.below(10) === 0 ? 0 : agrees ? 1 : -1
      votes.push({ participant: `${person}`, statement: `${statement}`, answer })
    }
  })
  return { votes, groupOf }
}

function isInMinority({ minority, sizes }: Planting, person: number, group: number): boolean {
  if (!minority || minority.inside !== group) return false
  const first = sizes.slice(0, group).reduce((sum, size) => sum + size, 0)
  return person - first < minority.size
}
