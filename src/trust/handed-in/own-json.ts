import { z } from 'zod'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { titleOf } from '#ground/drafts/draft-of.ts'
import type { OwnAnswer } from '../../listen/calls/index.ts'
import { type OwnSubmission, stateOf } from '../../propose/submissions/index.ts'
import type { Own } from './own-list.ts'

const submissionJson = z.object({
  sort: z.literal('submission'),
  number: z.number(),
  url: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  language: z.string(),
  /** `held` and `removed` where its words are not public. */
  visibility: z.string(),
  state: z.string(),
  handed_in_at: z.string(),
  closed_at: z.string().nullable(),
  body: z.string().nullable(),
  due_at: z.string().nullable(),
  overdue: z.boolean(),
  awaits: z.enum(['agreement', 'letter', 'verdict']).nullable(),
})

const answerJson = z.object({
  sort: z.literal('answer'),
  number: z.number(),
  url: z.string(),
  call: z.object({ number: z.number(), title: z.string().nullable(), language: z.string() }),
  visibility: z.string(),
  withdrawn: z.boolean(),
  handed_in_at: z.string(),
  body: z.string(),
  /** The day by which the body says what is done with the answers. */
  promised_on: z.string(),
  /** About its themes, or with no theme about itself; newest first. */
  decisions: z.array(z.object({ outcome: z.string(), theme: z.number().nullable(), decided_at: z.string() })),
  awaits: z.enum(['asking']).nullable(),
})

const draftJson = z.object({
  sort: z.literal('draft'),
  url: z.string(),
  title: z.string().nullable(),
  saved_at: z.string(),
  kept_until: z.string(),
})

export const handedInJson = z.object({
  handed_in: z.array(z.discriminatedUnion('sort', [submissionJson, answerJson, draftJson])),
  /** How many of all wait for their author. */
  awaiting: z.number(),
  next: z.string().nullable(),
})

type Line = z.infer<typeof handedInJson>['handed_in'][number]

/** One line as programs read it. */
export function ownJson(x: Exchange, own: Own): Line {
  if (own.sort === 'submission') return ofSubmission(x, own.submission)
  if (own.sort === 'answer') return ofAnswer(x, own.answer)
  const { id, page, savedAt, expiresOn } = own.draft
  return {
    sort: 'draft',
    url: `${x.house.baseUrl}${page}?draft=${id}`,
    title: titleOf(own.draft),
    saved_at: isoSecond(savedAt),
    kept_until: expiresOn,
  }
}

function ofSubmission(x: Exchange, submission: OwnSubmission): Line {
  const { number, kind, title, language, visibility, openedAt, closedAt, bodySlug, dueAt, awaits } =
    submission
  return {
    sort: 'submission',
    number,
    url: `${x.house.baseUrl}/submissions/${number}`,
    kind,
    title,
    language,
    visibility,
    state: stateOf(submission, submission),
    handed_in_at: isoSecond(openedAt),
    closed_at: closedAt && isoSecond(closedAt),
    body: bodySlug,
    due_at: dueAt && isoSecond(dueAt),
    overdue: dueAt !== null && dueAt < x.now,
    awaits,
  }
}

function ofAnswer(x: Exchange, answer: OwnAnswer): Line {
  const { number, call, visibility, withdrawnAt, openedAt, bodySlug, choices, awaits } = answer
  return {
    sort: 'answer',
    number,
    url: `${x.house.baseUrl}/answers/${number}`,
    call: { number: call.number, title: call.title, language: call.language },
    visibility,
    withdrawn: withdrawnAt !== null,
    handed_in_at: isoSecond(openedAt),
    body: bodySlug,
    promised_on: call.promisedOn,
    decisions: choices.map(({ outcome, theme, decidedAt }) => ({
      outcome,
      theme: theme?.number ?? null,
      decided_at: isoSecond(decidedAt),
    })),
    awaits,
  }
}
