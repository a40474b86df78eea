import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { BarRows, Chart } from './chart.tsx'

test('a chart says what was found, how, and gives its numbers', () => {
  const markup = render(
    <Chart
      finding="Most are on time"
      method="212 answers"
      numbers={{ summary: 'The numbers', table: <table /> }}
    >
      <svg role="img" aria-label="Days taken" />
    </Chart>,
  )
  expect(markup).toMatch(/^<figure class="chart"><figcaption>Most are on time<\/figcaption><svg/)
  expect(markup).toContain('<details><summary>The numbers</summary><table>')
})

test('bars are a table to the ear', () => {
  const rows = [{ label: '29 to 42 days', words: '17', share: 0.28, late: true }]
  const markup = render(<BarRows caption="Days taken" headings={['Days', 'Answers']} rows={rows} />)
  expect(markup).toContain('<th scope="col">Days</th><th scope="col">Answers</th>')
  expect(markup).toContain('<th scope="row">29 to 42 days</th>')
  expect(markup).toContain('<span>17</span>')
  expect(markup).toMatch(/<svg class="bar late"[^>]*aria-hidden="true"/)
})
