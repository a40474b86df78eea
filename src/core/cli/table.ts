export type TableCell = string | number | null | undefined

/**
 * A plain table for a terminal: headings, a rule, rows. Columns of numbers stand to the right. Widths are counted in
 * grapheme clusters, wide scripts as two.
 */
export function table(headings: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const texts = rows.map((row) => headings.map((_, index) => textOf(row[index])))
  const widths = headings.map((heading, index) =>
    Math.max(displayWidth(heading), ...texts.map((row) => displayWidth(row[index] ?? ''))),
  )
  const isNumeric = headings.map((_, index) => isColumnNumeric(rows.map((row) => row[index])))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, isNumeric[index] ?? false))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [line(headings), rule, ...texts.map(line)].join('\n')
}

function textOf(cell: TableCell): string {
  return cell === null || cell === undefined ? '' : String(cell)
}

function isColumnNumeric(cells: readonly TableCell[]): boolean {
  const filled = cells.filter((cell) => textOf(cell) !== '')
  return filled.length > 0 && filled.every((cell) => /^[-+−]?[\d,. ]+ ?%?$/.test(textOf(cell)))
}

function pad(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return isRight ? space + text : text + space
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u

function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of clusters.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}
