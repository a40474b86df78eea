import type { Papers } from '../papers.ts'
import { readBlt } from './read-blt.ts'
import { type CsvReading, readPapersCsv } from './read-papers-csv.ts'
import { readPreflib } from './read-preflib.ts'

/** Reads papers in whichever format the file has: by its ending, and where that says nothing by how it begins. */
export function readPapers(fileName: string, bytes: Uint8Array, reading: CsvReading = {}): Papers {
  if (/\.blt$/i.test(fileName)) return readBlt(bytes)
  if (/\.(?:soc|soi|toc|toi)$/i.test(fileName)) return readPreflib(bytes)
  if (/\.(?:csv|tsv)$/i.test(fileName)) return readPapersCsv(bytes, reading)
  const start = new TextDecoder().decode(bytes.subarray(0, 4_096)).replace(/^\uFEFF/, '')
  if (/^\s*\d+[ \t]+\d+\s*[\r\n]/.test(start)) return readBlt(bytes)
  if (/^#\s*(?:FILE NAME|TITLE|NUMBER ALTERNATIVES|ALTERNATIVE NAME)/m.test(start)) return readPreflib(bytes)
  return readPapersCsv(bytes, reading)
}
