import { expect, test } from 'vitest'
import { readText, textInput } from './text-input.ts'

test.each([
  ['2417 our buses stop at six', 2417, 'our buses stop at six'],
  ['#2417: our buses', 2417, 'our buses'],
  ['۲۴۱۷ ہماری بسیں', 2417, 'ہماری بسیں'],
  ['٢٤١٧، حافلاتنا', 2417, 'حافلاتنا'],
  ['२४१७ हमारी बसें', 2417, 'हमारी बसें'],
  ['২৪১৭ আমাদের বাস', 2417, 'আমাদের বাস'],
  ['２４１７ 公車', 2417, '公車'],
  ['our 12 buses', null, 'our 12 buses'],
  ['12b is late', null, '12b is late'],
  ['2417', 2417, ''],
])('“%s”', (text, call, words) => {
  expect(readText(text)).toEqual({ call, words })
})

test('a number is the same however it is written', () => {
  const from = (text: string) => textInput.safeParse({ id: '1', from: text, text: 'x' }).data?.from
  expect([from('+44 (7700) 900-123'), from('00447700900123')]).toEqual(['+447700900123', '+447700900123'])
  expect(from('ALERTS')).toBeUndefined()
})
