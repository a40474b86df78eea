import { GIVEN_NAMES } from './given-names.ts'

/** Something in somebody's words that may tell who they or others are: where it stands and what it looks like. */
export interface Span {
  from: number
  to: number
  kind: 'phone' | 'e-mail' | 'postcode' | 'address' | 'web' | 'name'
}

/** Given and family names of the organisation's own people, as keyed hashes: the screening never holds a list of members. */
export type KnownNames = (name: string) => boolean

const PATTERNS: readonly { kind: Span['kind']; pattern: RegExp }[] = [
  { kind: 'e-mail', pattern: /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu },
  { kind: 'web', pattern: /\b(?:https?:\/\/|www\.)[^\s<>"]+|(?<![\w@])@[a-z\d_]{3,30}\b/giu },
  // Outward and inward code, whatever stands between (BS 7666; the letters that no inward code has are left out).
  {
    kind: 'postcode',
    pattern: /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2})\b/giu,
  },
  {
    kind: 'address',
    pattern:
      /\b(?:flat|apartment|unit|no\.?|number)?\s?\d{1,4}[a-z]?,?\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|court|ct|terrace|place|way|crescent|gardens|square|row|hill|mews|grove|heol|stryd|ffordd)\b\.?/giu,
  },
  { kind: 'address', pattern: /\b(?:ul\.|ulica|al\.|os\.)\s?\p{Lu}[\p{L}-]+\s+\d+[a-z]?(?:\/\d+)?/gu },
]

/**
 * Finds phone numbers, addresses and names in free text. Meant to find too much rather than too little: a person decides about
 * each text in which something was found. It misses what only people understand ("the head of my school").
 */
export function screenWords(words: string, isKnown: KnownNames = () => false): Span[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    [...words.matchAll(pattern)].map((match) => spanOf(match, kind)),
  )
  return withoutOverlaps([...found, ...phonesIn(words), ...namesIn(words, isKnown)])
}

/** Without the blanks and the full stop that a pattern may have taken along. */
function spanOf(match: RegExpExecArray, kind: Span['kind']): Span {
  const [text] = match
  const from = match.index + (text.length - text.trimStart().length)
  return { from, to: match.index + text.replace(/[\s.,\-(/]+$/u, '').length, kind }
}

const DIGITS = '0-9\u0660-\u0669\u06f0-\u06f9'
const PHONE = new RegExp(
  `(?<![${DIGITS}£$€.,])[+＋]?(?:\\(?[${DIGITS}]\\)?[ ().\\-/\u2010-\u2014]{0,2}){7,16}(?![${DIGITS}])`,
  'gu',
)

/** As Ofcom's plan has numbers of ten or eleven digits with their nought, and E.164 those with a plus: 7 to 15 digits. */
function phonesIn(words: string): Span[] {
  return [...words.matchAll(PHONE)].flatMap((match) => {
    const digits = westernDigits(match[0])
    const isForeign = /^\+|^00/.test(digits) && /^(?:\+|00)[1-9]\d{6,14}$/.test(digits)
    const isBritish = /^0(?:[1-35789]\d{8,9})$/.test(digits)
    if (!isForeign && !isBritish) return []
    return [spanOf(match, 'phone')]
  })
}

function westernDigits(text: string): string {
  const plain = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace('＋', '+')
  // "+44 (0)20 …": the nought in brackets is not dialled.
  return plain.replace(/\(0\)/, '').replace(/[^\d+]/g, '')
}

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev|Pan|Pani)\.?\s+\p{Lu}[\p{L}'’-]+/gu
const CAPITALISED = /\p{Lu}[\p{Ll}'’-]{1,20}(?:\s+\p{Lu}[\p{Ll}'’-]{1,25})*/gu
const CALLED =
  /\b(?:my name is|I am called|I’m|I'm|fy enw i yw|nazywam się|mam na imię)\s+(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?)/giu
const IN_URDU = /(?:میرا نام|مسٹر|مسز|ڈاکٹر|جناب|محترمہ)\s+[\p{L}]+(?:\s+[\p{L}]+)?/gu

function namesIn(words: string, isKnown: KnownNames): Span[] {
  const said = [TITLED, CALLED, IN_URDU].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((match) => spanOf(match, 'name')),
  )
  const capitalised = [...words.matchAll(CAPITALISED)].flatMap((match) => nameIn(match, isKnown))
  return [...said, ...capitalised]
}

/** A run of capitalised words that holds a given name beside another word, or a name of the organisation's people. */
function nameIn(match: RegExpExecArray, isKnown: KnownNames): Span[] {
  const parts = match[0].split(/\s+/)
  for (const [at, part] of parts.entries()) {
    const pair = `${part} ${parts[at + 1] ?? ''}`.trim()
    const isName = parts[at + 1] !== undefined && (isKnown(pair) || GIVEN_NAMES.has(part.toLowerCase()))
    if (!isName) continue
    const from = match.index + match[0].indexOf(part)
    return [{ from, to: match.index + match[0].length, kind: 'name' }]
  }
  return []
}

/** Of two that overlap the one that begins first, and of those the longer. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span)
  return kept
}

/** The words with what was found replaced by its kind in square brackets. */
export function maskWords(words: string, spans: readonly Span[]): string {
  let masked = ''
  let at = 0
  for (const { from, to, kind } of spans) {
    masked += `${words.slice(at, from)}[${kind}]`
    at = to
  }
  return masked + words.slice(at)
}
