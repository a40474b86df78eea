import { assignThemes, type Membership } from './assign-themes.ts'
import { clusterAnswers, type ThemeCentres } from './cluster-answers.ts'
import { type Sureness, sameStory, surenessFrom } from './how-sure.ts'
import { sampleIndices, seededRandom } from './seeded-random.ts'
import { smallThemes, withSmallThemes } from './small-themes.ts'
import { type DenseRows, denseRows, pickDenseRows, toUnitRows } from './sparse-rows.ts'
import { subwordWeights } from './subword-weights.ts'
import type { ThemeSpace } from './theme-space.ts'
import type { VectorChoice } from './vectors.ts'

/** Where the story itself starts. */
const START = 'story'
/** Above so many answers the runs that test stability are one of each kind. */
const LARGE = 5_000
const FEWEST_FOR_THEMES = 6

export interface Part {
  texts: readonly string[]
  /** How many answers each text stands for. */
  counts: readonly number[]
}

export interface PartOptions {
  /** Where the runs that test the story start, and which answers they leave out; the story itself knows none. */
  seed: string
  vectors: VectorChoice
  /** How many leaf themes; without it the data say. */
  count?: number
  onStage?: (stage: PartStage) => void
}

export type PartStage = 'vectors' | 'groups' | 'again' | 'small'

export interface PartThemes {
  memberships: Membership[][]
  sureness: Sureness
  /** By leaf, its broad theme; a small theme stands alone. */
  broad: Int32Array
  /** Leaves from this number on were found among the answers that fitted no large theme. */
  firstSmall: number
  stability: Stability
  /** What new texts are measured by; only of vectors whose space can be kept. */
  described?: DescribedLeaves
}

export interface DescribedLeaves {
  space: ThemeSpace
  /** By leaf, its middle. */
  centres: DenseRows
  /** By leaf, how near a text must lie; 0 for a large theme, which takes what lies nearer to it than to others. */
  bars: Float32Array
}

/** Adjusted mutual information with this run: of runs that start elsewhere, and of runs on four answers in five. */
export interface Stability {
  seeds: number
  samples: number
}

/** Themes of the answers of one language (or of all, where the vectors join languages). */
export async function themesOfPart(part: Part, options: PartOptions): Promise<PartThemes> {
  const { onStage = () => {} } = options
  onStage('vectors')
  const learnt = await options.vectors.learn?.(part.texts, START)
  const rows = learnt?.rows ?? (await options.vectors.vectorsOf(part.texts, START))
  // A letter sent in by thousands shall not bend all themes towards itself: the hundredth copy adds a hundredth.
  const weights = Float32Array.from(part.counts, (count) => 1 + Math.log(count))
  if (rows.height < FEWEST_FOR_THEMES) return nothingFound(rows.height)
  onStage('groups')
  const large = clusterAnswers(rows, weights, options.count)
  const run = assignThemes(rows, large.centres)
  onStage('again')
  const { bySeed, bySample } = await otherRuns(part, { rows, weights, large, options })
  onStage('small')
  const small = smallThemes(subwordWeights(part.texts), run)
  return {
    memberships: withSmallThemes(run, small, large.centres.height),
    sureness: surenessFrom(run, [...bySeed, ...bySample]),
    broad: withSmall(large, small.length),
    firstSmall: large.centres.height,
    stability: { seeds: meanStory(run, bySeed), samples: meanStory(run, bySample) },
    ...(learnt ? { described: { space: learnt.space, ...describe(rows, large, small) } } : {}),
  }
}

/** Of a small theme's own members three in four lie nearer than its bar. */
const FARTHEST_QUARTER = 0.25

/** Small themes were found by their words: their middle is that of their members, and only what is as near as these belongs. */
function describe(rows: DenseRows, { centres }: ThemeCentres, small: readonly (readonly number[])[]) {
  const all = denseRows(centres.height + small.length, rows.width)
  all.values.set(centres.values)
  const bars = new Float32Array(all.height)
  const line = ({ values, width }: DenseRows, at: number) => values.subarray(at * width, (at + 1) * width)
  small.forEach((members, at) => {
    const middle = line(all, centres.height + at)
    for (const row of members) {
      const own = line(rows, row)
      for (let k = 0; k < middle.length; k++) middle[k] = (middle[k] ?? 0) + (own[k] ?? 0)
    }
  })
  toUnitRows(all)
  small.forEach((members, at) => {
    const middle = line(all, centres.height + at)
    const cosines = members.map((row) =>
      line(rows, row).reduce((sum, value, k) => sum + value * (middle[k] ?? 0), 0),
    )
    bars[centres.height + at] =
      cosines.sort((a, b) => a - b)[Math.floor(FARTHEST_QUARTER * cosines.length)] ?? 1
  })
  return { centres: all, bars }
}

interface FirstRun {
  rows: DenseRows
  weights: Float32Array
  large: ThemeCentres
  options: PartOptions
}

async function otherRuns(part: Part, { rows, weights, large, options }: FirstRun) {
  const isLarge = rows.height > LARGE
  const bySeed: Membership[][][] = []
  for (let again = 1; again <= (isLarge ? 1 : 2); again++) {
    const other = await options.vectors.vectorsOf(part.texts, `${options.seed} again ${again}`)
    bySeed.push(assignThemes(other, clusterAnswers(other, weights, options.count).centres))
  }
  const bySample = Array.from({ length: isLarge ? 1 : 4 }, (_, again) => {
    const seed = `${options.seed} sample ${again}`
    const chosen = sampleIndices(rows.height, Math.ceil(rows.height * 0.8), seededRandom(seed))
    const sampleWeights = Float32Array.from(chosen, (row) => weights[row] ?? 0)
    const { centres } = clusterAnswers(pickDenseRows(rows, chosen), sampleWeights, large.broad.length)
    return assignThemes(rows, centres)
  })
  return { bySeed, bySample }
}

function meanStory(run: Membership[][], others: readonly Membership[][][]): number {
  return others.reduce((sum, other) => sum + sameStory(run, other), 0) / Math.max(1, others.length)
}

function withSmall({ broad }: ThemeCentres, small: number): Int32Array {
  const next = 1 + broad.reduce((most, value) => Math.max(most, value), -1)
  return Int32Array.from([...broad, ...Array.from({ length: small }, (_, at) => next + at)])
}

function nothingFound(height: number): PartThemes {
  return {
    memberships: Array.from({ length: height }, () => []),
    sureness: () => 0,
    broad: new Int32Array(0),
    firstSmall: 0,
    stability: { seeds: 1, samples: 1 },
  }
}
