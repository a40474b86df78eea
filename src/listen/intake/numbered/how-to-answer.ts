import type { Translate } from '#core/i18n/translate.ts'
import type { Call, Question } from '../../calls/index.ts'
import { letterOf } from './asked.ts'
import { m } from './messages.ts'

/** Whether a mail to it is its answer as it stands, without a number. */
export function isOneOpenQuestion({ questions }: Pick<Call, 'questions'>): boolean {
  return questions.length === 1 && questions[0]?.kind === 'open'
}

/** How each question (or those that are left) is answered in plain text, in the reader's language. */
export function howToAnswer(t: Translate, questions: readonly Question[]): string {
  const each = questions.map((question) => [...linesAbout(t, question), ...boxesOf(question)].join('\n'))
  return [t(m.howLead), ...each].join('\n\n')
}

/** The same for what could not be read; nothing where all was clear. */
export function howAgain(t: Translate, { questions }: Call, unread: readonly { place: number }[]): string[] {
  const again = questions.filter((question) => unread.some(({ place }) => place === question.place))
  return again.length === 0 ? [] : [howToAnswer(t, again)]
}

/** The same to be filled in: what is ours stands as a quote, which is not read. */
export function formToFill(t: Translate, { questions }: Call): string {
  return questions
    .map((question) =>
      [...linesAbout(t, question).map((line) => `> ${line}`), ...boxesOf(question)].join('\n'),
    )
    .join('\n\n')
}

function linesAbout(t: Translate, question: Question): string[] {
  const { place, wording, options } = question
  return [
    `${place}. ${wording} (${hintAt(t, question)})`,
    ...options.map((option) => `${letterOf(option.place, options.length)}) ${option.wording}`),
  ]
}

/** `3a: …`, or `3.27: …` where the letters do not reach. */
function boxesOf({ kind, place, options }: Question): string[] {
  if (kind !== 'statements') return [`${place}: `]
  const letter = (option: number) => letterOf(option, options.length)
  return options.map(
    (option) => `${place}${/\d/.test(letter(option.place)) ? '.' : ''}${letter(option.place)}: `,
  )
}

/** What stands behind a question: how it is answered. */
export function hintAt(t: Translate, { kind, mostChoices }: Question): string {
  if (kind === 'open') return t(m.howOpen)
  if (kind === 'choice') return t(m.howChoice, { most: mostChoices })
  return kind === 'statements' ? t(m.howStatements) : t(m.howPlace)
}
