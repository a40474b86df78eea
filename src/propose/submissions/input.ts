import { z } from 'zod'
import { emailAddress, lineOf, orNothing, words } from '#core/input/text.ts'
import { m } from './messages.ts'

export const KINDS = ['idea', 'question', 'motion', 'challenge'] as const
export const AUTHORSHIPS = ['named', 'withheld', 'anonymous'] as const

/** `light`: lists, quotes, emphasis and links are read. `plain`: every sign stays as it was typed. */
export const FORMATS = ['light', 'plain'] as const

export const MAX_TITLE = 200
export const MAX_WORDS = 20_000

/** BCP 47, as far as we use it. */
export const languageTag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)

/** What the form and the API send. `to` is a body's slug; left out or `whoever-should`, the front desk has it. */
export const handInInput = z.object({
  title: lineOf(MAX_TITLE, m.titleMissing.id),
  words: words(MAX_WORDS, m.wordsMissing.id),
  format: z.enum(FORMATS).default('light'),
  language: orNothing(languageTag),
  kind: z.enum(KINDS).default('idea'),
  to: orNothing(z.string().max(100)),
  on_behalf_of: orNothing(z.string().max(100)),
  authorship: z.enum(AUTHORSHIPS, { error: m.authorshipMissing.id }),
  name: orNothing(lineOf(120)),
  email: orNothing(emailAddress),
})

export type HandInInput = z.infer<typeof handInInput>
