import { z } from 'zod'
import { SENTIMENTS, STANCES } from './code-answer.ts'
import { codingMessages } from './coding-messages.ts'
import { agreementSchema } from './samples-of.ts'

const size = { error: codingMessages.sampleSizeWrong.id }

/** What is asked for a sample: of which question, how many answers. */
export const drawInput = z.object({
  question: z.coerce.number().int().optional(),
  size: z.coerce.number(size).int(size).min(10, size).max(1_000, size),
})

/** What one coder says of one answer. */
export const codeInput = z.object({
  answer: z.coerce.number().int().positive(),
  theme: z.union(
    [
      z.literal('none'),
      z.coerce
        .number({ error: codingMessages.chooseOne.id })
        .int()
        .positive({ error: codingMessages.chooseOne.id }),
    ],
    { error: codingMessages.chooseOne.id },
  ),
  stance: z.enum(STANCES, { error: codingMessages.chooseOne.id }),
  sentiment: z.enum(SENTIMENTS, { error: codingMessages.chooseOne.id }),
})

/** What the API answers for the samples of a call. */
export const samplesJson = z.object({
  call: z.number(),
  samples: z.array(
    z.object({
      id: z.string(),
      question: z.number(),
      seed: z.string(),
      drawn_at: z.string(),
      drawn_from: z.number(),
      answers: z.number(),
      closed_at: z.string().nullable(),
      agreement: agreementSchema.nullable(),
    }),
  ),
})
