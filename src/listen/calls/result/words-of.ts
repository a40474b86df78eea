import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { NOT_ASSESSED } from '#methods/themes/measured-names.ts'
import type { Cell } from './figures.ts'
import { m } from './messages.ts'

const ROUTES: Readonly<Record<string, Message<Plain>>> = {
  web: m.routeWeb,
  paper: m.routePaper,
  meeting: m.routeMeeting,
  phone: m.routePhone,
  'e-mail': m.routeEmail,
  text: m.routeText,
  partner: m.routePartner,
  import: m.routeImport,
}

const STANDINGS: Readonly<Record<string, Message<Plain>>> = {
  member: m.standingMember,
  'not-member': m.standingNotMember,
  unknown: m.standingUnknown,
}

const REASONS: Readonly<Record<string, Message<Plain>>> = {
  stranger: m.reasonStranger,
  insult: m.reasonInsult,
  hatred: m.reasonHatred,
  threat: m.reasonThreat,
  'private-person': m.reasonPrivate,
  unlawful: m.reasonUnlawful,
  advertising: m.reasonAdvertising,
  repetition: m.reasonRepetition,
}

export type Naming = (t: Translate, cell: Pick<Cell, 'key' | 'name'>) => string

export const routeName: Naming = (t, { key }) => sayOr(t, ROUTES[key], key)
export const standingName: Naming = (t, { key }) => sayOr(t, STANDINGS[key], key)
export const placeName: Naming = (t, { key, name }) => (key === '' ? t(m.noPlace) : (name ?? key))

/** The language in the reader's own words. */
export const languageName: Naming = (t, { key }) => {
  try {
    return new Intl.DisplayNames([t.language], { type: 'language' }).of(key) ?? key
  } catch {
    return key
  }
}

export function reasonName(t: Translate, reason: string): string {
  return t(REASONS[reason] ?? m.reasonOther)
}

export function countWords(t: Translate, count: number | null): string {
  return count === null ? t(m.few) : t.number(count)
}

/** "for 40, against 12, not assessed 3" */
export function countsInWords(t: Translate, counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([value, count]) => `${value === NOT_ASSESSED ? t(m.notAssessed) : value} ${t.number(count)}`)
    .join(', ')
}

function sayOr(t: Translate, message: Message<Plain> | undefined, otherwise: string): string {
  return message ? t(message) : otherwise
}

/** Words of another direction within a sentence keep their own (first-strong isolate, Unicode UAX 9). */
export const isolated = (words: string): string => `\u2068${words}\u2069`
