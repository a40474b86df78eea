import type { Clock } from '#core/time/clock.ts'

/** The clock of a demonstration whose time is being told. */
export function settableClock(start: Date): Clock & { setTo(at: Date): void } {
  let time = start
  return {
    now: () => time,
    setTo: (at) => {
      time = at
    },
  }
}
