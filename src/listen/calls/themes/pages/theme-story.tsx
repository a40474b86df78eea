import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { Section } from '#ui/section/section.tsx'
import { Step, Thread } from '#ui/thread/thread.tsx'
import { m } from '../messages.ts'
import type { ThemeStep } from '../theme-answers.ts'
import type { ThemeLink } from './theme-words.tsx'

/** What became of a theme, step by step. */
export function Story({ t, steps }: { t: Translate; steps: readonly ThemeStep[] }) {
  return (
    <Section heading={t(m.story)} note={t(m.storyNote)}>
      <Thread label={t(m.story)}>
        {steps.map((step) => (
          <Step title={t(entryGloss(step.kind))} facts={stepFacts(t, step)} reason={reasonOf(step)} />
        ))}
      </Thread>
    </Section>
  )
}

function stepFacts(t: Translate, { at, words, bodyName }: ThemeStep) {
  const { by, title, to, answers } = words ?? {}
  const facts: (string | ReturnType<typeof ThemeLink>)[] = [t.moment(at)]
  if (typeof by === 'string') facts.push(by)
  else if (bodyName) facts.push(bodyName)
  if (typeof title === 'string') facts.push(`“${title}”`)
  if (typeof answers === 'number') facts.push(`${t(m.answers)}: ${t.number(answers)}`)
  if (typeof to === 'number') facts.push(<a href={`/themes/${to}`}>{t(m.themeNumber, { number: to })}</a>)
  return facts
}

function reasonOf({ words }: ThemeStep) {
  const { reason, language } = words ?? {}
  if (typeof reason !== 'string') return undefined
  const lang = typeof language === 'string' ? language : undefined
  return { words: reason, lang, dir: lang ? directionOf(lang) : undefined }
}
