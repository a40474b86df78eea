import { z } from 'zod'

/** A count of people; null where it is hidden because few are meant, or because a hidden one could be worked out from it. */
const count = z.number().int().nullable()

const cell = z.object({ key: z.string(), name: z.string().nullable(), count })

const decision = z.object({
  outcome: z.enum(['taken-up', 'not-taken-up', 'done', 'answered']),
  reason: z.string(),
  language: z.string(),
  on_day: z.string().nullable(),
  /** The matter it led to. */
  leads_to: z.object({ number: z.number(), kind: z.string(), title: z.string().nullable() }).nullable(),
  decided_at: z.string(),
})

const quotation = z.object({ answer: z.number(), language: z.string(), passage: z.string() })

const theme = z.object({
  number: z.number(),
  /** The name people gave it, or the words that stand out. */
  title: z.string(),
  is_named: z.boolean(),
  is_small: z.boolean(),
  /** Number of the theme it is part of. */
  part_of: z.number().nullable(),
  words: z.array(z.string()),
  about: z.string(),
  answers: z.number(),
  /** Of the answers in it, by what they were coded as; null where nobody and nothing measured has assessed them. */
  stances: z.record(z.string(), z.number()).nullable(),
  sentiments: z.record(z.string(), z.number()).nullable(),
  quotations: z.array(quotation),
  decision: decision.nullable(),
})

const option = z.object({
  place: z.number(),
  wording: z.string(),
  chosen: z.number(),
  disagreed: z.number(),
  passed: z.number(),
})

const question = z.object({
  place: z.number(),
  kind: z.enum(['open', 'choice', 'statements', 'place']),
  wording: z.string(),
  answered: z.number(),
  options: z.array(option),
  themes: z.array(theme),
  /** Answers to an open question that are in no theme. */
  without_theme: z.number(),
  /** Where people coded a sample without seeing each other's codes. */
  agreement: z.unknown(),
  /** How the themes were found and how well that holds, as the run wrote it down. */
  found: z.unknown(),
})

/** Everything a result says: stored as it is published, in the page, as JSON and in the report. */
export const callFigures = z.object({
  v: z.literal(1),
  counted_at: z.string(),
  /** Every answer there ever was. */
  received: z.number(),
  /** Those that all further figures are about. */
  counted: z.number(),
  withdrawn: z.number(),
  /** Twins: one answer that came by two routes counts once. */
  joined: z.number(),
  /** Not shown for now or for good, by reason. */
  held: z.array(z.object({ reason: z.string(), waiting: z.number(), removed: z.number() })),
  from_office_holders: z.number(),
  routes: z.array(cell).nullable(),
  languages: z.array(cell).nullable(),
  standings: z.array(cell).nullable(),
  /** Nations with their regions; the key is the unit's slug, empty where no place was given. */
  nations: z.array(cell.extend({ regions: z.array(cell).nullable() })).nullable(),
  /**
   * Every constituency, by its code and the slug of the region or nation it lies in; empty where the tree has none or no hidden
   * count could be kept apart. Editions from before there were any have none.
   */
  constituencies: z.array(cell.extend({ within: z.string() })).default([]),
  questions: z.array(question),
})

export type CallFigures = z.infer<typeof callFigures>
export type Cell = z.infer<typeof cell>
export type Nation = NonNullable<CallFigures['nations']>[number]
export type Constituency = CallFigures['constituencies'][number]
export type QuestionFigures = z.infer<typeof question>
export type ThemeFigures = z.infer<typeof theme>
export type OptionFigures = z.infer<typeof option>
export type ThemeDecision = z.infer<typeof decision>
