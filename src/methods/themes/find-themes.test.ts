import { expect, test } from 'vitest'
import { findThemes } from './find-themes.ts'
import { adjustedMutualInformation } from './mutual-information.ts'
import { plantedAnswers } from './planted-answers.ts'
import { f1ByTheme } from './theme-agreement.ts'
import { gamblingAnswers, hasTexts, themefinderAnswers, WITHOUT_TEXTS } from './themefinder-set.ts'

const planted = plantedAnswers(300)
const texts = planted.map(({ text }) => text)

test('planted topics are found, each answer is in at most three themes, and the least is in one', async () => {
  const { answers, themes } = await findThemes(texts)
  const first = answers.map(({ themes: [id] }) => themes.find((theme) => theme.id === id)?.id.split('.')[0])
  expect(
    adjustedMutualInformation(
      first,
      planted.map(({ topic }) => topic),
    ),
  ).toBeGreaterThan(0.6)
  for (const answer of answers) {
    expect(answer.themes.length).toBeGreaterThanOrEqual(1)
    expect(answer.themes.length).toBeLessThanOrEqual(3)
    expect(answer.sure.every((share) => share >= 0 && share <= 1)).toBe(true)
  }
})

test('sizes, parents and quotations agree with the answers', async () => {
  const { answers, themes } = await findThemes(texts)
  for (const theme of themes) {
    const inside = answers.filter(({ themes: ids }) =>
      ids.some((id) => id === theme.id || id.startsWith(`${theme.id}.`)),
    )
    expect(inside.length).toBe(theme.size)
    if (theme.parent) expect(themes.some(({ id, parent }) => id === theme.parent && !parent)).toBe(true)
    for (const { row, text } of theme.quotations) expect(texts[row - 1]?.trim()).toBe(text)
    expect(theme.label).not.toBe('')
  }
})

test('the same answers give the same themes to the letter, and another seed changes only how well they are tested', async () => {
  const [one, again, other] = [
    await findThemes(texts),
    await findThemes(texts),
    await findThemes(texts, { seed: 'another' }),
  ]
  expect(again).toEqual(one)
  expect(other.themes).toEqual(one.themes)
  const story = (found: typeof one) => found.answers.map(({ sure, ...rest }) => rest)
  expect(story(other)).toEqual(story(one))
  expect(one.stability[0]?.seeds).toBeGreaterThan(0.9)
})

test('six answers about one small thing among three hundred stay a theme of their own', async () => {
  const small = [
    'Guide dogs are refused on the ferry',
    'The ferry refused my guide dog',
    'Ferry staff refuse guide dogs',
    'My guide dog was refused by the ferry',
    'Why does the ferry refuse a guide dog?',
    'Guide dogs refused again on the ferry',
  ]
  const { answers, themes } = await findThemes([...texts, ...small])
  const ids = answers.slice(-small.length).map(({ themes: [id] }) => id)
  expect(new Set(ids).size).toBe(1)
  const theme = themes.find(({ id }) => id === ids[0])
  expect(theme?.size).toBeLessThanOrEqual(12)
  expect(theme?.words.join(' ')).toMatch(/guide|ferry/i)
})

test('repeated answers count, and say which answer they repeat', async () => {
  const { answers, made } = await findThemes([...texts, texts[0]?.toUpperCase() ?? ''])
  expect(answers.at(-1)).toMatchObject({ row: 301, duplicate_of: 1, themes: answers[0]?.themes })
  expect(made.duplicates).toBeGreaterThanOrEqual(1)
})

test('languages with answers enough have themes of their own', async () => {
  const welsh = Array.from({ length: 30 }, (_, at) =>
    at % 2 ? `Mae angen mwy o fysiau ym mhentref rhif ${at}` : `Cadwch y llyfrgell ar agor yn nhref ${at}`,
  )
  const languages = [...texts.map(() => 'en'), ...welsh.map(() => 'cy')]
  const { answers, themes, stability } = await findThemes([...texts, ...welsh], { languages })
  const ofWelsh = new Set(answers.slice(-30).flatMap(({ themes: ids }) => ids))
  expect(themes.filter(({ id }) => ofWelsh.has(id)).every(({ language }) => language === 'cy')).toBe(true)
  expect(stability.map(({ language }) => language)).toEqual(['en', 'cy'])
})

test.each([
  ['nothing', []],
  ['one answer', ['Yes']],
  ['only empty answers', ['', ' ', '?']],
  ['the same answer a hundred times', Array<string>(100).fill('Save the bus')],
  ['odd signs', ['\u0000\ud800', '👍👍', '‮evil‬', 'x'.repeat(50_000), '=1+1', '<b>', 'ok', 'NHS']],
])('%s is no reason to fail', async (_, odd) => {
  const found = await findThemes(odd)
  expect(found.answers.length).toBe(odd.length)
})

test.skipIf(!hasTexts)(`agrees with the published themes${WITHOUT_TEXTS}`, { timeout: 300_000 }, async () => {
  const coded = themefinderAnswers()
  const { answers } = await findThemes(coded.map(({ text }) => text))
  const alone = [...coded.keys()].filter((at) => coded[at]?.labels.length === 1)
  const agreement = adjustedMutualInformation(
    alone.map((at) => coded[at]?.labels[0]),
    alone.map((at) => answers[at]?.themes[0]),
  )
  const { macro, micro } = f1ByTheme(
    coded.map(({ labels }) => labels),
    answers.map(({ themes }) => themes),
  )
  console.info(
    `themefinder, corpus vectors: AMI ${agreement.toFixed(3)}, F1 ${macro.toFixed(3)} (micro ${micro.toFixed(3)})`,
  )
  expect(agreement).toBeGreaterThan(0.946)
  expect(macro).toBeGreaterThanOrEqual(0.9)
  for (const question of [1, 2] as const) {
    const small = gamblingAnswers(question)
    const found = await findThemes(small.map(({ text }) => text))
    const { macro: f1 } = f1ByTheme(
      small.map(({ labels }) => labels),
      found.answers.map(({ themes }) => themes),
    )
    console.info(`gambling XS ${question}, corpus vectors: F1 ${f1.toFixed(3)}`)
    expect(f1).toBeGreaterThan(0.3)
  }
})
