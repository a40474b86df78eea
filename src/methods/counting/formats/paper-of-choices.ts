import { EQUAL, GAP, OVERVOTE } from '../papers.ts'

/** Marks of a paper given as (rank, choice) in any order. New names are appended to `names` where `mayAdd`. */
export function paperOfChoices(
  given: readonly { rank: number; choice: string }[],
  names: string[],
  mayAdd: boolean,
): number[] {
  const ordered = [...given].sort((a, b) => a.rank - b.rank || (a.choice < b.choice ? -1 : 1))
  const marks: number[] = []
  let rankBefore = 0
  let used = 0
  for (const { rank, choice } of ordered) {
    if (choice === '' || /^\$?(?:undervote|skipped|blank)$/i.test(choice)) continue
    const candidate = /^\$?overvote$/i.test(choice) ? OVERVOTE : numberOf(choice, names, mayAdd)
    if (candidate < 0 || marks.some((mark) => (mark & ~(GAP | EQUAL)) === candidate)) continue
    const isEqual = marks.length > 0 && rank === rankBefore
    const isGap = !isEqual && rank > used + 1
    marks.push(candidate | (isEqual ? EQUAL : 0) | (isGap ? GAP : 0))
    used = isEqual ? used + 1 : rank
    rankBefore = rank
    if (candidate === OVERVOTE) break
  }
  return marks
}

function numberOf(choice: string, names: string[], mayAdd: boolean): number {
  const known = names.indexOf(choice)
  if (known >= 0 || !mayAdd) return known
  names.push(choice)
  return names.length - 1
}
