import type { ComponentChildren } from 'preact'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { reasonOf, reasonSaid } from '#ground/translations/pages/translated-reason.tsx'
import type { SaidElsewhere, SaidIn } from '#ground/translations/said-in.ts'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Section } from '#ui/section/section.tsx'
import { Step, Thread } from '#ui/thread/thread.tsx'
import { m } from '../messages.ts'
import type { ThemeStep } from '../theme-answers.ts'

interface StoryProps {
  t: Translate
  /** Of the theme. */
  number: number
  steps: readonly ThemeStep[]
  said: SaidIn
}

/** What became of a theme, step by step. */
export function Story({ t, number, steps, said }: StoryProps) {
  return (
    <Section heading={t(m.story)} note={t(m.storyNote)}>
      <Thread label={t(m.story)}>
        {steps.map((step) => (
          <StoryStep t={t} step={step} said={(words) => said(number, words)} />
        ))}
      </Thread>
    </Section>
  )
}

interface StoryStepProps {
  t: Translate
  step: ThemeStep
  said: (words: string) => SaidElsewhere | null
}

function StoryStep({ t, step, said }: StoryStepProps) {
  const own = reasonOf(step)
  const translated = own && reasonSaid(t, own, said(own.reason))
  const read = translated ?? (own && { words: own.reason, language: own.language })
  return (
    <Step
      title={t(entryGloss(step.kind))}
      facts={stepFacts(t, step)}
      reason={read ? { words: read.words, lang: read.language, dir: directionOf(read.language) } : undefined}
    >
      {translated?.note}
    </Step>
  )
}

function stepFacts(t: Translate, { at, words, bodyName }: ThemeStep) {
  const { by, title, to, answers, language } = words ?? {}
  const lang = typeof language === 'string' ? language : ''
  const facts: ComponentChildren[] = [t.moment(at)]
  if (typeof by === 'string') facts.push(by)
  else if (bodyName) facts.push(bodyName)
  if (typeof title === 'string')
    facts.push(t.around(m.named, { title: <InLanguage lang={lang}>{title}</InLanguage> }))
  if (typeof answers === 'number') facts.push(t(m.countOfAnswers, { count: answers }))
  if (typeof to === 'number') facts.push(<a href={`/themes/${to}`}>{t(m.themeNumber, { number: to })}</a>)
  return facts
}
