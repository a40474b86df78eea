import { Misuse } from '../say.ts'
import { type Election, type Kind, merged } from './papers.ts'

/**
 * Reads papers from CSV with a column for each candidate and ranks in the cells. Papers whose ranks are not 1, 2, 3 … once
 * each are read down to the first that is missing or shared: this checker knows regular papers.
 */
export function readGrid(text: string): Election {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .map(cellsOf)
  const [names = [], ...papers] = rows
  const kinds: Kind[] = []
  let blank = 0
  for (const [at, cells] of papers.entries()) {
    if (cells.length !== names.length)
      throw new Misuse(`Line ${at + 2} has ${cells.length} cells, not ${names.length}.`)
    const ranks: number[][] = []
    for (let rank = 1; ; rank += 1) {
      const here = names.flatMap((_, candidate) =>
        Number(cells[candidate] || 0) === rank ? [candidate] : [],
      )
      if (here.length === 0) break
      ranks.push(here)
      if (here.length > 1) break
    }
    if (cells.every((cell) => cell === '')) blank += 1
    else if (ranks.length > 0) kinds.push({ ranks, papers: 1 })
  }
  return { names, places: 1, withdrawn: new Set(), kinds: merged(kinds), blank, lots: undefined }
}

function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  return cells.map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
}
