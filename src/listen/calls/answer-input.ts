import { z } from 'zod'
import { emailAddress, lineOf, orNothing } from '#core/input/text.ts'
import { answerMessages as m } from './answer-messages.ts'
import type { Call, Question } from './call.ts'
import type { NewMark } from './new-answer.ts'

export const AUTHORSHIPS = ['named', 'withheld', 'anonymous'] as const

const languageTag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)

/**
 * What the form and the API send: `q1` for the first question (words; the places of options; a unit's slug), `q3-2` for the
 * second statement of the third (`agree`, `disagree`, `pass`).
 */
export const answerInput = z
  .object({
    language: orNothing(languageTag),
    authorship: z.enum(AUTHORSHIPS, { error: m.authorshipMissing.id }),
    name: orNothing(lineOf(120)),
    email: orNothing(emailAddress),
    on_behalf_of: orNothing(z.string().max(100)),
  })
  .catchall(z.unknown())

export const MARKS = { agree: 1, disagree: -1, pass: 0 } as const

/** The name of a question's field on the form. */
export const fieldOf = ({ place }: Pick<Question, 'place'>) => `q${place}`
export const statementField = (question: Pick<Question, 'place'>, option: { place: number }) =>
  `q${question.place}-${option.place}`

export interface ReadAnswer {
  words: { questionId: string; words: string }[]
  marks: NewMark[]
  /** Slugs of units, of place questions. */
  places: { field: string; slug: string }[]
}

type Form = Readonly<Record<string, unknown>>

const textsIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []))

/** What was answered, as far as it can be read; whether it fits the questions is asked afterwards. */
export function readAnswer(form: Form, { questions }: Pick<Call, 'questions'>): ReadAnswer {
  const of = (kind: Question['kind']) => questions.filter((question) => question.kind === kind)
  return {
    words: of('open').flatMap((question) => wordsAt(form, question)),
    marks: [
      ...of('choice').flatMap((question) => choicesAt(form, question)),
      ...of('statements').flatMap((question) => statementsAt(form, question)),
    ],
    places: of('place').flatMap((question) => {
      const field = fieldOf(question)
      const [slug = ''] = textsIn(form[field])
      return slug === '' ? [] : [{ field, slug }]
    }),
  }
}

function wordsAt(form: Form, question: Question) {
  const [text = ''] = textsIn(form[fieldOf(question)])
  const words = text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  return words === '' ? [] : [{ questionId: question.id, words }]
}

function choicesAt(form: Form, question: Question): NewMark[] {
  return [...new Set(textsIn(form[fieldOf(question)]))].flatMap((place) => {
    if (place === '') return []
    const option = question.options.find((one) => String(one.place) === place)
    return [{ optionId: option?.id ?? place, mark: 1 as const }]
  })
}

function statementsAt(form: Form, question: Question): NewMark[] {
  return question.options.flatMap((option) => {
    const [said = ''] = textsIn(form[statementField(question, option)])
    return said in MARKS ? [{ optionId: option.id, mark: MARKS[said as keyof typeof MARKS] }] : []
  })
}
