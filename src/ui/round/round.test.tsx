import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Round, type Stage } from './round.tsx'

test('the round says its stage in words', () => {
  expect(render(<Round stage={3} label="Stage 3 of 6: Deliberate" />)).toContain(
    'role="img" aria-label="Stage 3 of 6: Deliberate"',
  )
})

test.each([1, 4, 6] satisfies Stage[])(
  'at stage %i the arcs before are done and those after are ahead',
  (stage) => {
    const classes = [...render(<Round stage={stage} label="" />).matchAll(/class="(now|done|ahead)"/g)].map(
      (found) => found[1],
    )
    expect(classes.indexOf('now')).toBe(stage - 1)
    expect(classes.filter((name) => name === 'done')).toHaveLength(stage - 1)
    expect(classes.filter((name) => name === 'ahead')).toHaveLength(6 - stage)
  },
)
