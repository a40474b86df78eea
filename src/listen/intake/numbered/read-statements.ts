import type { NewMark } from '../../calls/index.ts'
import type { Asked, AskedOption, AskedQuestion } from './asked.ts'
import { optionAt } from './read-choice.ts'
import { type Item, longestAt, readItems } from './read-items.ts'

export interface Stance {
  option: AskedOption
  mark: NewMark['mark']
}

type Said = { option: AskedOption | null; mark: NewMark['mark'] }

/** "a: agree, b: no", or as many words as there are statements, in their order; null where it is not clear. Pure. */
export function readStatements(
  question: AskedQuestion,
  text: string,
  marks: Asked['marks'],
): { stances: Stance[]; rest: number } | null {
  const read = readItems(text, (said, at) => stanceAt(question, said, { at, marks }))
  if (!read) return isOurList(question, text) ? { stances: [], rest: text.length } : null
  const stances = inPlace(
    question,
    read.items.map(({ value }) => value),
  )
  return stances && { stances, rest: read.rest }
}

function stanceAt(
  question: AskedQuestion,
  text: string,
  { at, marks }: { at: number; marks: Asked['marks'] },
): Item<Said> | null {
  const named = optionAt(question, text, at)
  if (named) {
    const next = named.end + (/^[\s).\]:=*"'»”?!,-]*/.exec(text.slice(named.end))?.[0].length ?? 0)
    const mark = markAt(text, next, marks)
    if (mark) return { value: { option: named.value, mark: mark.mark }, end: mark.end, by: 'both' }
  }
  const mark = markAt(text, at, marks)
  return mark && { value: { option: null, mark: mark.mark }, end: mark.end, by: 'words' }
}

function markAt(text: string, at: number, marks: Asked['marks']) {
  const words = longestAt(
    text,
    at,
    marks.map((one) => one.words),
  )
  const found = words === null ? undefined : marks.find((one) => one.words === words)
  return found ? { mark: found.mark, end: at + found.words.length } : null
}

/** Each with its statement: named, or by the order where every statement has its word. */
function inPlace({ options }: AskedQuestion, said: readonly Said[]): Stance[] | null {
  const named = said.flatMap(({ option, mark }) => (option ? [{ option, mark }] : []))
  if (named.length === said.length) return isClear(named) ? named : null
  if (named.length > 0 || said.length !== options.length) return null
  return options.flatMap((option, at) => said.slice(at, at + 1).map(({ mark }) => ({ option, mark })))
}

function isClear(stances: readonly Stance[]): boolean {
  return stances.every(({ option, mark }) =>
    stances.every((other) => other.option !== option || other.mark === mark),
  )
}

/** The statements alone, or their letters, as our own letter has them: nothing was said to them. */
function isOurList(question: AskedQuestion, text: string): boolean {
  const read = readItems(text, (said, at) => optionAt(question, said, at))
  return read !== null && read.rest === text.length
}
