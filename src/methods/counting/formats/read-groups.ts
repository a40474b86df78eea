import { CsvCells, delimiterOf } from './csv-cells.ts'
import { refuseRagged } from './csv-rows.ts'
import { textOf } from './paper-problem.ts'

/** Reads `candidate,group`, a line a membership (a candidate may have several): members by group, as indexes. */
export function readGroups(bytes: Uint8Array, candidates: readonly string[]): Map<string, Set<number>> {
  textOf(bytes)
  const cells = new CsvCells(bytes, delimiterOf(bytes))
  const groups = new Map<string, Set<number>>()
  let isHeading = true
  let candidate = -1
  while (cells.next()) {
    const text = cells.text()
    if (isHeading) {
      const wanted = ['candidate', 'group'][cells.column - 1]
      if (text.toLowerCase() !== wanted) throw cells.problem('The headings must be candidate,group.')
      isHeading = !cells.isLastInRow
      continue
    }
    if (cells.column === 1 && cells.isLastInRow && text === '') continue
    if (cells.column > 2 || (cells.column === 1 && cells.isLastInRow)) refuseRagged(cells, 2)
    if (cells.column === 1) {
      candidate = candidates.indexOf(text)
      if (candidate < 0) throw cells.problem(`"${text}" is none of the candidates: ${candidates.join(', ')}.`)
    } else groups.set(text, (groups.get(text) ?? new Set()).add(candidate))
  }
  return groups
}
