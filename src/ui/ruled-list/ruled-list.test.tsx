import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Mark } from '../mark/mark.tsx'
import { Round } from '../round/round.tsx'
import { Item, RuledList } from './ruled-list.tsx'

test('a matter in a list: its title is the link, its mark and facts follow', () => {
  const markup = render(
    <RuledList ordered>
      <Item
        round={<Round stage={1} label="Stage 1 of 6: Listen" />}
        title={{ words: 'اسکول کا دن', href: '/calls/7', lang: 'ur', dir: 'rtl' }}
        mark={<Mark status="due-soon">Closes Friday</Mark>}
        facts={['212 answers']}
      >
        In any language.
      </Item>
    </RuledList>,
  )
  expect(markup).toMatch(/^<ol class="ruled bare">/)
  expect(markup).toContain('<h3 class="item-title" lang="ur" dir="rtl"><a href="/calls/7">')
  expect(markup).toContain('<p>In any language.</p>')
  expect(markup.indexOf('Closes Friday')).toBeLessThan(markup.indexOf('212 answers'))
})

test('where order means nothing the list is not numbered', () => {
  expect(render(<RuledList label="Near you">x</RuledList>)).toBe(
    '<ul class="ruled bare" aria-label="Near you">x</ul>',
  )
})

test('right under the title of a page the items are of the second level', () => {
  expect(render(<Item level={2} title={{ words: 'Noor' }} />)).toContain('<h2 class="item-title">Noor</h2>')
})
