import { z } from 'zod'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import { teamMessages } from './team-messages.ts'

const number = z.coerce
  .number({ error: teamMessages.whereMissing.id })
  .int({ error: teamMessages.whereMissing.id })
  .positive({ error: teamMessages.whereMissing.id })

const version = z.coerce.number().int()
const list = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.coerce.number().int().positive()).max(1_000),
)

export const nameInput = z.object({
  version,
  name: lineOf(150, teamMessages.nameMissing.id),
  about: orNothing(words(2_000)),
})
export const moveInput = z.object({
  version,
  answers: list,
  to: orNothing(number),
  new_name: orNothing(lineOf(150)),
})
export const mergeInput = z.object({ version, into: number })
export const raiseInput = z.object({ version })
export const undoInput = z.object({ version, step: z.string().max(40) })

export const quoteInput = z.object({ answer: number, passage: words(1_000, teamMessages.passageMissing.id) })

export const unquoteInput = z.object({ answer: number })

/** What the API answers after a step: the number of the theme. */
export const stepAnswer = z.object({ theme: z.number() })
