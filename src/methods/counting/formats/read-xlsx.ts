import { PaperProblem } from './paper-problem.ts'
import { unzipped } from './unzip.ts'

/**
 * The first sheet of an .xlsx file (ECMA-376) as rows of texts, empty cells included. Only what records of votes hold:
 * shared, inline and plain values; no formats, no formulae.
 */
export function readXlsx(archive: Uint8Array): string[][] {
  const sheet = textIn(archive, 'xl/worksheets/sheet1.xml')
  if (sheet === undefined)
    throw new PaperProblem(1, 1, 'The file has no first sheet. Is it a spreadsheet in .xlsx format?')
  const shared = sharedTexts(textIn(archive, 'xl/sharedStrings.xml') ?? '')
  const rows: string[][] = []
  for (let at = sheet.indexOf('<row'); at >= 0; at = sheet.indexOf('<row', at + 4)) {
    const end = sheet.indexOf('</row>', at)
    const next = sheet.indexOf('<row', at + 4)
    const isEmpty = end < 0 || (next >= 0 && next < end)
    rows.push(isEmpty ? [] : rowOf(sheet.slice(at, end), shared))
  }
  return rows
}

function textIn(archive: Uint8Array, name: string): string | undefined {
  const bytes = unzipped(archive, name)
  return bytes && new TextDecoder().decode(bytes)
}

function sharedTexts(xml: string): string[] {
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = '']) =>
    [...item.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => plain(text)).join(''),
  )
}

const CELL = /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

function rowOf(xml: string, shared: readonly string[]): string[] {
  const row: string[] = []
  for (const [, letters = 'A', attributes = '', content = ''] of xml.matchAll(CELL)) {
    const column = columnOf(letters)
    while (row.length < column) row.push('')
    row.push(cellText(attributes, content, shared))
  }
  return row
}

function cellText(attributes: string, content: string, shared: readonly string[]): string {
  if (attributes.includes('t="inlineStr"')) return plain(content.replaceAll(/<[^>]*>/g, ''))
  const value = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? ''
  return attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : plain(value)
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
