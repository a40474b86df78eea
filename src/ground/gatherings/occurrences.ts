export const RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** No more than a year of weeks at once: what is announced should be meant. */
export const MOST_TIMES = 53

/** By the clocks of the place, as `2026-11-24T19:00`. */
export interface LocalTimes {
  starts: string
  ends: string
}

/**
 * Every time of a gathering that repeats, the first included, up to a last day (`2027-03-31`): each at the same hour by the clocks of the
 * place, whatever these do in between. Monthly is the same weekday of the month (the second Tuesday); from the 29th on it is the last one.
 * At most one more than `MOST_TIMES`, so that too many can be told.
 */
export function occurrencesOf(
  { starts, ends }: LocalTimes,
  { rhythm, untilOn }: { rhythm: Rhythm; untilOn: string },
): LocalTimes[] {
  const first = dayOf(starts)
  const times: LocalTimes[] = []
  for (let turn = 0; times.length <= MOST_TIMES; turn += 1) {
    const day = dayOfTurn(first, rhythm, turn)
    if (textOf(day) > untilOn) break
    const shift = day - first
    times.push({ starts: shifted(starts, shift), ends: shifted(ends, shift) })
  }
  return times
}

const DAY_MS = 86_400_000

/** A day as a count of days, so that no clock has a say. */
const dayOf = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / DAY_MS
const textOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** So many days later, at the same hour. */
export const shifted = (local: string, days: number) => `${textOf(dayOf(local) + days)}${local.slice(10)}`

/** From the day of one local time to that of another. */
export const daysBetween = (from: string, to: string) => dayOf(to) - dayOf(from)

function dayOfTurn(first: number, rhythm: Rhythm, turn: number): number {
  if (rhythm === 'weekly') return first + 7 * turn
  return rhythm === 'fortnightly' ? first + 14 * turn : weekdayOfMonth(first, turn)
}

function weekdayOfMonth(first: number, months: number): number {
  const day = new Date(first * DAY_MS)
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months]
  const isLast = day.getUTCDate() > 28
  const week = Math.ceil(day.getUTCDate() / 7)
  if (isLast) {
    const end = Date.UTC(year, month + 1, 0) / DAY_MS
    return end - ((weekday(end) - day.getUTCDay() + 7) % 7)
  }
  const begin = Date.UTC(year, month, 1) / DAY_MS
  return begin + ((day.getUTCDay() - weekday(begin) + 7) % 7) + 7 * (week - 1)
}

const weekday = (day: number) => new Date(day * DAY_MS).getUTCDay()
