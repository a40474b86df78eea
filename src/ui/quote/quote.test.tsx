import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Quote, Said } from './quote.tsx'

test('words keep their language and direction', () => {
  expect(
    render(
      <Said lang="ur" dir="rtl">
        سلام
      </Said>,
    ),
  ).toContain('lang="ur" dir="rtl"><p dir="auto">سلام</p>')
})

test('words of an unknown language find their own direction', () => {
  expect(render(<Said>שלום</Said>)).toContain('dir="auto"')
})

test('plain words keep their paragraphs and nothing in them is markup', () => {
  expect(render(<Said lang="en">{'One\n\n<img src=x onerror=alert(1)>'}</Said>)).toContain(
    '<p dir="auto">One</p><p dir="auto">&lt;img src=x onerror=alert(1)></p>',
  )
})

test('a quotation says who spoke', () => {
  expect(render(<Quote by="Nasreen A.">x</Quote>)).toContain('<figcaption>Nasreen A.</figcaption></figure>')
})
