import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Words } from '#ui/words/words.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import type { Call, Question } from '../call.ts'

interface Given {
  language: string
  words: readonly { questionId: string; words: string | null }[]
  marks: readonly { optionId: string; mark: number }[]
}

/** Each question with what was answered to it; what was left out is left out. */
export function WhatWasAnswered({ t, call, answer }: { t: Translate; call: Call; answer: Given }) {
  return (
    <>
      {call.questions.map((question) => {
        const said = answer.words.find(({ questionId }) => questionId === question.id)?.words
        const marks = marksAt(question, answer)
        if (!said && marks.length === 0) return null
        return (
          <div class="stack">
            <h3 lang={call.language} dir={directionOf(call.language)}>
              {question.wording}
            </h3>
            {said && (
              <Words words={said} format="plain" lang={answer.language} dir={directionOf(answer.language)} />
            )}
            {marks.length > 0 && (
              <ul>
                {marks.map(({ wording, mark }) => (
                  <li>
                    {question.kind === 'statements' ? (
                      t.around(m.marked, {
                        statement: <InLanguage lang={call.language}>{wording}</InLanguage>,
                        mark: <strong>{t(markWords(mark))}</strong>,
                      })
                    ) : (
                      <InLanguage lang={call.language}>{wording}</InLanguage>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )
      })}
    </>
  )
}

function marksAt({ options }: Question, { marks }: Given) {
  return options.flatMap(({ id, wording }) => {
    const found = marks.find(({ optionId }) => optionId === id)
    return found ? [{ wording, mark: found.mark }] : []
  })
}

function markWords(mark: number) {
  if (mark > 0) return m.agree
  return mark < 0 ? m.disagree : m.pass
}
