import { z } from 'zod'
import { isoDay, orNothing, words } from '#core/input/text.ts'
import { decisionMessages as m } from './decision-messages.ts'
import { DECISIONS } from './rules.ts'

export const MAX_REASON = 10_000

const languageTag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
const matterNumber = z
  .union([z.number().int().positive(), z.string().regex(/^\s*[1-9]\d{0,14}\s*$/)], {
    error: m.matterUnknown.id,
  })
  .transform(Number)

/** What the desk's form and the API send to decide about a matter. */
export const decisionInput = z
  .object({
    outcome: z.enum(DECISIONS, { error: m.chooseOutcome.id }),
    reason: orNothing(words(MAX_REASON)),
    /** The body that should have it: its slug, or its name where only one open body bears it. */
    pass_to: orNothing(z.string().max(300)),
    /** Public number of the matter it lives on in. */
    merge_into: orNothing(matterNumber),
    until: orNothing(isoDay),
    /** Language of the reason; guessed from its words when left out. */
    language: orNothing(languageTag),
  })
  .superRefine(({ outcome, reason, pass_to, merge_into, until }, context) => {
    const missing = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (outcome !== 'accepted' && reason === undefined) missing('reason', m.sayWhy.id)
    if (outcome === 'passed-on' && pass_to === undefined) missing('pass_to', m.chooseBody.id)
    if (outcome === 'merged' && merge_into === undefined) missing('merge_into', m.chooseMatter.id)
    if (outcome === 'deferred' && until === undefined) missing('until', m.chooseDay.id)
  })

export type DecisionInput = z.infer<typeof decisionInput>

/** What the API answers to a decision. */
export const decisionAnswer = z.object({
  number: z.number(),
  outcome: z.enum(DECISIONS),
  /** Until then it can be taken back; then its entry is written. */
  announced_at: z.string(),
  url: z.string(),
})
