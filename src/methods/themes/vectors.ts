import { decompose } from './decompose.ts'
import { fixedSample, seededRandom } from './seeded-random.ts'
import { type DenseRows, multiply, pickRows, toUnitRows } from './sparse-rows.ts'
import { learnWeights } from './subword-weights.ts'
import { type ThemeSpace, withLeastLength } from './theme-space.ts'

/** A way to turn texts into vectors; near vectors mean near texts. */
export interface VectorChoice {
  /** As a person names it: `corpus`, `english`, or a model's name. */
  name: string
  /** True when a text and its translation lie near each other, so that all languages can be read as one corpus. */
  joinsLanguages: boolean
  /**
   * One row of length 1 for each text; a text that says nothing to this choice gives a row of noughts.
   *
   * @param start where the calculation starts, any text; it should tell hardly at all.
   */
  vectorsOf(texts: readonly string[], start: string): Promise<DenseRows>
  /** The same rows with the space they lie in, so that later texts can be put beside them; only where it can be kept. */
  learn?(texts: readonly string[], start: string): Promise<LearntVectors>
}

export interface LearntVectors {
  rows: DenseRows
  space: ThemeSpace
}

const MOST_RANK = 80
/** Times the square root of the texts. From 0.95 to 2 the themes of the thousand published answers are the same. */
const DIRECTIONS = 1.25
/** The directions settle long before so many texts; more would cost time and change nothing. */
const TEXTS_TO_LEARN_FROM = 40_000

/**
 * The default, for any language: vectors from the corpus itself. Latent semantic analysis (Deerwester et al. 1990) of
 * subword weights, its directions learnt from at most 40,000 texts.
 */
export const corpusVectors: VectorChoice = {
  name: 'corpus',
  joinsLanguages: false,
  vectorsOf: async (texts, start) => corpusVectorsOf(texts, start),
  learn: async (texts, start) => learnCorpus(texts, start),
}

export function corpusVectorsOf(texts: readonly string[], start: string): DenseRows {
  return learnCorpus(texts, start).rows
}

function learnCorpus(texts: readonly string[], start: string): LearntVectors {
  const { weights, columns } = learnWeights(texts)
  const learntFrom = pickRows(weights, fixedSample(texts.length, TEXTS_TO_LEARN_FROM))
  const { directions } = decompose(learntFrom, rankFor(texts.length), seededRandom(`vectors ${start}`))
  const space = withLeastLength({ columns, directions }, texts)
  return { rows: toUnitRows(multiply(weights, directions)), space }
}

/** Few texts bear few directions: more would only tell each text from every other (13 for 100 texts, 40 for 1,000). */
function rankFor(texts: number): number {
  return Math.max(4, Math.min(MOST_RANK, Math.round(DIRECTIONS * Math.sqrt(texts))))
}
