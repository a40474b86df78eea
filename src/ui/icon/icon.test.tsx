import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Icon, type IconName } from './icon.tsx'
import { shapes } from './shapes.ts'

test('an icon beside its word is silent', () => {
  expect(render(<Icon name="received" />)).toContain('aria-hidden="true"')
})

test('an icon alone has a name', () => {
  const markup = render(<Icon name="find" label="Find" />)
  expect(markup).toContain('role="img" aria-label="Find"')
  expect(markup).not.toContain('aria-hidden')
})

test.each(['passed-on', 'forward', 'back', 'answered'] satisfies IconName[])(
  '%s turns with the line of reading',
  (name) => {
    expect(render(<Icon name={name} />)).toContain('turns')
  },
)

test.each(['accepted', 'due-soon', 'tick', 'merged'] satisfies IconName[])(
  '%s never turns: ticks and clocks do not mirror',
  (name) => {
    expect(render(<Icon name={name} />)).not.toContain('turns')
  },
)

test('no icon carries a style or a colour of its own', () => {
  for (const name of Object.keys(shapes)) {
    if (name in shapes)
      expect(render(<Icon name={name as IconName} />)).not.toMatch(/style=|fill="#|stroke="#/)
  }
})
