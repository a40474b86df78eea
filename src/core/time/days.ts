import { DAY_MS } from './clock.ts'

/** The date (UTC) as `2026-11-22`. */
export function isoDate(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** The middle (UTC) of a day like `2026-11-22`: the same day in the words of every language. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** RFC 3339 in UTC, whole seconds: `2026-11-22T10:00:00Z`, the only form a leaf carries. */
export function isoSecond(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** When the clock on the wall changes next. */
export function startOfNextMinute(at: Date): Date {
  return new Date((Math.floor(at.getTime() / 60_000) + 1) * 60_000)
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS)
}

/** Whole days from one moment to another, rounded down; negative when `to` lies before `from`. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS)
}
