export const QUESTION_KINDS = ['open', 'choice', 'statements', 'place'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const AUDIENCES = ['anyone', 'members', 'unit'] as const
export type Audience = (typeof AUDIENCES)[number]

/** One thing that a call asks. */
export interface Question {
  id: string
  /** Counts from one. */
  place: number
  kind: QuestionKind
  wording: string
  help: string
  isRequired: boolean
  /** Of a choice. */
  mostChoices: number
  /** A choice's options, or the statements to agree or disagree with. */
  options: readonly Option[]
}

export interface Option {
  id: string
  place: number
  wording: string
}

/** A call as its page, its form and its desk need it. */
export interface Call {
  id: string
  number: number
  /** Null once it was lawfully removed. */
  title: string | null
  language: string
  about: string
  body: { id: string; slug: string; name: string; unitId: string; lineage: string[]; holdsStrangers: boolean }
  audience: Audience
  audienceUnit: { id: string; slug: string; name: string } | null
  opensAt: Date
  closesAt: Date
  /** Until then helpers may bring in what was said before the closing. */
  helpersUntil: Date
  promise: string
  /** `2026-12-24` */
  promisedOn: string
  notice: { id: string; slug: string; version: number }
  announcedAt: Date
  resultPublishedAt: Date | null
  visibility: string
  questions: readonly Question[]
}

export type CallState = 'coming' | 'open' | 'finished'

/** Open from its first instant, and not at its last: a call that closes at noon is closed at noon. */
export function stateOf({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }, now: Date): CallState {
  if (now < opensAt) return 'coming'
  return now < closesAt ? 'open' : 'finished'
}

export const pathToCall = (number: number) => `/calls/${number}`
export const pathToAnswer = (number: number) => `/answers/${number}`
