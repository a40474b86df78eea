import type { Dice } from './random.ts'
import { type EigenPairs, symmetricEigen } from './symmetric-eigen.ts'

/** Vectors multiplied at a time: the four run through the votes together, so the votes are read once for four. */
const BLOCK = 4
const BASIS_LIMIT = 48

/** Multiplies each of up to `BLOCK` vectors by one symmetric, positive semidefinite matrix. */
export type Multiply = (vectors: readonly Float64Array[]) => Float64Array[]

export interface Search {
  size: number
  /** How many pairs. */
  count: number
  /** Stop when each residual ‖Av − λv‖ is at most this part of the greatest λ. */
  tolerance: number
  /** Stop anyway after this many multiplications of a block. */
  limit: number
  /** Fills a cold start. */
  dice: Dice
  /** A warm start: vectors from before, of any length > 0. */
  start?: readonly Float64Array[]
}

export interface Found extends EigenPairs {
  /** The greatest ‖Av − λv‖ / λ₁ among those found. */
  residual: number
  /** Block multiplications spent. */
  steps: number
  /** The vectors after those wanted, unfinished, to fill up a block at the next warm start. */
  spare: Float64Array[]
}

/**
 * The greatest eigenpairs of a big sparse symmetric matrix, by a block Krylov search with Rayleigh–Ritz and thick restart
 * (Saad, Numerical Methods for Large Eigenvalue Problems, 2nd ed., §6.4 and §7.3). The production code of Polis uses one
 * hundred power iterations instead: the same vectors in the limit, but slower where eigenvalues lie close together.
 */
export function leadingEigenpairs(multiply: Multiply, search: Search): Found {
  let space: Space = { basis: [], images: [], projected: [] }
  let block = orthonormal(startOf(search), space.basis)
  for (let step = 1; ; step++) {
    space = widened(space, block, block.length > 0 ? multiply(block) : [])
    const ritz = symmetricEigen(packed(space.projected), space.basis.length)
    const wanted = Math.min(search.count, space.basis.length)
    const rests = ritz.vectors
      .slice(0, Math.max(wanted, BLOCK))
      .map((mix, i) => restOf(space, mix, ritz.values[i] ?? 0))
    const greatest = Math.max(ritz.values[0] ?? 0, Number.MIN_VALUE)
    const residual = Math.max(0, ...rests.slice(0, wanted).map((rest) => lengthOf(rest) / greatest))
    const open = rests.filter((rest) => lengthOf(rest) > search.tolerance * greatest).slice(0, BLOCK)
    block = residual <= search.tolerance || step >= search.limit ? [] : orthonormal(open, space.basis)
    if (block.length === 0) return answer(space.basis, ritz, { residual, steps: step, wanted })
    if (space.basis.length + BLOCK > BASIS_LIMIT) space = narrowed(space, ritz, search.count + 2 * BLOCK)
  }
}

/** An orthonormal basis Q, its images AQ, and the lower triangle of QᵀAQ. */
interface Space {
  basis: readonly Float64Array[]
  images: readonly Float64Array[]
  projected: readonly (readonly number[])[]
}

function widened(
  space: Space,
  block: readonly Float64Array[],
  imagesOfBlock: readonly Float64Array[],
): Space {
  const basis = [...space.basis, ...block]
  const images = [...space.images, ...imagesOfBlock]
  const rows = block.map((vector, i) =>
    images.slice(0, space.basis.length + i + 1).map((image) => dot(vector, image)),
  )
  return { basis, images, projected: [...space.projected, ...rows] }
}

/** Only the best found so far: the thick restart. */
function narrowed(space: Space, ritz: EigenPairs, count: number): Space {
  const kept = ritz.vectors.slice(0, count)
  return {
    basis: kept.map((mix) => mixed(space.basis, mix)),
    images: kept.map((mix) => mixed(space.images, mix)),
    projected: kept.map((_, i) =>
      Array.from({ length: i + 1 }, (_, j) => (i === j ? (ritz.values[i] ?? 0) : 0)),
    ),
  }
}

function packed(triangle: readonly (readonly number[])[]): Float64Array {
  const size = triangle.length
  const matrix = new Float64Array(size * size)
  triangle.forEach((row, i) => {
    row.forEach((value, j) => {
      matrix[i * size + j] = value
      matrix[j * size + i] = value
    })
  })
  return matrix
}

function answer(
  basis: readonly Float64Array[],
  ritz: EigenPairs,
  found: { residual: number; steps: number; wanted: number },
): Found {
  const { residual, steps, wanted } = found
  const vectors = ritz.vectors.slice(0, Math.max(wanted, BLOCK)).map((mix) => mixed(basis, mix))
  return {
    values: ritz.values.slice(0, wanted),
    vectors: vectors.slice(0, wanted),
    spare: vectors.slice(wanted),
    residual,
    steps,
  }
}

function startOf(search: Search): Float64Array[] {
  const warm = (search.start ?? []).slice(0, BLOCK)
  const cold = Array.from({ length: BLOCK - warm.length }, () =>
    Float64Array.from({ length: search.size }, () => search.dice.bits() / 2147483648 - 1),
  )
  return [...warm.map((vector) => vector.slice()), ...cold]
}

/** Gram–Schmidt, twice (once loses digits when a vector nearly lies in the basis); what lies in it wholly is dropped. */
function orthonormal(vectors: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  const fresh: Float64Array[] = []
  for (const vector of vectors) {
    const before = lengthOf(vector)
    for (let pass = 0; pass < 2; pass++) {
      for (const known of basis) addTo(vector, known, -dot(vector, known))
      for (const known of fresh) addTo(vector, known, -dot(vector, known))
    }
    const length = lengthOf(vector)
    if (length <= 1e-10 * before || length === 0) continue
    fresh.push(vector.map((value) => value / length))
  }
  return fresh
}

function restOf({ basis, images }: Space, mix: Float64Array, value: number): Float64Array {
  const rest = mixed(images, mix)
  basis.forEach((vector, i) => {
    addTo(rest, vector, -value * (mix[i] ?? 0))
  })
  return rest
}

function mixed(vectors: readonly Float64Array[], mix: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0)
  vectors.forEach((vector, i) => {
    addTo(sum, vector, mix[i] ?? 0)
  })
  return sum
}

export function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector))
}

function addTo(target: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + times * (vector[i] ?? 0)
}
