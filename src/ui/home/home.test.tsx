import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Hero, WayRound } from './home.tsx'

const names = ['Listen', 'Propose', 'Deliberate', 'Decide', 'Deliver', 'Learn']
const stages = names.map((name, at) => ({
  name,
  href: `/${name.toLowerCase()}`,
  note: '2 open',
  open: at === 3,
}))

test('the way round is six links in order; the circle is only for the eye', () => {
  const markup = render(<WayRound label="The way round" stages={stages} />)
  expect(markup).toContain(
    '<nav class="way" aria-label="The way round"><svg viewBox="0 0 100 100" aria-hidden="true">',
  )
  expect([...markup.matchAll(/<b>(\w+)<\/b>/g)].map((found) => found[1])).toEqual(names)
  expect(markup.match(/class="open-arc"/g)).toHaveLength(1)
})

test('the head of the front page holds its one h1', () => {
  const markup = render(<Hero title="Say it once." lead="See where it goes." actions={<a href="/">Go</a>} />)
  expect(markup.match(/<h1>/g)).toHaveLength(1)
})
