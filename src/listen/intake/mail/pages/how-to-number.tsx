import type { Translate } from '#core/i18n/translate.ts'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import type { Call } from '../../../calls/index.ts'
import { letterOf } from '../../numbered/asked.ts'
import { hintAt } from '../../numbered/how-to-answer.ts'
import { m } from '../../numbered/messages.ts'

/** Each question with its number and its letters, and how it is answered in plain text. */
export function HowToNumber({ t, call }: { t: Translate; call: Call }) {
  return (
    <>
      <p>{t(m.howLead)}</p>
      <ol>
        {call.questions.map((question) => (
          <li value={question.place}>
            <InLanguage lang={call.language}>{question.wording}</InLanguage>{' '}
            <span class="small quiet">{hintAt(t, question)}</span>
            {question.options.length > 0 && (
              <ul class="bare">
                {question.options.map(({ place, wording }, _, { length }) => (
                  <li>
                    <bdi>{letterOf(place, length)})</bdi>{' '}
                    <InLanguage lang={call.language}>{wording}</InLanguage>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
