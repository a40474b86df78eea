import { decompose } from './decompose.ts'
import { sampleIndices, seededRandom } from './seeded-random.ts'
import { type DenseRows, multiply, pickRows, toUnitRows } from './sparse-rows.ts'
import { subwordWeights } from './subword-weights.ts'

/** A way to turn texts into vectors; near vectors mean near texts. */
export interface VectorChoice {
  /** As a person names it: `corpus`, `english`, or a model's name. */
  name: string
  /** True when a text and its translation lie near each other, so that all languages can be read as one corpus. */
  joinsLanguages: boolean
  /** One row of length 1 for each text; a text that says nothing to this choice gives a row of noughts. */
  vectorsOf(texts: readonly string[], seed: string): Promise<DenseRows>
}

const MOST_RANK = 80
/** The directions settle long before so many texts; more would cost time and change nothing. */
const TEXTS_TO_LEARN_FROM = 20_000

/**
 * The default, for any language: vectors from the corpus itself. Latent semantic analysis (Deerwester et al. 1990) of
 * subword weights, its directions learnt from at most 20,000 texts.
 */
export const corpusVectors: VectorChoice = {
  name: 'corpus',
  joinsLanguages: false,
  vectorsOf: async (texts, seed) => corpusVectorsOf(texts, seed),
}

export function corpusVectorsOf(texts: readonly string[], seed: string): DenseRows {
  const weights = subwordWeights(texts)
  const random = seededRandom(`vectors ${seed}`)
  const learntFrom = pickRows(weights, sampleIndices(texts.length, TEXTS_TO_LEARN_FROM, random))
  const { directions } = decompose(learntFrom, rankFor(texts.length), random)
  return toUnitRows(multiply(weights, directions))
}

/** Few texts bear few directions: more would only tell each text from every other (10 for 100 texts, 32 for 1,000). */
function rankFor(texts: number): number {
  return Math.max(4, Math.min(MOST_RANK, Math.round(Math.sqrt(texts))))
}
