import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { Call, Question } from '../call.ts'
import { m } from '../messages.ts'

type Asked = Pick<Call, 'language'> & { questions: readonly Omit<Question, 'id'>[] }

/** What is asked, in the call's own language. */
export function QuestionsAsked({ t, call }: { t: Translate; call: Asked }) {
  const direction = directionOf(call.language)
  return (
    <ol>
      {call.questions.map((question) => (
        <li>
          <p lang={call.language} dir={direction}>
            {question.wording}
          </p>
          <p class="small quiet">{kindWords(t, question)}</p>
          {question.options.length > 0 && (
            <ul lang={call.language} dir={direction}>
              {question.options.map(({ wording }) => (
                <li>{wording}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

const KINDS = {
  open: m.questionOpen,
  choice: m.questionChoice,
  statements: m.questionStatements,
  place: m.questionPlace,
} as const

export function kindWords(t: Translate, { kind, mostChoices, isRequired }: Omit<Question, 'id'>): string {
  const what = kind === 'choice' ? t(m.mayChoose, { most: mostChoices }) : t(KINDS[kind])
  return isRequired ? `${what} ${t(m.mustBeAnswered)}` : what
}
