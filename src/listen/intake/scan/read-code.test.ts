import { describe, expect, test } from 'vitest'
import { parseSlipCode, pathOfSlip } from '../slips/slip-code.ts'
import { readSlipCode } from './read-code.ts'
import { photograph } from './testing/photograph.ts'

describe('a code in a photograph', () => {
  const CODE = { number: 2417, code: 'K7WM2FQX' }
  const address = `https://example.org${pathOfSlip(CODE)}`

  test.each([0, 90, 180, 270, 17, 45, 200, 303])('is read when it lies at %i degrees', async (turn) => {
    expect(await readSlipCode(await photograph(address, { turn }))).toEqual(CODE)
  })

  test('is read when it is not sharp', async () => {
    expect(await readSlipCode(await photograph(address, { turn: 180, blur: 1.2 }))).toEqual(CODE)
  })

  test('is not made up where there is none, and what is no picture is none', async () => {
    expect(await readSlipCode(await photograph('https://elsewhere.example/menu'))).toBeNull()
    expect(await readSlipCode(Buffer.from('%PDF-1.7'))).toBeNull()
  })
})

test.each([
  ['2417-K7WM-2FQX', { number: 2417, code: 'K7WM2FQX' }],
  ['  2417 k7wm 2fqx ', { number: 2417, code: 'K7WM2FQX' }],
  ['https://example.org/intake/slip/2417-K7WM-2FQX', { number: 2417, code: 'K7WM2FQX' }],
  ['2417', null],
  ['2417-K7WM-2FQ', null],
  ['https://example.org/intake/slip/2417-K7WM-2FQX?then=/elsewhere', null],
])('%s is read as a code, or not', (typed, code) => {
  expect(parseSlipCode(typed)).toEqual(code)
})
