import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { Section } from '#ui/section/section.tsx'
import { Step, Thread } from '#ui/thread/thread.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import { pathToCall } from '../call.ts'
import type { SeenAnswer } from '../find-answer.ts'
import type { AnswerSteps, StepDecision } from '../themes/answer-steps.ts'

interface WhatBecameProps {
  t: Translate
  answer: SeenAnswer
  became: AnswerSteps
}

/** From the call to its themes to what was decided: one click each way. */
export function WhatBecame({ t, answer, became }: WhatBecameProps) {
  const { call } = answer
  return (
    <Section heading={t(m.whatBecame)} note={t(m.whatBecameNote)}>
      <Thread label={t(m.whatBecame)}>
        <Step
          standing={became.themes.length + became.decisions.length > 0 ? 'done' : 'now'}
          title={<a href={pathToCall(call.number)}>{t(m.readWithTheCall, { body: call.body.name })}</a>}
          facts={[t(m.answerDue, { day: t.day(new Date(`${call.promisedOn}T12:00:00Z`)) })]}
        />
        {became.themes.map((theme) => (
          <>
            {theme.name !== null && (
              <Step
                title={
                  <a href={`/themes/${theme.number}`}>
                    {t(m.inTheme, { others: Math.max(0, theme.others), theme: theme.name })}
                  </a>
                }
              />
            )}
            {theme.decisions.map((decision) => (
              <Decision t={t} decision={decision} />
            ))}
          </>
        ))}
        {became.decisions.map((decision) => (
          <Decision t={t} decision={decision} />
        ))}
      </Thread>
    </Section>
  )
}

function Decision({ t, decision }: { t: Translate; decision: StepDecision }) {
  const { reason, language, leadsTo } = decision
  return (
    <Step
      title={outcomeWords(t, decision)}
      facts={[decision.bodyName, t.day(decision.decidedAt)]}
      reason={{ words: reason, lang: language, dir: directionOf(language) }}
    >
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

const OUTCOMES = {
  'taken-up': m.outcomeTakenUp,
  'not-taken-up': m.outcomeNotTakenUp,
  done: m.outcomeDone,
  answered: m.outcomeAnswered,
} as const

function outcomeWords(t: Translate, { outcome, onDay }: StepDecision): string {
  const words = t(OUTCOMES[outcome as keyof typeof OUTCOMES])
  return onDay ? `${words} (${t.day(new Date(`${onDay}T12:00:00Z`))})` : words
}
