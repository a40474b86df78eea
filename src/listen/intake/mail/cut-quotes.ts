/**
 * What a person wrote themselves: what programs add below (the mail that is answered, a signature, "sent from my telephone")
 * is left out. Known by form, not by words, so that it holds in any language; the whole mail is kept for the clerk.
 */
export function cutQuotes(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const own = withoutQuoted(lines.slice(0, firstCut(lines)))
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** `-- ` by custom (RFC 3676 section 4.3); many programs lose the blank. */
const SIGNATURE = /^--\s?$/
/** `-----Original Message-----`, in whatever language. */
const DIVIDER = /^\s*-{4,}\s*\p{L}[^\n]{2,60}-{4,}\s*$/u
const LONG_RULE = /^\s*_{20,}\s*$/
/** Added by telephones and by programs of the most used makers. */
const ADVERTISEMENT =
  /^(sent (from|via|with) |get outlook for |wysłane z |anfonwyd o |gesendet von |envoyé (de|depuis) |enviado desde )/i

function firstCut(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, place) =>
      place > 0 &&
      (SIGNATURE.test(line) ||
        DIVIDER.test(line) ||
        LONG_RULE.test(line) ||
        isHeaderBlock(lines, place) ||
        (ADVERTISEMENT.test(line) && lines.slice(place + 1).every((below) => below.trim() === ''))),
  )
  return at === -1 ? lines.length : at
}

/** Four lines like `From: …`, of which one has an address: the head of a mail that was answered. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (lines[at - 1]?.trim() !== '') return false
  const block = lines.slice(at, at + 4)
  return (
    block.length === 4 &&
    block.every((line) => /^\s*\**[\p{L} ]{1,20}:\**\s/u.test(line)) &&
    block.some((line) => line.includes('@'))
  )
}

const isQuoted = (line: string) => /^\s*>/.test(line)

/** Quoted lines go, and with them the one or two lines that say who wrote them when. */
function withoutQuoted(lines: readonly string[]): string[] {
  const kept: string[] = []
  let isInQuote = false
  for (const line of lines) {
    if (isQuoted(line)) {
      if (!isInQuote) dropAttribution(kept)
      isInQuote = true
    } else if (line.trim() !== '' || !isInQuote) {
      isInQuote = false
      kept.push(line)
    }
  }
  return kept
}

/** "On Monday … wrote:", in any language and on one line or two: it ends with a colon and names a time or an address. */
function dropAttribution(kept: string[]): void {
  while (kept.at(-1)?.trim() === '') kept.pop()
  const [before = '', last = ''] = kept.slice(-2).length === 2 ? kept.slice(-2) : ['', kept.at(-1)]
  if (!/[:：]\s*$/.test(last) || isNumbered(last)) return
  const isOnTwo = before.trim() !== '' && !isNumbered(before) && TIME.test(before) && !TIME.test(last)
  if (isOnTwo) kept.splice(-2)
  else if (TIME.test(last) || last.includes('@')) kept.pop()
}

/** `2:` before our own question, quoted: an answer left empty, or one that goes on below it. */
const isNumbered = (line: string) =>
  /^[\s\u200e\u200f]*\p{Nd}{1,2}[ .]?([a-z]|\p{Nd}{1,2})?[:.)：](?!\p{Nd})/iu.test(line)

const TIME = /\d{4}|\d[:.]\d\d/
