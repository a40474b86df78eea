/** What is published of what was given, from the least to the most. */
export const PUBLISHES = ['nothing', 'counts', 'quotations', 'words', 'names'] as const
export type Publishes = (typeof PUBLISHES)[number]

/** What words and facts about people are for; a word of the house each, so that "wider" can be computed. */
export const PURPOSES = [
  'to-answer',
  'to-take-part',
  'to-be-read-by-all',
  'to-find-themes',
  'to-count',
  'to-research',
  'to-sign-in',
  'to-write-to-you',
  'to-run-the-organisation',
  'to-moderate',
  'to-keep-the-record',
  'to-fulfil-your-rights',
  'to-meet',
] as const

/** Who sees it before it is published. */
export const RECIPIENTS = [
  'clerks',
  'the-body',
  'moderators',
  'theme-team',
  'helpers',
  'organisers',
  'administrators',
  'translators',
  'researchers',
  'mail-carriers',
  'nobody',
] as const

/** What machines must know of a version. */
export interface Terms {
  purposes: readonly string[]
  recipients: readonly string[]
  publishes: string
}

const RANKS: readonly string[] = PUBLISHES
const rankOf = (level: string) => RANKS.indexOf(level)

export function publishesAtLeast(level: string, wanted: Publishes): boolean {
  return rankOf(level) >= rankOf(wanted)
}

/**
 * Whether a later version lets more be done with what people gave: a new purpose, a new recipient, or more of it published.
 * Then they are asked again, and without a yes the earlier version goes on holding for them. Pure.
 */
export function widens(before: Terms, after: Terms): boolean {
  return (
    after.purposes.some((purpose) => !before.purposes.includes(purpose)) ||
    after.recipients.some((one) => one !== 'nobody' && !before.recipients.includes(one)) ||
    rankOf(after.publishes) > rankOf(before.publishes)
  )
}
