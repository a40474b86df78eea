import { z } from 'zod'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Quotation } from './quote-answer.ts'
import type { Theme } from './themes-of.ts'

export const themeSchema = z.object({
  number: z.number(),
  url: z.string(),
  name: z.string().nullable(),
  about: z.string(),
  language: z.string(),
  words: z.array(z.string()),
  part_of: z.number().nullable(),
  small: z.boolean(),
  answers: z.number(),
  merged_into: z.number().nullable(),
  ended_at: z.string().nullable(),
  quotations: z.array(z.object({ answer: z.number(), passage: z.string(), language: z.string() })),
  decision: z
    .object({
      outcome: z.string(),
      reason: z.string(),
      language: z.string(),
      on_day: z.string().nullable(),
      decided_at: z.string(),
      leads_to: z.string().nullable(),
    })
    .nullable(),
})

interface Beside {
  /** The themes it may be a part of. */
  all: readonly Theme[]
  quotations: readonly Quotation[]
}

export function themeAsJson(
  x: Exchange,
  theme: Theme,
  { all, quotations }: Beside,
): z.infer<typeof themeSchema> {
  const { decision } = theme
  const base = x.house.baseUrl
  return {
    number: theme.number,
    url: `${base}/themes/${theme.number}`,
    name: theme.name,
    about: theme.about,
    language: theme.language,
    words: theme.words,
    part_of: all.find(({ id }) => id === theme.parentId)?.number ?? null,
    small: theme.isSmall,
    answers: theme.size,
    merged_into: theme.mergedInto,
    ended_at: theme.endedAt && isoSecond(theme.endedAt),
    quotations: quotations.map(({ answer, passage, language }) => ({ answer, passage, language })),
    decision: decision && {
      outcome: decision.outcome,
      reason: decision.reason,
      language: decision.language,
      on_day: decision.onDay,
      decided_at: isoSecond(decision.decidedAt),
      leads_to: decision.leadsTo && `${base}${pathTo(decision.leadsTo)}`,
    },
  }
}
