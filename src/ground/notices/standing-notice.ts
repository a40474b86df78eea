import type { Message, Plain } from '#core/i18n/messages.ts'
import type { NewVersion, NoticeText } from './make-notice.ts'
import { standingMessages as s } from './standing-messages.ts'

/** A form of the house that stands open always, and the notice it was founded with. */
export interface StandingNotice {
  slug: string
  /** Standing forms under it; none for the notices that calls may choose. */
  forms: readonly string[]
  terms: Omit<NewVersion, 'texts' | 'original'>
  texts: Readonly<Record<Exclude<keyof NoticeText, 'changed'>, Message<Plain>>>
}

/** Grounds that several of them share. */
export const political = { basis: 'legitimate-interests', specialBasis: 'not-for-profit-body' } as const
export const asked = { basis: 'consent', specialBasis: 'explicit-consent' } as const
export const objecting = s.objecting
