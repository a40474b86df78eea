/** The one source of "now". Slices are handed a time; they never ask the machine for it. */
export interface Clock {
  now(): Date
}

export const DAY_MS = 86_400_000

/** The machine's clock, moved on by whole days in a demonstration. */
export function machineClock(daysAhead: () => number = () => 0): Clock {
  return { now: () => new Date(Date.now() + daysAhead() * DAY_MS) }
}

/** A clock for tests that stands still until it is moved. */
export function handSetClock(start: Date): Clock & { moveOn(ms: number): void } {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    moveOn: (ms) => {
      now += ms
    },
  }
}
