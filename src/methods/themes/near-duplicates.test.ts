import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNearDuplicates } from './near-duplicates.ts'
import { plantedAnswers, type Slip, slipOf } from './planted-answers.ts'
import { editDistance } from './same-wording.ts'
import { seededRandom } from './seeded-random.ts'
import { hasTexts, petitionTitles, WITHOUT_TEXTS } from './themefinder-set.ts'

const SLIPS: readonly Slip[] = ['typing', 'order', 'case']

/** Plants `count` slips among the texts and says how many were found, and how many joins were none of them. */
function planted(texts: readonly string[], count: number): { recall: number; precision: number } {
  const random = seededRandom('slips')
  const own = findNearDuplicates(texts)
  const base = texts.filter((_, at) => own[at] === at)
  const from = Array.from({ length: count }, () => Math.floor(random() * base.length))
  const copies = from.map((at, n) => slipOf(base[at] ?? '', SLIPS[n % SLIPS.length] ?? 'case', random))
  const source = [...base.keys(), ...from]
  const leaders = findNearDuplicates([...base, ...copies])
  const joined = [...leaders.keys()].filter((at) => leaders[at] !== at)
  const right = joined.filter((at) => source[at] === source[leaders[at] ?? 0])
  const found = from.filter((at, n) => leaders[base.length + n] === leaders[at])
  return { recall: found.length / count, precision: right.length / joined.length }
}

test('finds planted typing errors, changed word order and case among answers', () => {
  const texts = plantedAnswers(1_200).map(({ text }) => text)
  const { recall, precision } = planted(texts, 300)
  expect(recall).toBeGreaterThanOrEqual(0.95)
  expect(precision).toBeGreaterThanOrEqual(0.99)
})

test.skipIf(!hasTexts)(
  `finds them among 32,873 petition titles${WITHOUT_TEXTS}`,
  { timeout: 300_000 },
  () => {
    const { recall, precision } = planted(petitionTitles(), 3_000)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.99)
  },
)

test('joins what differs only in case, order, accents, signs and a slip of the finger', () => {
  const texts = [
    'Keep the Café open!',
    'open the cafe KEEP',
    'Keep the caffe open',
    'Kepp the Café open',
    'Close the café',
  ]
  expect([...findNearDuplicates(texts)]).toEqual([0, 0, 0, 0, 4])
})

test('never joins different figures, words or an answer and its opposite', () => {
  const texts = [
    'Save bus 12',
    'Save bus 21',
    'Ban hunting',
    'Ban punting now',
    'Do not build it',
    'Do build it',
    'Raise tax',
    'Raise taxi',
  ]
  expect([...findNearDuplicates(texts)]).toEqual(texts.map((_, at) => at))
})

test('two words that many people use are two words, however near', () => {
  const many = (country: string) =>
    Array.from({ length: 12 }, (_, at) => `Accept more refugees from ${country} in year ${at}`)
  const leaders = findNearDuplicates([...many('Iran'), ...many('Iraq')])
  expect(new Set(leaders).size).toBe(24)
})

test('reads Urdu, Polish and unspaced scripts', () => {
  const texts = [
    'لائبریری کھلی رکھیں',
    'رکھیں کھلی لائبریری',
    'Zostawcie bibliotekę otwartą',
    'zostawcie biblioteke OTWARTA',
    '图书馆不要关门',
    '图书馆不要关门!',
  ]
  expect([...findNearDuplicates(texts)]).toEqual([0, 0, 2, 2, 4, 4])
})

test('any order of words is the same answer, the leader is the earliest, and empty answers stay alone', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(words, fc.integer(), (list, seed) => {
      const shuffled = slipOf(list.join(' '), 'order', seededRandom(String(seed)))
      return [...findNearDuplicates(['', list.join(' '), '?', shuffled, ''])].join() === '0,1,2,1,4'
    }),
  )
})

test('edits: leaving out, adding, changing and swapping cost one each', () => {
  expect(['plce', 'pplace', 'plane', 'palce', 'lapce'].map((word) => editDistance('place', word, 2))).toEqual(
    [1, 1, 1, 1, 2],
  )
})
