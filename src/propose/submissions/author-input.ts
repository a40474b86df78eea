import { z } from 'zod'
import { orNothing, words } from '#core/input/text.ts'
import { VERDICTS } from '#ground/matters/judge-answer.ts'
import { authorMessages as m } from './author-messages.ts'
import { letterMessages } from './letter-messages.ts'

const MAX_WORDS = 4_000

/** In every one of them: the follow-up key of an author without an account. */
const key = z.string().max(200).optional()

const needed = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .refine((text) => text.trim() !== '', { error: missing })
    .pipe(words(most))

export const withdrawalInput = z.object({ key, reason: orNothing(words(MAX_WORDS)) })
export const letterInput = z.object({ key, words: needed(MAX_WORDS, letterMessages.letterMissing.id) })
export const reviewInput = z.object({ key, reason: needed(MAX_WORDS, m.reviewSayWhy.id) })
export const agreementInput = z.object({ key })
export const verdictInput = z.object({
  key,
  verdict: z.enum(VERDICTS, { error: m.verdictChoose.id }),
  words: orNothing(words(MAX_WORDS)),
})

export const authorAnswer = z.object({ number: z.number(), url: z.string() })
