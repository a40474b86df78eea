import { expect, test } from 'vitest'
import { maskWords, screenWords } from './screen-words.ts'

const found = (words: string) =>
  screenWords(words).map(({ kind, from, to }) => `${kind}: ${words.slice(from, to)}`)

test.each([
  ['Ring me on 07700 900123 any time', 'phone: 07700 900123'],
  ['or +44 (0)20 7946 0958.', 'phone: +44 (0)20 7946 0958'],
  ['(0113) 496 0123', 'phone: (0113) 496 0123'],
  ['proszę dzwonić +48 601 123 456', 'phone: +48 601 123 456'],
  ['میرا نمبر ۰۷۷۰۰۹۰۰۱۲۳ ہے', 'phone: ۰۷۷۰۰۹۰۰۱۲۳'],
  ['write to jo.bloggs@example.org please', 'e-mail: jo.bloggs@example.org'],
  ['jo (at) example.co.uk', 'e-mail: jo (at) example.co.uk'],
  ['I live in LS1 4AP', 'postcode: LS1 4AP'],
  ['sw1a1aa', 'postcode: sw1a1aa'],
  ['the damp at 12 Mill Street is bad', 'address: 12 Mill Street'],
  ['ul. Długa 12/4', 'address: ul. Długa 12/4'],
  ['ask Nasreen Akhtar', 'name: Nasreen Akhtar'],
  ['Mrs Okonkwo knows', 'name: Mrs Okonkwo'],
  ['My name is Xanthe Quill', 'name: My name is Xanthe Quill'],
  ['fy enw i yw Tegid Foel', 'name: fy enw i yw Tegid Foel'],
  ['میرا نام شازیہ ہے', 'name: میرا نام شازیہ ہے'],
  ['see https://example.org/me', 'web: https://example.org/me'],
])('%s', (words, what) => {
  expect(found(words)).toContain(what)
})

test.each([
  'The bus at 7.30 costs £2.80, and in 2019 it was 1,250,000 journeys.',
  'Between 2010 and 2015 the National Health Service lost 12 beds.',
  'Leeds and Bradford need a tram. So does North Wales.',
  'Mae angen bysiau ar Ogledd Cymru.',
  'Reg 12345678 of 2019',
  'I was 67 in 2024; rent is 850 a month.',
])('nothing in: %s', (words) => {
  expect(found(words)).toEqual([])
})

test('people of the organisation are known by their names', () => {
  const isKnown = (name: string) => name === 'Zebedee Thistle'
  expect(screenWords('Thank Zebedee Thistle for me', isKnown)).toHaveLength(1)
})

test('masked words keep everything else', () => {
  const words = 'Ring Nasreen Akhtar on 07700 900123, or write.'
  expect(maskWords(words, screenWords(words))).toBe('Ring [name] on [phone], or write.')
})
