import { type DenseRows, denseRows, toUnitRows } from './sparse-rows.ts'
import type { VectorChoice } from './vectors.ts'

export interface GivenVectors {
  name: string
  joinsLanguages: boolean
  /** How many texts a call may hold. */
  batch: number
  /** One vector a text, all of one length, in the order of the texts. */
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>
  /** Told after each batch. */
  onTexts?: (done: number, all: number) => void
}

/**
 * Vectors from a model that was taught elsewhere. They are centred on the corpus before use: what all answers to one question
 * share would otherwise drown what tells them apart (Mu, Bhat, Viswanath 2018, "All-but-the-top"). The seed plays no part, so
 * each corpus is asked for once.
 */
export function givenVectors(given: GivenVectors): VectorChoice {
  const known = new Map<string, Promise<DenseRows>>()
  return {
    name: given.name,
    joinsLanguages: given.joinsLanguages,
    vectorsOf(texts) {
      const key = JSON.stringify(texts)
      const rows = known.get(key) ?? embedAll(texts, given)
      known.set(key, rows)
      return rows
    },
  }
}

async function embedAll(
  texts: readonly string[],
  { batch, embed, onTexts, name }: GivenVectors,
): Promise<DenseRows> {
  let rows = denseRows(0, 0)
  for (let from = 0; from < texts.length; from += batch) {
    const piece = texts.slice(from, from + batch)
    const vectors = await embed(piece)
    const width = vectors[0]?.length ?? 0
    if (from === 0) rows = denseRows(texts.length, width)
    if (vectors.length !== piece.length || vectors.some((vector) => vector.length !== rows.width)) {
      throw new RangeError(
        `${name} answered ${vectors.length} vectors of ${width} numbers for ${piece.length} texts; ${rows.width} numbers were due for each.`,
      )
    }
    vectors.forEach((vector, at) => void rows.values.set(vector, (from + at) * rows.width))
    onTexts?.(from + piece.length, texts.length)
  }
  return toUnitRows(centre(rows))
}

function centre(rows: DenseRows): DenseRows {
  const { height, width, values } = rows
  const mean = new Float64Array(width)
  values.forEach((value, at) => {
    mean[at % width] = (mean[at % width] ?? 0) + value / height
  })
  values.forEach((value, at) => {
    values[at] = value - (mean[at % width] ?? 0)
  })
  return rows
}
