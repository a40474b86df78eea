import { baseClusters } from './base-clusters.ts'
import { type CentredCells, gramProduct } from './centred-cells.ts'
import { leadingEigenpairs } from './leading-eigenpairs.ts'
import { type Points, placePeople } from './opinion-map.ts'
import type { Dice } from './random.ts'
import { wardTree } from './ward-tree.ts'

export const FEWEST = 3
const COMPONENTS = 3
const GREATEST_PART = 1 / 3

/** People who stand together and away from the rest. */
export interface Candidate {
  /** Rows of the cells. */
  rows: number[]
  /** Sum of squares between them and the rest, over the sum of squares within both. */
  distance: number
}

/** Every branch of the Ward tree with three people up to a third of all, farthest off first. */
export function standingApart(cells: CentredCells, dice: Dice): Candidate[] {
  const search = { size: cells.statements, count: COMPONENTS, tolerance: 0.01, limit: 8, dice }
  const points = placePeople(cells, leadingEigenpairs(gramProduct(cells), search).vectors)
  const base = baseClusters(points, cells.weights)
  const branches = Array.from({ length: base.centers.size }, (_, label) => [label])
  const kinds = [...branches]
  for (const { kept, joined } of wardTree(base.centers, base.weights)) {
    const branch = [...(branches[kept] ?? []), ...(branches[joined] ?? [])]
    branches[kept] = branch
    kinds.push(branch)
  }
  const whole = spreadOf(points)
  return kinds
    .map((labels) => candidateOf(points, base.labels, { labels: new Set(labels), whole }))
    .filter(({ rows }) => rows.length >= FEWEST && rows.length <= points.size * GREATEST_PART)
    .sort((a, b) => b.distance - a.distance || (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
}

function candidateOf(
  points: Points,
  labelOf: Int32Array,
  branch: { labels: Set<number>; whole: number },
): Candidate {
  const rows = [...labelOf.keys()].filter((row) => branch.labels.has(labelOf[row] ?? -1))
  const { dims, values, size } = points
  let between = 0
  for (let c = 0; c < dims; c++) {
    let sum = 0
    let all = 0
    for (const row of rows) sum += values[row * dims + c] ?? 0
    for (let i = 0; i < size; i++) all += values[i * dims + c] ?? 0
    const gap = sum / rows.length - (all - sum) / Math.max(size - rows.length, 1)
    between += (gap * gap * rows.length * (size - rows.length)) / size
  }
  return { rows, distance: between / Math.max(branch.whole - between, Number.MIN_VALUE) }
}

function spreadOf({ size, dims, values }: Points): number {
  let spread = 0
  for (let c = 0; c < dims; c++) {
    let sum = 0
    let squares = 0
    for (let i = 0; i < size; i++) sum += values[i * dims + c] ?? 0
    for (let i = 0; i < size; i++) {
      const gap = (values[i * dims + c] ?? 0) - sum / size
      squares += gap * gap
    }
    spread += squares
  }
  return spread
}
