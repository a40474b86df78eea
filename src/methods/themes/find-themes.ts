import { describeParts } from './describe-themes.ts'
import { findNearDuplicates } from './near-duplicates.ts'
import { type Part, type PartStage, type PartThemes, themesOfPart } from './part-themes.ts'
import { themesOfLanguage } from './theme-list.ts'
import type { AnswerThemes, StabilityOf, Theme, ThemesFound } from './themes-found.ts'
import { corpusVectors, type VectorChoice } from './vectors.ts'

/** Fewer answers than this in a language are read with the main one: themes need company. */
const FEWEST_FOR_A_LANGUAGE = 20

export interface ThemeOptions {
  /** Any text. Themes do not hang on it, only the runs that test how well they hold. */
  seed?: string
  vectors?: VectorChoice
  /** How many themes of the lower level in each language; without it the data say. */
  count?: number
  /** The language of each text (BCP 47); without it all are read as one language. */
  languages?: readonly string[]
  /** Say what new texts can be measured by, too (`described`); only for vectors whose space can be kept. */
  describe?: boolean
  /** Told what is being done, for a progress bar. */
  onStep?: (step: string) => void
  /** The same for a program, with how much of the work lies behind it, 0 to 1. */
  onStage?: (stage: Stage, share: number) => void
}

/** What takes its time, in this order; `vectors` to `small` once a language. */
export type Stage = 'duplicates' | PartStage | 'naming'

/** Where each stage of a language begins, as a share of its time. */
const BEGINS: Readonly<Record<PartStage, number>> = { vectors: 0, groups: 0.2, again: 0.3, small: 0.8 }
/** Joining near-duplicates takes so much of the whole, and naming what lies behind the other. */
const [PARTS_BEGIN, PARTS_END] = [0.15, 0.9]

/**
 * Finds what answers are about: near-duplicates joined, themes in two levels, each answer in up to three, with how sure.
 * Vectors that know only words (the default) cannot tell that a Welsh and an English answer say the same: each language
 * with twenty answers or more then gets themes of its own, and people join them.
 *
 * @param texts one answer each; empty ones are kept and have no theme.
 */
export async function findThemes(texts: readonly string[], options: ThemeOptions = {}): Promise<ThemesFound> {
  const { seed = '1', vectors = corpusVectors, onStep = () => {}, onStage = () => {} } = options
  const languages = options.languages ?? texts.map(() => 'und')
  onStep('Joining near-duplicates')
  onStage('duplicates', 0)
  const leaders = findNearDuplicates(texts)
  const rowsOf = wordingsOf(texts, leaders)
  const parts = splitByLanguage(
    [...rowsOf.keys()],
    vectors.joinsLanguages ? texts.map(() => 'all') : languages,
  )
  const found: FoundPart[] = []
  let read = 0
  for (const [language, rows] of parts) {
    const [from, share] = [read / rowsOf.size, rows.length / rowsOf.size]
    read += rows.length
    onStep(`Finding themes (${language}, ${rows.length} wordings)`)
    const part: Part = {
      texts: rows.map((row) => texts[row] ?? ''),
      counts: rows.map((row) => rowsOf.get(row)?.length ?? 1),
    }
    found.push({
      language,
      rows,
      part,
      result: await themesOfPart(part, {
        seed,
        vectors,
        count: options.count,
        onStage: (stage) =>
          onStage(stage, PARTS_BEGIN + (PARTS_END - PARTS_BEGIN) * (from + share * BEGINS[stage])),
      }),
    })
  }
  onStep('Naming themes')
  onStage('naming', PARTS_END)
  const { themes, themesByRow, ids } = listThemes(found, languages)
  const answers = texts.map((_, at) => answerOf(at, { leaders, languages, themesByRow }))
  const made = madeOf(answers, seed, vectors.name)
  const described = options.describe ? { described: describeParts(found, ids) } : {}
  return { answers, themes, made, stability: found.map(stabilityOf), ...described }
}

export interface FoundPart {
  language: string
  /** By wording, the index of its earliest answer. */
  rows: readonly number[]
  part: Part
  result: PartThemes
}

interface Placed {
  leaders: Int32Array
  languages: readonly string[]
  themesByRow: Map<number, Pick<AnswerThemes, 'themes' | 'sure'>>
}

function answerOf(at: number, { leaders, languages, themesByRow }: Placed): AnswerThemes {
  const leader = leaders[at] ?? at
  const placed = themesByRow.get(leader)
  const answer = {
    row: at + 1,
    themes: [...(placed?.themes ?? [])],
    sure: [...(placed?.sure ?? [])],
    language: languages[at] ?? 'und',
  }
  return leader === at ? answer : { ...answer, duplicate_of: leader + 1 }
}

/** For each different wording, the answers in it; answers without a word are none. */
function wordingsOf(texts: readonly string[], leaders: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  leaders.forEach((leader, at) => {
    if (!/[\p{L}\p{N}]/u.test(texts[leader] ?? '')) return
    const group = rows.get(leader)
    if (group) group.push(at)
    else rows.set(leader, [at])
  })
  return rows
}

/** The largest language first; those with few answers, and the undetermined, join it. */
function splitByLanguage(rows: readonly number[], languages: readonly string[]): [string, number[]][] {
  const groups = Map.groupBy(rows, (row) => languages[row] ?? 'und')
  const named = [...groups].filter(([language]) => language !== 'und')
  const bySize = named.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const large = bySize.filter(([, members], at) => at === 0 || members.length >= FEWEST_FOR_A_LANGUAGE)
  const home = new Set(large.slice(1).map(([language]) => language))
  const main = rows.filter((row) => !home.has(languages[row] ?? 'und'))
  if (rows.length === 0) return []
  return [[large[0]?.[0] ?? 'und', main], ...large.slice(1)]
}

function listThemes(found: readonly FoundPart[], languages: readonly string[]) {
  const themes: Theme[] = []
  const ids: string[][] = []
  const themesByRow: Placed['themesByRow'] = new Map()
  for (const each of found) {
    const firstId = themes.filter(({ parent }) => parent === undefined).length + 1
    const listed = themesOfLanguage(each, { firstId, languages })
    themes.push(...listed.themes)
    ids.push(listed.idOfLeaf)
    each.rows.forEach((row, at) => {
      const memberships = each.result.memberships[at] ?? []
      themesByRow.set(row, {
        themes: memberships.map(({ theme }) => listed.idOfLeaf[theme] ?? ''),
        sure: memberships.map((membership, rank) => round(each.result.sureness(membership, rank === 0))),
      })
    })
  }
  return { themes, themesByRow, ids }
}

function madeOf(answers: readonly AnswerThemes[], seed: string, vectors: string): ThemesFound['made'] {
  const count = (is: (answer: AnswerThemes) => boolean) => answers.filter(is).length
  return {
    seed,
    vectors,
    answers: answers.length,
    duplicates: count(({ duplicate_of }) => duplicate_of !== undefined),
    without_theme: count(({ themes }) => themes.length === 0),
  }
}

function stabilityOf({ language, part, result }: FoundPart): StabilityOf {
  const answers = part.counts.reduce((sum, count) => sum + count, 0)
  return { language, answers, seeds: round(result.stability.seeds), samples: round(result.stability.samples) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
