import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Head } from './head.tsx'

test('a title in another language says so', () => {
  const markup = render(<Head title="سیلن کا معائنہ" lang="ur" dir="rtl" facts={['Submission 2417']} />)
  expect(markup).toContain('<h1 lang="ur" dir="rtl">')
  expect(markup).toContain('<li>Submission 2417</li>')
})

test('a title of a stranger is escaped', () => {
  expect(render(<Head title={'<b>x'} />)).toContain('&lt;b>x')
})
