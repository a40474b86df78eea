const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,14})$/

/**
 * The order in which everything is summed, numbered and tied: whole numbers first, by value, then all other ids by their
 * UTF-16 code units. Never by locale, nor by the order of the file: so the same votes in any order give the same bits.
 */
function compareIds(left: string, right: string): number {
  const leftIsNumber = WHOLE_NUMBER.test(left)
  const rightIsNumber = WHOLE_NUMBER.test(right)
  if (leftIsNumber && rightIsNumber) return Number(left) - Number(right)
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1
  return left < right ? -1 : left > right ? 1 : 0
}

/** The distinct ids, in order. */
export function orderIds(ids: Iterable<string>): string[] {
  const distinct = [...new Set(ids)]
  if (distinct.every((id) => WHOLE_NUMBER.test(id))) return distinct.sort((a, b) => Number(a) - Number(b))
  return distinct.sort(compareIds)
}

/** Where an id stands in an ordered list, or `-(place + 1)` of where it would be put. */
export function findId(ordered: readonly string[], id: string): number {
  let low = 0
  let high = ordered.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const order = compareIds(ordered[middle] ?? '', id)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -(low + 1)
}
