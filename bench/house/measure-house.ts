import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Terminal } from '#core/cli/command.ts'
import { measureAnswers } from './answers.ts'
import { measureAnswersAtOnce } from './answers-at-once.ts'
import { type BenchHouse, openBenchHouse } from './bench-house.ts'
import { measureFloods } from './floods.ts'
import { type AtSize, growthRows, measureAtSize } from './growth.ts'
import { measureHandIns } from './hand-ins.ts'
import { measureImport, measureMembers } from './imports.ts'
import { measureFollowers } from './live-story.ts'
import { measureStories } from './pages.ts'
import { measureResults } from './results.ts'
import type { Row } from './row.ts'
import { measureSteady } from './steady.ts'
import { measureTheming } from './theming.ts'

export interface BenchWish {
  sizes: readonly number[]
  /** Ten minutes of hand-ins, half a million members, ten thousand followers. */
  isFull: boolean
  followers: number
  /** Kept afterwards, so that a house that took an hour to grow serves again; null: one for this run alone. */
  folder: string | null
  /** How long the steady load lasts; an hour when full. */
  steadySeconds: number
  /** Only these parts; all when empty. */
  only: readonly string[]
}

export const PARTS = [
  'growth',
  'hand-ins',
  'answers',
  'stories',
  'followers',
  'import',
  'members',
  'floods',
  'results',
  'steady',
  'themes',
] as const

/** Measures a whole house, each work beside its peer in the same run. */
export async function measureHouse(wish: BenchWish, terminal: Terminal): Promise<Row[]> {
  const folder = wish.folder ?? (await mkdtemp(path.join(tmpdir(), 'folkmoot-bench-')))
  const house = await openBenchHouse(folder, terminal)
  try {
    return await measureAll(house, wish, terminal)
  } finally {
    await house.close()
    if (wish.folder === null) await rm(folder, { recursive: true, force: true })
  }
}

const SECONDS = 5

async function measureAll(house: BenchHouse, wish: BenchWish, terminal: Terminal): Promise<Row[]> {
  const wants = (part: (typeof PARTS)[number]) => wish.only.length === 0 || wish.only.includes(part)
  const say = (part: string) => terminal.err(`${part} …`)
  const grown: AtSize[] = []
  for (const size of wish.sizes) {
    say(`a house of ${size.toLocaleString('en')}`)
    await house.grow(size)
    if (wants('growth')) grown.push(await measureAtSize(house, SECONDS))
  }
  const rows: Row[] = []
  if (wants('hand-ins')) {
    say('hand-ins')
    rows.push(...(await measureHandIns(house, wish.isFull ? 600 : 20)))
  }
  if (wants('answers')) {
    say('answers')
    rows.push(...(await measureAnswersAtOnce(house, wish.isFull ? 120 : 20)))
  }
  if (wants('stories')) {
    say('stories')
    rows.push(...(await measureStories(house, SECONDS * 2)))
  }
  if (wants('followers')) {
    say('followers')
    rows.push(await measureFollowers(house, wish.followers))
  }
  if (wants('import')) {
    say('import')
    rows.push(...(await measureImport(house)))
    rows.push(...(await measureAnswers(house)))
  }
  if (wants('floods')) {
    say('floods')
    rows.push(...(await measureFloods(house)))
  }
  if (wants('members')) {
    say('members')
    rows.push(await measureMembers(house, wish.isFull ? 500_000 : 20_000))
  }
  if (wants('results')) {
    say('results')
    rows.push(...(await measureResults(house, 40_000)))
  }
  if (wants('steady')) {
    say('steady load')
    rows.push(
      await measureSteady(house, wish.isFull ? 3_600 : wish.steadySeconds, (line) => terminal.err(line)),
    )
  }
  if (wants('themes')) {
    say('themes')
    rows.push(...(await measureTheming(house)))
  }
  return [...rows, ...growthRows(grown)]
}
