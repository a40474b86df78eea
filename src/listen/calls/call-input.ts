import { z } from 'zod'
import { dayOf, lineOf, orNothing, words } from '#core/input/text.ts'
import { AUDIENCES, QUESTION_KINDS } from './call.ts'
import { callFormMessages as m } from './call-form-messages.ts'

export const MOST_QUESTIONS = 20
export const MOST_OPTIONS = 50

/** A minute as the browser sends it, or an instant with its zone; without one it is UTC, as everywhere in the house. */
const instant = (missing: string) =>
  z
    .string({ error: missing })
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/, { error: missing })
    .transform((text) => new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`))
    .refine((at) => !Number.isNaN(at.getTime()), { error: missing })

/** What the form and the API send of a call, apart from its questions. */
export const callInput = z.object({
  body: z.string({ error: m.bodyMissing.id }).min(1, { error: m.bodyMissing.id }).max(100),
  title: lineOf(200, m.titleMissing.id),
  about: orNothing(words(5_000)),
  language: z.string({ error: m.languageMissing.id }).regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, {
    error: m.languageMissing.id,
  }),
  audience: z.enum(AUDIENCES, { error: m.audienceMissing.id }),
  audience_unit: orNothing(z.string().max(100)),
  opens_at: instant(m.opensMissing.id),
  closes_at: instant(m.closesMissing.id),
  helpers_until: orNothing(instant(m.closesMissing.id)),
  promise: words(1_000, m.promiseMissing.id),
  promised_on: dayOf(m.promisedOnMissing.id),
  notice: z.string({ error: m.noticeMissing.id }).min(1, { error: m.noticeMissing.id }).max(100),
})

export type CallInput = z.infer<typeof callInput>

export const questionInput = z.object({
  kind: z.enum(QUESTION_KINDS),
  wording: lineOf(500, m.wordingMissing.id),
  help: orNothing(lineOf(500)),
  required: orNothing(z.literal('yes')),
  most: orNothing(z.coerce.number().int().min(1).max(MOST_OPTIONS)),
  options: orNothing(words(10_000)),
})

/** A question as it stands on the form: texts, complete or not. */
export interface TypedQuestion {
  kind: string
  wording: string
  help: string
  required: string
  most: string
  options: string
}

type Form = Readonly<Record<string, unknown>>
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const PARTS = ['kind', 'wording', 'help', 'required', 'most', 'options'] as const

/** `question-1-wording` and so on, in their order, as far as they were typed. */
export function questionsTyped(form: Form): TypedQuestion[] {
  const typed: TypedQuestion[] = []
  for (let place = 1; place <= MOST_QUESTIONS && text(form[`question-${place}-kind`]) !== ''; place += 1) {
    const [kind, wording, help, required, most, options] = PARTS.map((part) =>
      text(form[`question-${place}-${part}`]),
    )
    typed.push({
      kind: kind ?? '',
      wording: wording ?? '',
      help: help ?? '',
      required: required ?? '',
      most: most ?? '',
      options: options ?? '',
    })
  }
  return typed
}

/** The form's fields of these questions, numbered anew. */
export function questionFields(questions: readonly TypedQuestion[]): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question, at) =>
      PARTS.map((part) => [`question-${at + 1}-${part}`, question[part]] as const),
    ),
  )
}

const EMPTY: TypedQuestion = { kind: '', wording: '', help: '', required: '', most: '', options: '' }

/** `add-choice`, `remove-2`, `up-2`: the questions after that button; null when it was another. Pure. */
export function rearranged(questions: readonly TypedQuestion[], button: string): TypedQuestion[] | null {
  const [what = '', which = ''] = button.split('-')
  const at = Number(which) - 1
  if (what === 'add' && QUESTION_KINDS.some((kind) => kind === which))
    return questions.length < MOST_QUESTIONS ? [...questions, { ...EMPTY, kind: which }] : [...questions]
  if (what === 'remove') return questions.filter((_, place) => place !== at)
  if (what !== 'up' || at < 1) return what === 'up' ? [...questions] : null
  return questions.map((question, place) => {
    if (place === at - 1) return questions[at] ?? question
    return place === at ? (questions[at - 1] ?? question) : question
  })
}
