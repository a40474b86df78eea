import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { InLanguage } from './in-language.tsx'

test('words say their language and run in its direction, whatever stands around them', () => {
  expect(render(<InLanguage lang="ur">گھر کی نمی</InLanguage>)).toBe(
    '<bdi lang="ur" dir="rtl">گھر کی نمی</bdi>',
  )
})

test('words of no known language find their direction themselves', () => {
  expect(render(<InLanguage lang="">Tref</InLanguage>)).toBe('<bdi lang dir="auto">Tref</bdi>')
})
