const CANDIDATES = [',', ';', '\t', '|']

/** Whichever of comma, semicolon, tab and bar stands most often outside quotation marks in the first line. */
export function delimiterOf(text: string): string {
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1)
  const unquoted = firstLine.replaceAll(/"[^"]*"?/g, '')
  const counts = CANDIDATES.map((candidate) => unquoted.split(candidate).length - 1)
  return CANDIDATES[counts.indexOf(Math.max(...counts))] ?? ','
}
