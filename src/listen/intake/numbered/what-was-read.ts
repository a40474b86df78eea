import type { Translate } from '#core/i18n/translate.ts'
import type { Call, Question } from '../../calls/index.ts'
import { letterOf } from './asked.ts'
import { m } from './messages.ts'
import type { Numbered, Unread } from './read-numbered.ts'

/** What a text said, with the place that its name led to. */
export interface Reading extends Numbered {
  unit: { id: string; name: string } | null
}

/** Each question with what was understood, for whoever wrote it. */
export function whatWasRead(t: Translate, call: Call, reading: Reading): string {
  const each = call.questions.map((question) => {
    const said = saidTo(t, question, reading)
    return `${question.place}. ${question.wording}\n${said === '' ? t(m.notAnswered) : quoted(said)}`
  })
  return t(m.understood, { answers: each.join('\n\n') })
}

/** What was not understood, and what belongs to no question: a paragraph each, none where all was clear. */
export function whatWasNot(t: Translate, call: Call, { unread, beside }: Reading): string[] {
  const said = unread.map((one) => t(m.unreadLine, { said: one.said, why: why(t, call, one) })).join('\n\n')
  return [
    ...(said === '' ? [] : [t(m.unread, { said })]),
    ...(beside === '' ? [] : [t(m.beside, { body: call.body.name, words: quoted(beside) })]),
  ]
}

/** The same in a line, for a text message: `1: …; 2: b; 3a: agree`. */
export function readInShort(t: Translate, call: Call, reading: Reading): string {
  return call.questions
    .flatMap((question) => {
      const { place, kind } = question
      const isWords = kind === 'open' && reading.words.some(({ questionId }) => questionId === question.id)
      if (isWords) return [`${place}: …`]
      if (kind === 'place') return reading.unit ? [`${place}: ${reading.unit.name}`] : []
      const labels = marked(question, reading).map(({ label, mark }) =>
        kind === 'choice' ? label : `${label} ${stance(t, mark)}`,
      )
      return labels.length > 0 ? [`${place}: ${labels.join(', ')}`] : []
    })
    .join('; ')
}

function saidTo(t: Translate, question: Question, reading: Reading): string {
  if (question.kind === 'open')
    return reading.words.find(({ questionId }) => questionId === question.id)?.words ?? ''
  if (question.kind === 'place') return reading.unit?.name ?? ''
  return marked(question, reading)
    .map(({ label, wording, mark }) =>
      question.kind === 'choice' ? `${label}) ${wording}` : `${label}) ${wording}: ${stance(t, mark)}`,
    )
    .join('\n')
}

function marked({ options }: Question, { marks }: Reading) {
  return options.flatMap(({ id, place, wording }) => {
    const mark = marks.find(({ optionId }) => optionId === id)?.mark
    return mark === undefined ? [] : [{ label: letterOf(place, options.length), wording, mark }]
  })
}

const stance = (t: Translate, mark: -1 | 0 | 1) => t({ 1: m.agree, [-1]: m.disagree, 0: m.pass }[mark])

function why(t: Translate, call: Call, { place, why }: Unread): string {
  if (why === 'no-option') return t(m.whyNoOption)
  if (why === 'no-mark') return t(m.whyNoMark)
  if (why === 'no-place') return t(m.whyNoPlace)
  return t(m.whyTooMany, { most: call.questions.find((one) => one.place === place)?.mostChoices ?? 1 })
}

const MOST_SHOWN = 2_000

/** As a quote in plain text, which our own reader passes over when it comes back. */
export function quoted(words: string): string {
  const shown = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).toWellFormed()} …` : words
  return shown
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
