import type { Translate } from '#core/i18n/translate.ts'
import type { Call, NewMark, Question } from '../../calls/index.ts'
import { fold } from './fold.ts'
import { m } from './messages.ts'

/** What a call asks, in every language it is known in, folded: as an answer in plain text is read against it. */
export interface Asked {
  questions: readonly AskedQuestion[]
  /** Words for agree, disagree and no opinion, the longest first. */
  marks: readonly { words: string; mark: NewMark['mark'] }[]
  /** "question", "q": what people write before the number. */
  labels: readonly string[]
}

export interface AskedQuestion {
  id: string
  place: number
  kind: Question['kind']
  mostChoices: number
  wordings: readonly string[]
  options: readonly AskedOption[]
}

export interface AskedOption {
  id: string
  place: number
  wordings: readonly string[]
}

/** `calls` is one call as it reads in each of its languages; `spoken` are the languages of the house. Pure. */
export function askedIn(calls: readonly Call[], spoken: readonly Translate[]): Asked {
  const [first] = calls
  const inAll = (say: (call: Call) => string | undefined) =>
    distinct(calls.map((call) => withoutEnd(fold(say(call)?.trim() ?? '').text)))
  const questions = (first?.questions ?? []).map(({ id, place, kind, mostChoices, options }, at) => ({
    id,
    place,
    kind,
    mostChoices,
    wordings: inAll((call) => call.questions[at]?.wording),
    options: options.map((option, nth) => ({
      id: option.id,
      place: option.place,
      wordings: inAll((call) => call.questions[at]?.options[nth]?.wording),
    })),
  }))
  return { questions, marks: marksIn(spoken), labels: listsIn(spoken, 'questionWords') }
}

function marksIn(spoken: readonly Translate[]): Asked['marks'] {
  const of = (name: keyof typeof m & `${string}Words`, mark: NewMark['mark']) =>
    listsIn(spoken, name).map((words) => ({ words, mark }))
  return [...of('agreeWords', 1), ...of('disagreeWords', -1), ...of('passWords', 0)].toSorted(
    (a, b) => b.words.length - a.words.length,
  )
}

function listsIn(spoken: readonly Translate[], name: keyof typeof m & `${string}Words`): string[] {
  return distinct(spoken.flatMap((t) => t(m[name]).split(/[,،]/)).map((words) => fold(words.trim()).text))
}

/** Nobody types the full stop of an option. */
const withoutEnd = (text: string) => text.replace(/[\s.!?]+$/, '')

const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '')

/** `a`, `b` …: how an option is named in plain text; those beyond the alphabet by their number. */
export function letterOf(place: number, most: number): string {
  return most > LETTERS.length ? String(place) : (LETTERS[place - 1] ?? String(place))
}

export const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
