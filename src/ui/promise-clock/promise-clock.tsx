export type PromiseClockProps = {
  /** The day it is, the first being 1. For a figure of the past ("the middle answer took 17"), that day. */
  day: number
  promisedDays: number
  /** "Day 19 of the 28 promised": the same in words, for the ear. */
  label: string
  size?: 'small'
}

/** More ticks than this cannot be told apart on a phone, so each then stands for several days. */
const mostTicks = 60
/** A short promise takes less of the width rather than having ticks as wide as bricks. */
const fewestTicks = 24

/** One tick a day: past filled, today tall, to come hollow, past its promise pointed. Always beside its words. */
export function PromiseClock({ day, promisedDays, label, size }: PromiseClockProps) {
  const { past, today, left, over } = ticksOf(day, promisedDays)
  const total = past + today + left + over
  return (
    <svg
      class={size ? `clock ${size}` : 'clock'}
      viewBox={`0 0 ${Math.max(total, fewestTicks) * 10} 40`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {past > 0 && <path class="past" d={`M1 10${'h8v24h-8zm10 0'.repeat(past)}`} />}
      {today > 0 && <path class="today" d={`M${past * 10 + 1} 0h8v40h-8z`} />}
      {left > 0 && (
        <path class="left" d={`M${(past + today) * 10 + 1.5} 10.5${'h7v23h-7zm10 0'.repeat(left)}`} />
      )}
      {over > 0 && <path class="over" d={`M${past * 10 + 1} 10${'l4-8 4 8v24h-8zm10 0'.repeat(over)}`} />}
    </svg>
  )
}

function ticksOf(day: number, promisedDays: number) {
  const daysATick = Math.max(1, Math.ceil(Math.max(day, promisedDays) / mostTicks))
  const ticks = (days: number) => Math.ceil(Math.max(0, days) / daysATick)
  const late = day > promisedDays
  if (late) return { past: ticks(promisedDays), today: 0, left: 0, over: ticks(day - promisedDays) }
  const past = ticks(day - 1)
  const today = day >= 1 ? 1 : 0
  return { past, today, left: Math.max(0, ticks(promisedDays) - past - today), over: 0 }
}
