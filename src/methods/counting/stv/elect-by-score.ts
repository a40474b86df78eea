import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import type { CountRequest } from '../count-request.ts'
import type { Papers } from '../papers.ts'
import { refuseImpossible } from '../refuse-impossible.ts'
import type { Result } from '../result.ts'
import { choose } from './choose.ts'
import { closeStage, resultOf } from './close-stage.ts'
import { isDoomed, refuseImpossibleGroups } from './groups.ts'
import { byVotes, continuing, elect, openTally, placesLeft, type Tally, totalOf } from './tally.ts'

/**
 * One stage: the highest scores take the places, equal ones by lot, and nobody whom a minimum for a group leaves no place
 * for. `papers` are those that the method holds valid.
 */
export function electByScore<Score>(
  request: CountRequest,
  papers: Papers,
  method: { rules: string; action: string; arithmetic: Arithmetic<Score>; scores: readonly Score[] },
): Result {
  refuseImpossible(papers, request.places)
  const tally = openTally({ ...request, papers, arithmetic: method.arithmetic })
  refuseImpossibleGroups(tally)
  tally.totals = [...method.scores]
  while (placesLeft(tally) > 0) {
    const possible = continuing(tally).filter((candidate) => !isDoomed(tally, candidate))
    if (possible.length === 0) break
    electNext(tally, possible)
  }
  closeStage(tally, method.action, { lostToRounding: method.arithmetic.format(method.arithmetic.zero) })
  return { ...resultOf(tally, method.rules), quota: null }
}

/** All who share the highest score, if there is room for all of them; otherwise the one whom the lot chooses. */
function electNext<Score>(tally: Tally<Score>, possible: readonly number[]): void {
  const [first = 0] = byVotes(tally, possible)
  const equals = possible.filter(
    (candidate) => tally.arithmetic.compare(totalOf(tally, candidate), totalOf(tally, first)) === 0,
  )
  if (tally.minimums.length === 0 && equals.length <= placesLeft(tally)) {
    for (const candidate of equals) elect(tally, candidate)
    return
  }
  elect(tally, choose(tally, equals, { purpose: 'election', wanted: 'most votes', lookBack: 'not at all' }))
}
