import { languageNamed } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { m } from './messages.ts'

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/
const MINUTE_MS = 60_000

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * The moment of `2026-11-24T19:00` on the clocks of a place; null for what is no time. An hour that the clocks leave out in
 * spring is the one after it; of the hour they repeat in autumn it is the first.
 */
export function momentIn(zone: string, local: string): Date | null {
  const found = LOCAL.exec(local)
  if (!found) return null
  const asUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asUtc) || isoLocal(new Date(asUtc), 'UTC') !== local) return null
  const earlier = asUtc - offsetAt(zone, asUtc - 12 * 60 * MINUTE_MS)
  const later = asUtc - offsetAt(zone, asUtc + 12 * 60 * MINUTE_MS)
  const fits = [earlier, later].filter((at) => isoLocal(new Date(at), zone) === local)
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(earlier, later))
}

/** The same the other way round: what the clocks of the place show. */
export function isoLocal(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

function offsetAt(zone: string, at: number): number {
  return Date.parse(`${isoLocal(new Date(at), zone)}:00Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

interface Times {
  startsAt: Date
  endsAt: Date
  timeZone: string
}

/** "Tuesday, 24 November 2026, 19:00 to 21:00 (Europe/London)": the hours of the place, whoever reads it wherever. */
export function whenWords(t: Translate, { startsAt, endsAt, timeZone }: Times): string {
  const { intl } = languageNamed(t.language)
  const day = new Intl.DateTimeFormat(intl, { dateStyle: 'full', timeZone })
  const time = new Intl.DateTimeFormat(intl, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const [from, until] = [time.format(startsAt), time.format(endsAt)]
  const isOneDay = day.format(startsAt) === day.format(endsAt)
  const words = { day: day.format(startsAt), from, until, zone: timeZone }
  return isOneDay ? t(m.when, words) : t(m.whenDays, { ...words, lastDay: day.format(endsAt) })
}
