import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { PromiseClock } from './promise-clock.tsx'

const ticks = (day: number, promisedDays: number) => {
  const markup = render(
    <PromiseClock day={day} promisedDays={promisedDays} label={`Day ${day} of ${promisedDays}`} />,
  )
  const count = (name: string) => {
    const path = markup.match(new RegExp(`class="${name}" d="([^"]*)"`))?.[1] ?? ''
    return path.split('z').length - 1
  }
  return { past: count('past'), today: count('today'), left: count('left'), over: count('over') }
}

test.each([
  [1, 28, { past: 0, today: 1, left: 27, over: 0 }],
  [19, 28, { past: 18, today: 1, left: 9, over: 0 }],
  [28, 28, { past: 27, today: 1, left: 0, over: 0 }],
  [31, 28, { past: 28, today: 0, left: 0, over: 3 }],
  [0, 14, { past: 0, today: 0, left: 14, over: 0 }],
])('day %i of %i', (day, promised, expected) => {
  expect(ticks(day, promised)).toEqual(expected)
})

test('a promise of a year, or a year of lateness, still fits on a phone', () => {
  for (const [day, promised] of [
    [100, 365],
    [400, 28],
    [30, 61],
  ] as const) {
    const { past, today, left, over } = ticks(day, promised)
    expect(past + today + left + over).toBeLessThanOrEqual(62)
    expect(over > 0).toBe(day > promised)
  }
})

test('the clock says itself in words', () => {
  expect(render(<PromiseClock day={2} promisedDays={28} label="Day 2 of 28" />)).toContain(
    'role="img" aria-label="Day 2 of 28"',
  )
})

test('a promise of a week is a short clock, not one of seven bricks', () => {
  expect(render(<PromiseClock day={1} promisedDays={7} label="Day 1 of 7" />)).toContain(
    'viewBox="0 0 240 40"',
  )
})
