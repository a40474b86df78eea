/**
 * How far two ways of grouping the same people agree: 1 the same, about 0 no better than chance (Hubert and Arabie 1985,
 * "Comparing partitions", the adjusted Rand index). Names of groups don't matter.
 */
export function adjustedRandIndex(
  left: ArrayLike<number | string>,
  right: ArrayLike<number | string>,
): number {
  const cells = new Map<string, number>()
  const rows = new Map<string, number>()
  const columns = new Map<string, number>()
  for (let i = 0; i < left.length; i++) {
    count(cells, `${left[i]}\u0000${right[i]}`)
    count(rows, `${left[i]}`)
    count(columns, `${right[i]}`)
  }
  const together = pairsIn(cells)
  const leftPairs = pairsIn(rows)
  const rightPairs = pairsIn(columns)
  const expected = (leftPairs * rightPairs) / Math.max((left.length * (left.length - 1)) / 2, 1)
  const greatest = (leftPairs + rightPairs) / 2
  return greatest === expected ? 1 : (together - expected) / (greatest - expected)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function pairsIn(counts: Map<string, number>): number {
  let pairs = 0
  for (const size of counts.values()) pairs += (size * (size - 1)) / 2
  return pairs
}
