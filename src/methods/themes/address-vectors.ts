import { z } from 'zod'
import { givenVectors } from './given-vectors.ts'
import type { VectorChoice } from './vectors.ts'

const BATCH = 128
/** What such addresses take at least; the beginning of an answer says what it is about. */
const MOST_CHARACTERS = 8_000

const answer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
})

export interface Address {
  model: string
  /** Sends the body as JSON to `…/embeddings` and answers what came back; throws in words a person can act on. */
  post(body: { model: string; input: string[] }): Promise<unknown>
  /** False for a model that knows one language only. */
  joinsLanguages: boolean
  onTexts?: (done: number, all: number) => void
}

/** Vectors from an address that speaks the OpenAI embeddings form, as most model servers do. The answers go there. */
export function addressVectors({ model, post, joinsLanguages, onTexts }: Address): VectorChoice {
  const embed = async (texts: readonly string[]) => {
    const input = texts.map((text) => text.slice(0, MOST_CHARACTERS) || '.')
    const read = answer.safeParse(await post({ model, input }))
    if (!read.success)
      throw new TypeError('The address answered something else than {data: [{index, embedding}]}.')
    return read.data.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
  }
  return givenVectors({ name: model, joinsLanguages, batch: BATCH, embed, onTexts })
}
