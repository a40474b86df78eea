import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { reasonSaid } from '#ground/translations/pages/translated-reason.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import { Section } from '#ui/section/section.tsx'
import { Step, Thread } from '#ui/thread/thread.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import { pathToCall } from '../call.ts'
import type { SeenAnswer } from '../find-answer.ts'
import type { AnswerSteps, StepDecision } from '../themes/answer-steps.ts'
import { outcomeWords } from '../themes/pages/theme-words.tsx'

interface WhatBecameProps {
  t: Translate
  answer: SeenAnswer
  became: AnswerSteps
  said: SaidIn
}

/** From the call to its themes to what was decided: one click each way. */
export function WhatBecame({ t, answer, became, said }: WhatBecameProps) {
  const { call } = answer
  return (
    <Section heading={t(m.whatBecame)} note={t(m.whatBecameNote)}>
      <Thread label={t(m.whatBecame)}>
        <Step
          standing={became.themes.length + became.decisions.length > 0 ? 'done' : 'now'}
          title={<a href={pathToCall(call.number)}>{t(m.readWithTheCall, { body: call.body.name })}</a>}
          facts={[t(m.answerDue, { day: t.day(noonOf(call.promisedOn)) })]}
        />
        {became.themes.map((theme) => (
          <>
            {theme.name !== null && (
              <Step
                title={
                  <a href={`/themes/${theme.number}`}>
                    {t(m.inTheme, {
                      others: Math.max(0, theme.others),
                      theme: said(theme.number, theme.name)?.words ?? theme.name,
                    })}
                  </a>
                }
              />
            )}
            {theme.decisions.map((decision) => (
              <Decision t={t} number={theme.number} decision={decision} said={said} />
            ))}
          </>
        ))}
        {became.decisions.map((decision) => (
          <Decision t={t} number={answer.number} decision={decision} said={said} />
        ))}
      </Thread>
    </Section>
  )
}

interface DecisionProps extends Pick<WhatBecameProps, 't' | 'said'> {
  /** Of the theme or the answer that was decided about. */
  number: number
  decision: StepDecision
}

function Decision({ t, number, decision, said }: DecisionProps) {
  const { reason, leadsTo } = decision
  const translated = reasonSaid(t, decision, said(number, reason))
  const { words, language } = translated ?? { words: reason, language: decision.language }
  return (
    <Step
      title={outcomeWords(t, decision)}
      facts={[decision.bodyName, t.day(decision.decidedAt)]}
      reason={{ words, lang: language, dir: directionOf(language) }}
    >
      {translated?.note}
      {leadsTo && (
        <p>
          <a href={pathTo(leadsTo)} lang={leadsTo.language} dir={directionOf(leadsTo.language)}>
            {leadsTo.title ?? String(leadsTo.number)}
          </a>
        </p>
      )}
    </Step>
  )
}
