import { expect, test } from 'vitest'
import { measuredNames, NOT_ASSESSED, wilson } from './measured-names.ts'
import { plantedAnswers } from './planted-answers.ts'
import { hasTexts, themefinderAnswers, WITHOUT_TEXTS } from './themefinder-set.ts'

/** Answers that begin for or against, in words that a model can learn. */
function pleas(count: number, way: 'for' | 'against'): string[] {
  return plantedAnswers(count, way).map(({ text }) =>
    way === 'for' ? `I support the plan gladly: ${text}` : `I oppose the scheme sadly: ${text}`,
  )
}

test('learns from coded answers, says how well, and leaves people’s own codes alone', () => {
  const texts = [...pleas(60, 'for'), ...pleas(40, 'against')]
  const truth = texts.map((_, at) => (at < 60 ? 'for' : 'against'))
  const codes = truth.map((name, at) => (at === 0 ? 'against' : at % 2 ? name : ''))
  const { names, measured } = measuredNames(
    texts,
    codes,
    texts.map(() => 'en'),
  )
  expect(measured[0]).toMatchObject({ language: 'en', coded: 51, is_assessed: true })
  expect(measured[0]?.accuracy).toBeGreaterThan(0.9)
  expect(names[0]).toBe('against')
  expect(names.slice(1).filter((name, at) => name === truth[at + 1]).length).toBeGreaterThan(94)
})

test('codes that have nothing to do with the words are never turned into guesses', () => {
  const texts = plantedAnswers(200).map(({ text }) => text)
  const codes = texts.map((_, at) => (at < 120 ? (Math.floor(at / 6) % 3 ? 'for' : 'against') : ''))
  const { names, measured } = measuredNames(
    texts,
    codes,
    texts.map(() => 'en'),
  )
  expect(measured[0]?.is_assessed).toBe(false)
  expect(names.slice(120).every((name) => name === NOT_ASSESSED)).toBe(true)
})

test('a language without codes enough is not assessed, whatever another language shows', () => {
  const texts = [...pleas(60, 'for'), ...pleas(40, 'against'), 'Rwy’n cefnogi', 'Popieram plan']
  const codes = texts.map((_, at) => (at < 60 ? 'for' : at < 100 ? 'against' : ''))
  const languages = texts.map((_, at) => (at < 100 ? 'en' : at === 100 ? 'cy' : 'pl'))
  const { names, measured } = measuredNames(texts, codes, languages)
  expect(names.slice(100)).toEqual([NOT_ASSESSED, NOT_ASSESSED])
  expect(measured.map(({ language }) => language)).toEqual(['en'])
})

test('the interval of a share, as Wilson has it', () => {
  const [low, high] = wilson(8, 10)
  expect(low).toBeCloseTo(0.4902, 4)
  expect(high).toBeCloseTo(0.9433, 4)
})

test.skipIf(!hasTexts)(`stance against the published labels${WITHOUT_TEXTS}`, { timeout: 300_000 }, () => {
  const coded = themefinderAnswers()
  const { measured } = measuredNames(
    coded.map(({ text }) => text),
    coded.map(({ position }) => position),
    coded.map(() => 'en'),
  )
  console.info('themefinder, stance:', JSON.stringify(measured[0]))
  expect(measured[0]).toMatchObject({ coded: 1000, always: 0.759, is_assessed: true })
  expect(measured[0]?.accuracy).toBeGreaterThan(0.85)
})
