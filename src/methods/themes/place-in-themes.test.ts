import { expect, test } from 'vitest'
import { findThemes } from './find-themes.ts'
import { adjustedMutualInformation } from './mutual-information.ts'
import { placeInThemes } from './place-in-themes.ts'
import { plantedAnswers } from './planted-answers.ts'
import { packSpace, readSpace, vectorsIn } from './theme-space.ts'
import { hasTexts, themefinderAnswers, WITHOUT_TEXTS } from './themefinder-set.ts'

const planted = plantedAnswers(300)
const SMALL = [
  'Guide dogs are refused on the ferry',
  'The ferry refused my guide dog',
  'Ferry staff refuse guide dogs',
  'My guide dog was refused by the ferry',
  'Why does the ferry refuse a guide dog?',
  'Guide dogs refused again on the ferry',
]

async function standing(texts: readonly string[]) {
  const found = await findThemes(texts, { describe: true })
  const [part] = found.described ?? []
  if (!part) throw new Error('nothing was described')
  return { found, part }
}

/** By found theme, what people most often called its answers. */
function commonest(pairs: readonly (readonly [id: string, name: string])[]): Map<string, string> {
  const named = Map.groupBy(pairs, ([id]) => id)
  return new Map(
    [...named].map(([id, all]) => {
      const counts = [...Map.groupBy(all, ([, name]) => name)].sort((a, b) => b[1].length - a[1].length)
      return [id, counts[0]?.[0] ?? '']
    }),
  )
}

test('answers placed again go to the themes they were found in, also through bytes', async () => {
  const texts = planted.map(({ text }) => text)
  const { found, part } = await standing(texts)
  const again = placeInThemes(texts, { ...part, space: readSpace(packSpace(part.space)) })
  const same = again.filter(({ themes }, at) => themes[0] === found.answers[at]?.themes[0]).length
  expect(same / texts.length).toBeGreaterThan(0.97)
  expect(again.flatMap(({ sure }) => sure).every((share) => share >= 0 && share <= 1)).toBe(true)
})

test('new answers go where their topic is', async () => {
  const [old, fresh] = [planted.slice(0, 240), planted.slice(240)]
  const { found, part } = await standing(old.map(({ text }) => text))
  const topicOf = commonest(found.answers.map(({ themes: [id = ''] }, at) => [id, old[at]?.topic ?? '']))
  const placed = placeInThemes(
    fresh.map(({ text }) => text),
    part,
  )
  const right = placed.filter(({ themes: [id = ''] }, at) => topicOf.get(id) === fresh[at]?.topic).length
  expect(right / fresh.length).toBeGreaterThan(0.8)
})

test('what fits no theme stays without, and a small theme takes its own', async () => {
  const { found, part } = await standing([...planted.map(({ text }) => text), ...SMALL])
  const ferry = found.answers.at(-1)?.themes[0]
  const [none, small] = placeInThemes(['xyzzy quux wibble', 'My guide dog was refused on the ferry'], part)
  expect(none).toEqual({ themes: [], sure: [] })
  expect(small?.themes).toContain(ferry)
})

test('a merged theme has several middles and is told once', async () => {
  const texts = planted.map(({ text }) => text)
  const { part } = await standing(texts)
  const [one, other, ...rest] = part.themes
  if (!one || !other) throw new Error('too few themes')
  const merged = { id: one.id, centres: [...one.centres, ...other.centres] }
  const [before, after] = [
    placeInThemes(texts, part),
    placeInThemes(texts, { ...part, themes: [merged, ...rest] }),
  ]
  const inEither = before.filter(({ themes: [id] }) => id === one.id || id === other.id).length
  expect(after.filter(({ themes: [id] }) => id === one.id).length).toBe(inEither)
  expect(after.every(({ themes }) => new Set(themes).size === themes.length)).toBe(true)
})

test('bytes that are no space are refused', () => {
  expect(() => readSpace(Buffer.from('no'))).toThrow(RangeError)
  expect(() => readSpace(Buffer.alloc(64))).toThrow(RangeError)
})

test.skipIf(!hasTexts)(
  `of 1,000 published answers 200 are placed by 800${WITHOUT_TEXTS}`,
  { timeout: 300_000 },
  async () => {
    const coded = themefinderAnswers()
    const isFresh = (at: number) => at % 5 === 3
    const old = coded.filter((_, at) => !isFresh(at))
    const fresh = coded.filter((_, at) => isFresh(at))
    const texts = old.map(({ text }) => text)
    const { found, part } = await standing(texts)
    const full = await findThemes(coded.map(({ text }) => text))
    const placed = placeInThemes(
      fresh.map(({ text }) => text),
      part,
    )
    const first = (answers: readonly { themes: string[] }[]) => answers.map(({ themes: [id = ''] }) => id)
    const share = (ids: readonly string[], learnt: readonly string[]) => {
      const names = commonest(
        learnt.flatMap((id, at) => (old[at]?.labels ?? []).map((label) => [id, label] as const)),
      )
      return ids.filter((id, at) => fresh[at]?.labels.includes(names.get(id) ?? '-')).length / fresh.length
    }
    const [inFull, outside] = [first(full.answers).filter((_, at) => isFresh(at)), first(placed)]
    const agreed = share(outside, first(found.answers))
    const together = share(
      inFull,
      first(full.answers).filter((_, at) => !isFresh(at)),
    )
    const same = adjustedMutualInformation(inFull, outside)
    console.info(
      `200 placed by 800: ${agreed} as people coded; in the full run: ${together}; with each other ${same.toFixed(3)}`,
    )
    expect(vectorsIn(part.space, texts).height).toBe(800)
    expect(agreed).toBeGreaterThan(together - 0.05)
  },
)
