import type { Asked, AskedQuestion } from './asked.ts'
import { type Folded, fold } from './fold.ts'
import { isAllMarks } from './read-marks.ts'

/** Words with the question whose number stands before them; null where none does. */
export interface Piece {
  question: AskedQuestion | null
  said: string
}

interface Number {
  question: AskedQuestion
  /** Where what was said begins, in the folded line. */
  end: number
}

/** Cuts a text where numbers of questions stand: at the beginning of lines, and within one that goes on with them. Pure. */
export function piecesIn(text: string, asked: Asked): Piece[] {
  const pieces: Piece[] = [{ question: null, said: '' }]
  for (const line of text.split('\n')) {
    const [first, ...others] = cutLine(fold(line), asked)
    const open = pieces.at(-1)
    if (first?.question === null && open) open.said += `${open.said === '' ? '' : '\n'}${first.said}`
    else if (first) pieces.push(first)
    pieces.push(...others)
  }
  return pieces.filter(({ question, said }) => question !== null || said.trim() !== '')
}

function cutLine(line: Folded, asked: Asked): Piece[] {
  const first = numberAtStart(line.text, asked)
  const cuts: { at: number; number: Number | null }[] = [{ at: 0, number: first }]
  for (const at of first || /[:=]/.test(line.text) ? placesWithin(line.text, first?.end ?? 0) : []) {
    const before = cuts.at(-1)?.number ?? null
    const number = numberWithin(line.text, at, { asked, before })
    if (number) cuts.push({ at, number })
  }
  return cuts.map(({ at, number }, nth) => ({
    question: number?.question ?? null,
    said: between(line, number?.end ?? at, cuts[nth + 1]?.at),
  }))
}

const between = ({ original, from }: Folded, begin: number, end: number | undefined) =>
  original.slice(from[begin], end === undefined ? undefined : from[end]).trimEnd()

const BULLET = /^[\s*_•·#"'([>-]*/
const FIGURES = /^\d{1,2}(?!\d)/
/** `1:`, `1)`, `1.`, `1 -`; but not `6:30` and not `2.5`. */
const AFTER = /^([\s)\]*_]*[:=]+(?!\d)|\s?[)\]]|\.(?!\d)[)\]]?|\s+-+(?=\s)|-(?=\s))[\s*_]*/
/** `2b`, `3a:`, `3.1`: the option follows at once. */
const OPTION_NEXT = /^[\s.(-]?\(?([a-z]|\d{1,2})(?=[\s)\].:=,]|$)/

function numberAtStart(text: string, asked: Asked): Number | null {
  const bullet = BULLET.exec(text)?.[0].length ?? 0
  const label = labelLength(text.slice(bullet), asked.labels)
  const begin = bullet + label + (/^[\s.:#]*/.exec(text.slice(bullet + label))?.[0].length ?? 0)
  const found = numberAt(text, begin, asked)
  if (!found) return null
  const { question, end } = found
  const sign = AFTER.exec(text.slice(end))?.[0]
  if (sign !== undefined) return { question, end: end + sign.length }
  const marks = isMarked(question) && (isOptionNext(question, text.slice(end)) || isWhole(text, found, asked))
  return marks ? { question, end: end + (/^[\s.:=)-]*/.exec(text.slice(end))?.[0].length ?? 0) } : null
}

/** "Question 2", "Q2". */
function labelLength(text: string, labels: readonly string[]): number {
  const found = labels.filter((label) => text.startsWith(label) && !/^\p{L}/u.test(text.slice(label.length)))
  return Math.max(0, ...found.map((label) => label.length))
}

function numberAt(text: string, at: number, asked: Asked): Number | null {
  const figures = FIGURES.exec(text.slice(at))?.[0] ?? ''
  const question = asked.questions.find(({ place }) => String(place) === figures)
  return question ? { question, end: at + figures.length } : null
}

const isMarked = ({ kind }: AskedQuestion) => kind === 'choice' || kind === 'statements'

/** A letter, or a number that this question has, glued to its own: for statements `3a`, for a choice `2b`. */
function isOptionNext({ options }: AskedQuestion, text: string): boolean {
  const label = OPTION_NEXT.exec(text)?.[1]
  if (label === undefined || /^\s/.test(text)) return false
  return /[a-z]/.test(label) || options.some(({ place }) => String(place) === label)
}

function isWhole(text: string, { question, end }: Number, asked: Asked): boolean {
  return isAllMarks(question, text.slice(end).replace(/^[\s.:=)-]+/, ''), asked)
}

/** Where a number may begin inside a line. */
function placesWithin(text: string, after: number): number[] {
  return [...text.matchAll(/(?<=[\s,;.])\d{1,2}(?!\d)/g)]
    .map(({ index }) => index)
    .filter((at) => at >= after)
}

/**
 * Inside a line a number is one of ours only if what follows it leaves no doubt: an answer that reads whole up to the next number, or
 * a colon before words where the line goes on counting.
 */
function numberWithin(
  text: string,
  at: number,
  { asked, before }: { asked: Asked; before: Number | null },
): Number | null {
  const found = numberAt(text, at, asked)
  if (!found) return null
  const { question, end } = found
  const sign = /^(\s?[:=]|[.)\]]|(?=[a-z]\b))[\s*_]*/.exec(text.slice(end))?.[0]
  if (sign === undefined) return null
  const begin = end + sign.length
  if (isMarked(question)) {
    const stops = [...placesWithin(text, begin), text.length]
    const reads = stops.some((stop) => isAllMarks(question, text.slice(begin, stop), asked))
    return reads ? { question, end: begin } : null
  }
  const goesOn = before !== null && question.place > before.question.place && /[:=]\s/.test(`${sign} `)
  return goesOn && !/^[:=]\d/.test(text.slice(end)) ? { question, end: begin } : null
}
