import { sha256 } from '#core/ids/hashes.ts'
import { wordsInstead } from './held-and-twins.ts'
import type { DemoCall, DemoTheme } from './read-demo-call.ts'

type Route = 'web' | 'paper' | 'meeting' | 'phone' | 'e-mail' | 'text' | 'partner'

/** An answer before it is given: everything about it hangs on the call's key and its place alone. */
export interface MadeUpAnswer {
  place: number
  theme: number
  route: Route
  language: 'en' | 'cy' | 'ur' | 'pl'
  words: string
  /** Of each question with options, by their places: what was marked. */
  marks: readonly { question: number; option: number; mark: -1 | 0 | 1 }[]
  /** 0…1, for whoever chooses among places, people and days. */
  chance: { unit: number; person: number; day: number }
}

const ROUTES: readonly (readonly [Route, number])[] = [
  ['web', 58],
  ['paper', 14],
  ['meeting', 11],
  ['phone', 5],
  ['e-mail', 7],
  ['text', 4],
  ['partner', 1],
]
const LANGUAGES: readonly (readonly [MadeUpAnswer['language'], number])[] = [
  ['en', 82],
  ['cy', 7],
  ['ur', 6],
  ['pl', 5],
]

/** Numbers between 0 and 1 that hang on a name alone. */
function chances(name: string): () => number {
  let bytes = sha256(name)
  let at = 0
  return () => {
    if (at + 4 > bytes.length) {
      bytes = sha256(bytes)
      at = 0
    }
    at += 4
    return bytes.readUInt32BE(at - 4) / 2 ** 32
  }
}

function weighed<T>(choices: readonly (readonly [T, number])[], chance: number): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance * total
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  const [last] = choices.toReversed()
  if (!last) throw new Error('There is nothing to choose among.')
  return last[0]
}

const pick = <T>(all: readonly T[], chance: number): T | undefined => all[Math.floor(chance * all.length)]

/** The answer at one place of a call: the same for ever. */
export function madeUpAnswer(call: DemoCall, place: number): MadeUpAnswer {
  const instead = call.key === 'buses' ? wordsInstead(place) : null
  if (instead && 'like' in instead) return { ...madeUpAnswer(call, instead.like), place, route: 'paper' }
  const next = chances(`${call.key} ${place}`)
  const theme = weighed(
    call.themes.map((one, at) => [at, one.weight] as const),
    next(),
  )
  const language = weighed(LANGUAGES, next())
  return {
    place,
    theme,
    language,
    route: weighed(ROUTES, next()),
    words: wordsOf(call.themes[theme], { language, next, place }),
    ...instead,
    marks: marksOf(call, next),
    chance: { unit: next(), person: next(), day: next() },
  }
}

interface Speaking {
  language: MadeUpAnswer['language']
  next: () => number
  place: number
}

/** A beginning, a middle and an end; a few leave out the middle, and one in four hundred a telephone number that is nobody's. */
function wordsOf(theme: DemoTheme | undefined, { language, next, place }: Speaking): string {
  const [begins = [], middles = [], ends = []] = theme?.[language] ?? []
  const [begin, middle, end] = [pick(begins, next()), pick(middles, next()), pick(ends, next())]
  const stop = language === 'ur' ? '۔' : '.'
  const comma = language === 'ur' ? '،' : ','
  const first = next() < 0.15 ? `${begin}${stop}` : `${begin}${comma} ${middle}${stop}`
  // Of the numbers that Ofcom keeps free for plays.
  const ring = place % 400 === 37 ? ` Ring me on 07700 900${String(place % 1000).padStart(3, '0')}.` : ''
  return `${first} ${end}${ring}`
}

function marksOf(call: DemoCall, next: () => number): MadeUpAnswer['marks'] {
  return call.questions.flatMap(({ kind, options }, at) => {
    const question = at + 1
    if (next() < 0.12) return []
    if (kind === 'choice')
      return [{ question, option: 1 + Math.floor(next() ** 1.4 * options.length), mark: 1 as const }]
    if (kind !== 'statements') return []
    return options.map((_, option) => {
      const chance = next()
      const agree = 0.82 - option * 0.14
      return { question, option: option + 1, mark: chance < agree ? 1 : chance < 0.92 ? -1 : 0 } as const
    })
  })
}
