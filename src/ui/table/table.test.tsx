import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Table } from './table.tsx'

const columns = [{ heading: 'Route' }, { heading: 'Answers', numeric: true }]
const rows = [{ cells: ['Web', '24 902'] }, { cells: ['All', '40 118'], total: true }]

test('a table has a caption, column heads and row heads', () => {
  const markup = render(<Table caption="Answers by route" columns={columns} rows={rows} />)
  expect(markup).toContain('<caption>Answers by route</caption>')
  expect(markup).toContain('<th scope="col" class="number">Answers</th>')
  expect(markup).toContain('<th scope="row">Web</th><td class="number">24 902</td>')
  expect(markup).toContain('<tr class="total">')
})

test('what may scroll sideways can be reached with the keyboard', () => {
  expect(render(<Table caption="Answers" columns={columns} rows={rows} />)).toMatch(
    /^<section class="sideways" aria-label="Answers" tabindex="0">/,
  )
})

test('a folding table keeps its roles and labels its cells', () => {
  const markup = render(<Table folds hideCaption caption="Answers" columns={columns} rows={rows} />)
  expect(markup).toMatch(/^<table class="folds" role="table"><caption class="unseen">/)
  expect(markup).toContain('role="rowheader">Web</th><td class="number" role="cell" data-label="Answers">')
})
