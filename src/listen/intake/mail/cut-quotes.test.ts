import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutQuotes } from './cut-quotes.ts'

test.each([
  ['Our buses stop at six.\n\n-- \nNasreen Akhtar\n07700 900123', 'Our buses stop at six.'],
  [
    'Yes, also on Sundays.\n\nOn Mon, 2 Nov 2026 at 09:00, The Alliance <x@y.example> wrote:\n> Thank you.\n> Number 2431',
    'Yes, also on Sundays.',
  ],
  [
    'جی ہاں، اتوار کو بھی۔\n\nبروز پیر 2 نومبر 2026 کو 09:00 بجے The Alliance نے لکھا:\n> Thank you.',
    'جی ہاں، اتوار کو بھی۔',
  ],
  ['Tak.\n\nW dniu pon., 2 lis 2026 o 09:00 The Alliance\n<x@y.example> napisał(a):\n\n> Thank you.', 'Tak.'],
  ['Above\n\n> asked this\n\nBelow it is answered.', 'Above\nBelow it is answered.'],
  ['More please.\n\n-----Original Message-----\nFrom: x\nSent: y', 'More please.'],
  ['More please.\n\n________________________________\nFrom: The Alliance', 'More please.'],
  [
    'More.\n\nVon: The Alliance <x@y.example>\nGesendet: Montag\nAn: Nasreen\nBetreff: Danke\n\nThank you',
    'More.',
  ],
  ['More buses\n\nSent from my telephone', 'More buses'],
  ['Three things:\n1. buses\n2. trams', 'Three things:\n1. buses\n2. trams'],
  [
    '> 1. Why?\n1: At 18:30 in 2026\n\n> 2. When?\n2:\n\n> 3. Where?\n3: Here',
    '1: At 18:30 in 2026\n2:\n3: Here',
  ],
  ['First\n\n\n\n\nsecond', 'First\n\nsecond'],
])('of a mail what the person wrote stays: %#', (text, own) => {
  expect(cutQuotes(text)).toBe(own)
})

test('words without any sign of a quote stay as they are', () => {
  const line = fc
    .stringMatching(/^[a-zA-Z0-9 .,!?]{0,60}[a-z.]$/)
    .filter((text) => !/^(sent|get|gesendet|enviado)/i.test(text))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const text = lines.map((one) => one.trim()).join('\n')
      expect(cutQuotes(text)).toBe(text)
    }),
  )
})
