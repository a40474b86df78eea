import { z } from 'zod'
import { orNothing, words } from '#core/input/text.ts'
import { VERDICTS } from '#ground/matters/judge-answer.ts'
import { authorMessages as m } from './author-messages.ts'
import { languageTag } from './input.ts'
import { letterMessages } from './letter-messages.ts'

const MAX_WORDS = 4_000

/** In every one of them: the follow-up key of an author without an account. */
const key = z.string().max(200).optional()

export const withdrawalInput = z.object({ key, reason: orNothing(words(MAX_WORDS)) })
export const letterInput = z.object({ key, words: words(MAX_WORDS, letterMessages.letterMissing.id) })
export const reviewInput = z.object({ key, reason: words(MAX_WORDS, m.reviewSayWhy.id) })
export const languageInput = z.object({ key, language: languageTag })
export const agreementInput = z.object({ key })
export const verdictInput = z.object({
  key,
  verdict: z.enum(VERDICTS, { error: m.verdictChoose.id }),
  words: orNothing(words(MAX_WORDS)),
})
