import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Button } from '../button/button.tsx'
import { Mark } from '../mark/mark.tsx'
import { BulkBar, Desk, QueueGroup, QueueItem } from './desk.tsx'

const item = (
  <QueueItem
    current
    title={{ words: 'Count empty homes', href: '/desk/2288' }}
    facts="2288, Highfold"
    mark={<Mark status="overdue">3 days over</Mark>}
    choose={{ value: '2288', label: 'Choose matter 2288', form: 'bulk', checked: true }}
  />
)

test('the queue is headed, with a list under each heading, the matter an article', () => {
  const markup = render(
    <Desk label="Queue by due date" queue={<QueueGroup heading="Overdue, 1">{item}</QueueGroup>}>
      <h2>Count empty homes</h2>
    </Desk>,
  )
  expect(markup).toContain('<h2 class="unseen">Queue by due date</h2>')
  expect(markup).toMatch(/<h3>Overdue, 1<\/h3><ol class="bare"><li class="queued here">/)
  expect(markup).toContain('aria-current="true">Count empty homes</a>')
  expect(markup).toContain('<article')
})

test('a box in the queue belongs to the form of the bulk bar', () => {
  const bar = render(
    <BulkBar
      label="Act on what is chosen"
      id="bulk"
      action="/desk/bulk"
      hidden={{ csrf: 'x' }}
      words="Choose matters"
    >
      <Button name="outcome" value="passed-on">
        Pass on
      </Button>
    </BulkBar>,
  )
  expect(bar).toContain(
    '<form class="bulk" id="bulk" method="post" action="/desk/bulk" aria-label="Act on what is chosen">',
  )
  expect(render(item)).toContain('name="matter" value="2288" checked form="bulk"')
  expect(bar).toContain('name="outcome" value="passed-on"')
})
