import { PapersGatherer } from '../gather-papers.ts'
import type { Papers } from '../papers.ts'
import type { CsvCells } from './csv-cells.ts'
import { passHeadings, refuseRagged, wholeNumber } from './csv-rows.ts'
import type { CsvShape } from './csv-shape.ts'
import { paperOfChoices } from './paper-of-choices.ts'
import type { CsvReading } from './read-papers-csv.ts'
import { sortCandidates } from './sort-candidates.ts'

type Marks = Extract<CsvShape, { kind: 'marks' }>

/** Papers spread over lines, a line a mark: `ballot_id,rank,choice`. The lines of a paper need not stand together. */
export function readMarks(cells: CsvCells, shape: Marks, { candidates }: CsvReading): Papers {
  passHeadings(cells)
  const papers = new Map<string, { rank: number; choice: string }[]>()
  let row = { paper: '', rank: 0, choice: '' }
  while (cells.next()) {
    const column = cells.column - 1
    if (column === shape.paper) row.paper = cells.text()
    else if (column === shape.rank) row.rank = wholeNumber(cells, 'a rank')
    else if (column === shape.choice) row.choice = cells.text()
    if (!cells.isLastInRow) continue
    if (cells.column === 1 && cells.start === cells.end) continue
    if (cells.column !== shape.columns) refuseRagged(cells, shape.columns)
    const { paper, ...mark } = row
    const marks = papers.get(paper)
    if (marks) marks.push(mark)
    else papers.set(paper, [mark])
    row = { paper: '', rank: 0, choice: '' }
  }
  return gatherMarks(papers.values(), candidates)
}

function gatherMarks(
  papers: Iterable<{ rank: number; choice: string }[]>,
  candidates: readonly string[] | undefined,
): Papers {
  const names = [...(candidates ?? [])]
  const gatherer = new PapersGatherer()
  for (const marks of papers) gatherer.add(paperOfChoices(marks, names, candidates === undefined))
  const read = gatherer.finish({ candidates: names })
  return candidates ? read : sortCandidates(read)
}
