import { type CastVoteRecords, OVERVOTED, SKIPPED } from '../rctab.ts'
import { CountRefused } from '../result.ts'
import { PaperProblem } from './paper-problem.ts'
import type { RctabConfig, RctabSource } from './rctab-config.ts'

export const WRITE_INS = 'Undeclared Write-ins'

/** Rows of cast vote records (a row a paper, a column a rank) → records, equal ones together. */
export function castVoteRecords(config: RctabConfig, tables: readonly string[][][]): CastVoteRecords {
  const { candidates, numberOfName } = namesOf(config)
  const kinds = new Map<string, { slots: number[]; count: number }>()
  let papers = 0
  let blank = 0
  for (const slots of allSlots(config, tables, numberOfName)) {
    papers += 1
    if (slots.every((slot) => slot === SKIPPED)) blank += 1
    else countKind(kinds, slots)
  }
  if (papers === 0) throw new CountRefused('The cast vote records hold no paper. Check firstVoteRowIndex.')
  const excluded = config.candidates.flatMap(({ isExcluded }, number) => (isExcluded ? [number] : []))
  const writeIns = numberOfName.get(WRITE_INS)
  return { title: config.title, candidates, excluded, writeIns, kinds: [...kinds.values()], papers, blank }
}

function namesOf(config: RctabConfig) {
  const candidates = config.candidates.map(({ name }) => name)
  const numberOfName = new Map(candidates.map((name, number) => [name, number]))
  for (const [number, { aliases }] of config.candidates.entries())
    for (const alias of aliases) numberOfName.set(alias, number)
  if (config.sources.some(({ writeIn }) => writeIn !== '')) {
    numberOfName.set(WRITE_INS, candidates.length)
    candidates.push(WRITE_INS)
  }
  return { candidates, numberOfName }
}

function* allSlots(
  config: RctabConfig,
  tables: readonly string[][][],
  numberOfName: ReadonlyMap<string, number>,
): Generator<number[]> {
  for (const [at, source] of config.sources.entries()) {
    const rows = tables[at] ?? []
    const wanted = { source, numberOfName, ranks: ranksIn(rows, source, config.rules.ranks) }
    for (const [row, cells] of rows.entries()) {
      if (row >= source.firstVoteRow && cells.length > 0) yield slotsOf(cells, row, wanted)
    }
  }
}

function countKind(kinds: Map<string, { slots: number[]; count: number }>, slots: number[]): void {
  const key = slots.join()
  const kind = kinds.get(key)
  if (kind) kind.count += 1
  else kinds.set(key, { slots, count: 1 })
}

/** As many ranks as the rules allow, but no more than the headings of the sheet have; a column behind them is no rank. */
function ranksIn(rows: readonly string[][], { firstVoteColumn }: RctabSource, ranks: number): number {
  return Math.min(ranks, Math.max(0, ...rows.slice(0, 1).map((row) => row.length - firstVoteColumn)))
}

function slotsOf(
  cells: readonly string[],
  row: number,
  {
    source,
    numberOfName,
    ranks,
  }: { source: RctabSource; numberOfName: ReadonlyMap<string, number>; ranks: number },
): number[] {
  return Array.from({ length: ranks }, (_, rank) => {
    const column = source.firstVoteColumn + rank
    const text = (cells[column] ?? '').trim()
    if (text === '' || text === source.skipped) return SKIPPED
    if (text === source.overvote) return OVERVOTED
    const number = numberOfName.get(text === source.writeIn ? WRITE_INS : text)
    if (number === undefined)
      throw new PaperProblem(row + 1, column + 1, `"${text}" is none of the candidates in the configuration.`)
    return number
  })
}
