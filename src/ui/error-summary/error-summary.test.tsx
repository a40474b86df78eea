import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'

const markup = render(
  <ErrorSummary
    title="Two things are missing"
    problems={[{ field: 'title', message: 'Give it a title' }, { message: 'The list was closed' }]}
  >
    What you typed is kept.
  </ErrorSummary>,
)

test('the summary is announced, named by its title, and takes the focus', () => {
  expect(markup).toMatch(
    /^<div class="error-summary" role="alert" aria-labelledby="problems" tabindex="-1" autofocus>/,
  )
  expect(markup).toContain('<h2 id="problems">')
})

test('each problem links to its box, one without a box is words', () => {
  expect(markup).toContain('<li><a href="#title">Give it a title</a></li><li>The list was closed</li>')
})
