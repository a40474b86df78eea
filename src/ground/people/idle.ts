import { addDays, isoDate } from '#core/time/days.ts'

/** Longer than a fortnightly meeting is apart; a lent tablet is forgotten by then. */
const IDLE_DAYS = 14
/** For whoever holds a grave role: a desk left in the evening is shut the next morning, and nobody is sent away over lunch. */
const IDLE_HOURS_IN_GRAVE_ROLE = 12

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
/**
 * Of the day a session was last used we keep a quarter, and that for holders of grave roles alone: finer, it could be joined to what
 * was handed in without a name. So it is written four times a day at most, and once a day for everybody else.
 */
const QUARTER_HOURS = 6

/** When a session was last used, as coarsely as it is kept. */
export interface Use {
  seenOn: string
  usedFrom: Date | null
}

export function useAt(now: Date, isInGraveRole: boolean): Use {
  const quarter = QUARTER_HOURS * HOUR_MS
  const usedFrom = isInGraveRole ? new Date(now.getTime() - (now.getTime() % quarter)) : null
  return { seenOn: isoDate(now), usedFrom }
}

export function isSameUse(one: Use, other: Use): boolean {
  return one.seenOn === other.seenOn && one.usedFrom?.getTime() === other.usedFrom?.getTime()
}

/** True once nobody can have used it for so long: counted from the end of the day, or of its quarter, so that none ends early. */
export function isIdle(
  { seenOn, usedFrom }: Use,
  { now, isInGraveRole }: { now: Date; isInGraveRole: boolean },
) {
  const lastUse = usedFrom
    ? usedFrom.getTime() + QUARTER_HOURS * HOUR_MS
    : Date.parse(`${seenOn}T00:00:00Z`) + DAY_HOURS * HOUR_MS
  const hours = isInGraveRole || usedFrom !== null ? IDLE_HOURS_IN_GRAVE_ROLE : IDLE_DAYS * DAY_HOURS
  return now.getTime() > lastUse + hours * HOUR_MS
}

/** What is idle by its row alone: `seenOn` or `usedFrom` before these. */
export function idleBefore(now: Date): { seenOn: string; usedFrom: Date } {
  return {
    seenOn: isoDate(addDays(now, -IDLE_DAYS - 1)),
    usedFrom: new Date(now.getTime() - (IDLE_HOURS_IN_GRAVE_ROLE + QUARTER_HOURS) * HOUR_MS),
  }
}
