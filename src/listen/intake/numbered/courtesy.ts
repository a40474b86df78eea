const MOST_LINES = 3
const MOST_WORDS = 5

/** "Dear all," before an answer and "Kind regards, Nasreen" behind it: few words, the first of them ending in a comma or a mark of exclamation. */
export function isCourtesy(text: string): boolean {
  const lines = text.trim().split(/\s*\n\s*/)
  const isShort = lines.length <= MOST_LINES && lines.every((line) => line.split(/\s+/).length <= MOST_WORDS)
  return isShort && /[,،!！]$/.test(lines[0] ?? '')
}
