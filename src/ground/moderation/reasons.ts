/** Why words wait for a person before anybody else reads them: a body's rule, or that much came at once. */
export type HoldReason = 'stranger' | 'flood'

/** For what words may be removed: the published list. */
export const REASONS = [
  'insult',
  'hatred',
  'threat',
  'private-person',
  'unlawful',
  'advertising',
  'repetition',
] as const

export type Reason = (typeof REASONS)[number]

/** Days in which a held or reported text is decided about. */
export const CASE_DAYS = 3
/** Days in which an appeal is decided. */
export const APPEAL_DAYS = 14
/** Days in which a removal can be appealed; the words are hidden at once and erased after it. */
export const APPEAL_OPEN_DAYS = 28
/** Remarks kept of a flood of reports. */
export const MOST_REMARKS = 10
