import { z } from 'zod'
import { isoSecond } from '#core/time/days.ts'
import type { Case } from './case-of.ts'
import type { ReasonCounts } from './counts.ts'
import { REASONS } from './reasons.ts'

/** How often each reason came up, and what became of the cases. */
export const countsJson = z.object({
  reasons: z.array(
    z.object({
      reason: z.string(),
      open: z.number(),
      overdue: z.number(),
      let_stand: z.number(),
      removed: z.number(),
      overturned: z.number(),
    }),
  ),
})

/** What a report says; nothing of who sends it. */
export const reportBody = z.object({
  matter: z.union([z.number(), z.string()]),
  reason: z.enum(REASONS),
  remark: z.string().optional(),
})

export const reportedJson = z.object({ case: z.string() })

/** A case as everybody may read it. */
export const caseJson = z.object({
  case: z.string(),
  number: z.number(),
  sort: z.string(),
  reason: z.string(),
  opened_at: z.string(),
  due_at: z.string(),
  held_at: z.string().nullable(),
  outcome: z.string().nullable(),
  explanation: z.string().nullable(),
  appeal: z
    .object({
      asked_at: z.string(),
      due_at: z.string().nullable(),
      outcome: z.string().nullable(),
      explanation: z.string().nullable(),
    })
    .nullable(),
})

export function countsAsJson(counts: readonly ReasonCounts[]): z.infer<typeof countsJson> {
  return { reasons: counts.map(({ letStand, ...count }) => ({ ...count, let_stand: letStand })) }
}

export function caseAsJson(found: Case): z.infer<typeof caseJson> {
  return {
    case: found.id,
    number: found.number,
    sort: found.sort,
    reason: found.outcomeReason ?? found.reason,
    opened_at: isoSecond(found.openedAt),
    due_at: isoSecond(found.dueAt),
    held_at: found.heldAt && isoSecond(found.heldAt),
    outcome: found.outcome,
    explanation: found.explanation,
    appeal: found.appealedAt && {
      asked_at: isoSecond(found.appealedAt),
      due_at: found.appealDueAt && isoSecond(found.appealDueAt),
      outcome: found.appealOutcome,
      explanation: found.appealExplanation,
    },
  }
}
