import { learnNames } from './learn-names.ts'
import { pickRows } from './sparse-rows.ts'
import { FOR_NAMES, subwordWeights } from './subword-weights.ts'

/** What an answer gets in a language where no accuracy was measured, or where it was no better than always saying one name. */
export const NOT_ASSESSED = 'not assessed'

const FOLDS = 10
/** Fewer coded answers cannot show an accuracy worth the name. */
const LEAST_CODED = 40
/** 95 %, two-sided. */
const NORMAL_DEVIATE = 1.96

/** How well a name (stance, sentiment) is told in one language, measured on answers that people coded. */
export interface Measured {
  language: string
  /** Answers that people coded. */
  coded: number
  /** Share of them told right while left out of the learning, with its 95 % interval (Wilson 1927). */
  accuracy?: number
  interval?: [number, number]
  /** Mean over the names of the share told right, so that a rare name counts too. */
  balanced_accuracy?: number
  /** Share that always saying the commonest name would get right. */
  always: number
  is_assessed: boolean
}

export interface NamedAnswers {
  /** For each answer its name, people's own where they gave one, or {@link NOT_ASSESSED}. */
  names: string[]
  measured: Measured[]
}

/**
 * Stance or sentiment of all answers from those that people coded. Accuracy is measured by tenfold cross-validation in each
 * language by itself, and only a language in which that clearly beats always saying the commonest name (McNemar 1947, 95 %)
 * gets any: elsewhere the answer is "not assessed", never a guess.
 *
 * @param codes for each answer the name people gave it, `''` where they did not.
 */
export function measuredNames(
  texts: readonly string[],
  codes: readonly string[],
  languages: readonly string[],
): NamedAnswers {
  const names = codes.map((code) => code || NOT_ASSESSED)
  const measured: Measured[] = []
  for (const [language, rows] of Map.groupBy(texts.keys(), (row) => languages[row] ?? 'und')) {
    const coded = rows.filter((row) => codes[row])
    if (coded.length === 0) continue
    const found = nameLanguage({ texts, codes, rows, coded })
    measured.push({ language, ...found.measured })
    found.names?.forEach((name, at) => {
      const row = rows[at] ?? 0
      if (!codes[row]) names[row] = name
    })
  }
  return { names, measured: measured.sort((a, b) => b.coded - a.coded || (a.language < b.language ? -1 : 1)) }
}

interface OneLanguage {
  texts: readonly string[]
  codes: readonly string[]
  rows: readonly number[]
  coded: readonly number[]
}

function nameLanguage({ texts, codes, rows, coded }: OneLanguage): {
  measured: Omit<Measured, 'language'>
  names?: string[]
} {
  const given = coded.map((row) => codes[row] ?? '')
  const always =
    Math.max(...[...Map.groupBy(given, (name) => name).values()].map(({ length }) => length)) / given.length
  const unknown = { coded: coded.length, always: round(always), is_assessed: false }
  if (coded.length < LEAST_CODED || new Set(given).size < 2) return { measured: unknown }
  const weights = subwordWeights(
    rows.map((row) => texts[row] ?? ''),
    FOR_NAMES,
  )
  const place = new Map(rows.map((row, at) => [row, at]))
  const examples = coded.map((row, at): [number, string] => [place.get(row) ?? 0, given[at] ?? ''])
  const told = crossValidated(
    pickRows(
      weights,
      Int32Array.from(examples, ([row]) => row),
    ),
    given,
  )
  const right = told.filter((name, at) => name === given[at]).length
  const interval = wilson(right, given.length)
  const isAssessed = beatsAlways(told, given)
  const measured = {
    ...unknown,
    accuracy: round(right / given.length),
    interval: [round(interval[0]), round(interval[1])] satisfies [number, number],
    balanced_accuracy: round(balanced(told, given)),
    is_assessed: isAssessed,
  }
  if (!isAssessed) return { measured }
  const model = learnNames(weights, examples)
  return { measured, names: rows.map((_, at) => model(at).name) }
}

/** Of the rows that only one of the two gets right, enough more are ours. */
function beatsAlways(told: readonly string[], given: readonly string[]): boolean {
  const groups = [...Map.groupBy(given, (name) => name)].sort((a, b) => b[1].length - a[1].length)
  const commonest = groups[0]?.[0]
  const won = given.filter((name, at) => told[at] === name && name !== commonest).length
  const lost = given.filter((name, at) => told[at] !== name && name === commonest).length
  return won - lost > NORMAL_DEVIATE * Math.sqrt(won + lost)
}

/** Each row told by a model that learnt from the other nine tenths; every tenth row is in the same fold. */
function crossValidated(weights: Parameters<typeof learnNames>[0], given: readonly string[]): string[] {
  const told: string[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = given
      .map((name, row): [number, string] => [row, name])
      .filter(([row]) => row % FOLDS !== fold)
    const model = learnNames(weights, others)
    given.forEach((_, row) => {
      if (row % FOLDS === fold) told[row] = model(row).name
    })
  }
  return told
}

function balanced(told: readonly string[], given: readonly string[]): number {
  const shares = [...new Set(given)].map((name) => {
    const rows = [...given.keys()].filter((row) => given[row] === name)
    return rows.filter((row) => told[row] === name).length / rows.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** The score interval of a share (Wilson 1927). */
export function wilson(right: number, all: number): [number, number] {
  const [share, square] = [right / all, NORMAL_DEVIATE ** 2]
  const middle = (share + square / (2 * all)) / (1 + square / all)
  const half =
    (NORMAL_DEVIATE / (1 + square / all)) * Math.sqrt((share * (1 - share)) / all + square / (4 * all * all))
  return [middle - half, middle + half]
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
