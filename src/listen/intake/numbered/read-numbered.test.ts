import { describe, expect, test } from 'vitest'
import { readShort } from './testing/asked-buses.ts'

const whole = { 1: 'More buses.', 2: 'b', 3: 'a+b-', 4: 'Millbrook' }

describe('an answer by number', () => {
  test.each([
    ['1: More buses.\n2: b\n3a: agree\n3b: disagree\n4: Millbrook', whole],
    ['4: Millbrook\n3b: disagree\n2: b\n3a: agree\n1: More buses.', whole],
    ['1. More buses.\n2. B\n3a. Agree\n3b. Disagree\n4. Millbrook', whole],
    ['1) More buses.\n2) b)\n3 a) yes\n3 b) no\n4) Millbrook.', whole],
    ['(1) More buses.\n(2) (b)\n(3) a: y, b: n\n(4) Millbrook', whole],
    ['1 - More buses.\n2 - evenings\n3 - agree, disagree\n4 - Millbrook', whole],
    ['Question 1: More buses.\nQ2: b\nQ 3a: agree\nQ 3b: disagree\n#4: Millbrook', whole],
    ['**1:** More buses.\n**2:** b\n- 3a: 👍🏽\n- 3b: 👎\n* 4: Millbrook', whole],
    ['1:More buses.\n2:2\n3.1: agree\n3.2: disagree\n4:Millbrook', whole],
    ['1: More buses.\n\n2b\n3a agree\n3b disagree\n\n4: Millbrook', whole],
    ['1: More buses. 2: b 3a: agree 3b: disagree 4: Millbrook', whole],
    ['1: More buses. 2:b, 3a:agree, 3b:disagree, 4: Millbrook', whole],
    ['1: More buses.\n2: b) Evenings\n3: a) Buses should be free: agree; b) no\n4: Millbrook', whole],
    ['1: More buses.\n2: “evenings”\n3:\na: agree\nb: disagree\n4:\nMillbrook', whole],
    [
      '1: More buses.\n2: b\n3: Buses should be free: yes\nBuses should run at night: no\n4: Millbrook',
      whole,
    ],
  ])('is read however it is written: %#', (text, said) => {
    expect(readShort(text)).toEqual(said)
  })

  test.each([
    ['2: a, c', 'ac'],
    ['2: a c', 'ac'],
    ['2: ac', undefined],
    ['2: a and c', 'ac'],
    ['2: a & c', 'ac'],
    ['2: a/c', 'ac'],
    ['2: a+c', 'ac'],
    ['2: a\n2: c', 'ac'],
    ['2: 1, 3', 'ac'],
    ['2: mornings and sundays', 'ac'],
    ['2: MORNINGS.', 'a'],
    ['2: c!', 'c'],
    ['2: [c]', 'c'],
  ])('several of a choice: %s', (text, chosen) => {
    expect(readShort(text)).toMatchObject(chosen === undefined ? { unread: '2 no-option' } : { 2: chosen })
  })
})

describe('in other languages and scripts', () => {
  test.each([
    [
      '۱: ہماری بسیں شام کو رک جاتی ہیں\n۲: شام\n۳: متفق، متفق نہیں',
      { 1: 'ہماری بسیں شام کو رک جاتی ہیں', 2: 'b', 3: 'a+b-' },
    ],
    ['سوال ۲: ۲', { 2: 'b' }],
    ['\u200f۲\u200f: \u202bشام\u202c', { 2: 'b' }],
    ['\u2067۲:\u2069 b', { 2: 'b' }],
    ['۲: صبح، اتوار', { 2: 'ac' }],
    ['۲: صبح اور اتوار', { 2: 'ac' }],
    ['٢: شام', { 2: 'b' }],
    ['२: b', { 2: 'b' }],
    ['２：ｂ', { 2: 'b' }],
    ["2: gyda'r nos", { 2: 'b' }],
    ['2: W NIEDZIELE i rano', { 2: 'ac' }],
    ['Pytanie 3a: Zgadzam sie\n3b: nie', { 3: 'a+b-' }],
    ['۳.۱: ہاں', { 3: 'a+' }],
    ['۳: بسیں مفت ہوں: متفق', { 3: 'a+' }],
    ['۳: کوئی رائے نہیں، متفق', { 3: 'a0b+' }],
  ])('%j', (text, said) => {
    expect(readShort(text)).toEqual(said)
  })
})

describe('words and numbers together', () => {
  test.each([
    ['Our buses stop at six.\n2: b', { 1: 'Our buses stop at six.', 2: 'b' }],
    ['Dear all,\n1: More buses.\n2: b\n\nKind regards,\nNasreen', { 1: 'More buses.', 2: 'b' }],
    ['Our buses stop at six.', { 1: 'Our buses stop at six.' }],
    [
      '1: First line\nsecond line\n\nthird line\n2: b',
      { 1: 'First line\nsecond line\n\nthird line', 2: 'b' },
    ],
    ['Three things:\n1. buses\n2. trams', { 1: 'Three things:\n1. buses\n2. trams' }],
    [
      'Three things:\n\n1) buses\n2) trams\n3) trains',
      { 1: 'Three things:\n\n1) buses\n2) trams\n3) trains' },
    ],
    ['6:30 in the morning is too early.\n2: b', { 1: '6:30 in the morning is too early.', 2: 'b' }],
    ['2 buses a day are too few', { 1: '2 buses a day are too few' }],
    ['2.5 hours is what I wait', { 1: '2.5 hours is what I wait' }],
    ['2026: a year without a bus', { 1: '2026: a year without a bus' }],
    ['1: They come at 6:30 and at 2:15, line 3.', { 1: 'They come at 6:30 and at 2:15, line 3.' }],
    ['1: What is the trouble with buses? They stop at six.', { 1: 'They stop at six.' }],
    ['1: What is the trouble with buses?\nThey stop at six.', { 1: 'They stop at six.' }],
    ['1: More buses.\nI mean it. 2: b', { 1: 'More buses.\nI mean it.', 2: 'b' }],
    ['2: b\nBecause I work in the evenings', { 2: 'b', beside: 'Because I work in the evenings' }],
    ['2: b, since I work late', { 2: 'b', beside: 'since I work late' }],
    ['3a: yes, but only at night', { 3: 'a+', beside: 'but only at night' }],
    ['1: one\n1: two', { 1: 'one\n\ntwo' }],
    [
      '1: More buses.\nDear all I forgot: hello\n2: b',
      { 1: 'More buses.\nDear all I forgot: hello', 2: 'b' },
    ],
    ['Hello there friends\n1: More buses.', { 1: 'More buses.', beside: 'Hello there friends' }],
    ['1:\n2:\n3a:\n3b:\n4:', {}],
    ['', {}],
  ])('%j', (text, said) => {
    expect(readShort(text)).toEqual(said)
  })

  test('our own letter, come back between the lines, chooses nothing', () => {
    const text =
      '2. When would you ride?\na) Mornings\nb) Evenings\nc) Sundays\n2: b\n3. Do you agree?\na) Buses should be free\nb) Buses should run at night\n3a: agree'
    expect(readShort(text)).toEqual({ 2: 'b', 3: 'a+' })
  })
})
