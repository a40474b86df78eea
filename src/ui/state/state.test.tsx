import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Mark } from '../mark/mark.tsx'
import { State } from './state.tsx'

test('the state is a named region: mark, one breath, what is next', () => {
  const markup = render(
    <State
      heading="Where it is now"
      mark={<Mark status="considered">Being considered</Mark>}
      next="Item 1 on Thursday"
    >
      With <strong>Housing</strong> since 3 November.
    </State>,
  )
  expect(markup).toContain('<section class="state" aria-label="Where it is now">')
  expect(markup.indexOf('Being considered')).toBeLessThan(markup.indexOf('since 3 November'))
  expect(markup).toContain('Item 1 on Thursday')
})

test('lateness is a shape of the frame too', () => {
  expect(
    render(
      <State heading="Now" late mark={<Mark status="overdue">3 days over</Mark>}>
        x
      </State>,
    ),
  ).toContain('state overdue')
})
