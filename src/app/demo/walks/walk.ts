import type { Db } from '#core/db/connect.ts'
import type { Message, Plain } from '#core/i18n/messages.ts'
import type { House } from '#core/slice/house.ts'

/** Five minutes in one role, over real things of the demonstration as it stands. */
export interface Walk {
  slug: string
  title: Message<Plain>
  lead: Message<Plain>
  /** Handle of whoever one is on the way; null for somebody without an account. */
  who: string | null
  steps: readonly WalkStep[]
}

export interface WalkStep {
  /** What one sees there, and what to look at. */
  say: Message<Plain>
  find(asked: Asked): Promise<Found | null>
}

export interface Asked {
  db: Db
  now: Date
  house: House
}

export interface Found {
  href: string
  /** What leads there: a title in the words of its author, or a name. */
  label: string
  /** BCP 47, where the label is in words of somebody. */
  lang?: string
  /** What stands on that page; a test looks for it. The label unless said. */
  shows?: string
  /** Something to copy: a key, a command. */
  copy?: string
}
