import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { reasonSaid } from '#ground/translations/pages/translated-reason.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import { Mark, type Status } from '#ui/mark/mark.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { choiceMessages, OUTCOME_MESSAGES } from '../choice-messages.ts'
import { m } from '../messages.ts'
import type { Outcome, Theme, ThemeDecision } from '../themes-of.ts'

/** A theme's name as people gave it, its words until then, its number where no words stand out. */
export function nameOf(t: Translate, theme: Pick<Theme, 'name' | 'words' | 'number' | 'inLanguage'>): string {
  if (theme.inLanguage) return theme.inLanguage.name
  if (theme.name !== null) return theme.name
  return theme.words.length > 0 ? theme.words.slice(0, 3).join(', ') : t(m.unnamed, { number: theme.number })
}

type Named = Pick<Theme, 'name' | 'words' | 'number' | 'inLanguage' | 'language'>

/** The language of what a theme is called; none where the name is ours. */
export function languageOfName({ name, words, inLanguage, language }: Named): string | undefined {
  return name !== null || words.length > 0 ? (inLanguage?.language ?? language) : undefined
}

/** The way to a theme, above a page of it. */
export function crumbOfTheme(t: Translate, theme: Named) {
  return { label: nameOf(t, theme), href: `/themes/${theme.number}`, lang: languageOfName(theme) }
}

/** The name as a link, in its own language. */
export function ThemeLink({ t, theme, to = '' }: { t: Translate; theme: Theme; to?: string }) {
  const language = languageOfName(theme)
  return (
    <a
      href={`/themes/${theme.number}${to}`}
      lang={language}
      dir={language ? directionOf(language) : undefined}
    >
      {nameOf(t, theme)}
    </a>
  )
}

const STATUS: Readonly<Record<Outcome, Status>> = {
  'taken-up': 'accepted',
  'not-taken-up': 'refused',
  done: 'answered',
  answered: 'answered',
}

export function OutcomeMark({
  t,
  decision,
}: {
  t: Translate
  decision: Pick<ThemeDecision, 'outcome' | 'onDay'> | null
}) {
  if (!decision) return <Mark status="open">{t(m.undecided)}</Mark>
  return <Mark status={STATUS[decision.outcome]}>{outcomeWords(t, decision)}</Mark>
}

export function outcomeWords(
  t: Translate,
  { outcome, onDay }: Pick<ThemeDecision, 'outcome' | 'onDay'>,
): string {
  const words = t(OUTCOME_MESSAGES[outcome])
  return onDay ? t(choiceMessages.onThatDay, { outcome: words, day: t.day(noonOf(onDay)) }) : words
}

interface DecisionWordsProps {
  t: Translate
  /** Of the theme. */
  number: number
  decision: ThemeDecision
  said: SaidIn
}

/** What the body does with it, why, and where it goes. */
export function DecisionWords({ t, number, decision, said }: DecisionWordsProps) {
  const { reason, language, leadsTo, decidedAt } = decision
  const translated = reasonSaid(t, decision, said(number, reason))
  const lang = translated?.language ?? language
  return (
    <>
      <p class="line">
        <OutcomeMark t={t} decision={decision} />
        <span class="quiet">{t.day(decidedAt)}</span>
      </p>
      <Said lang={lang} dir={directionOf(lang)}>
        {translated?.words ?? reason}
      </Said>
      {translated?.note}
      {leadsTo && (
        <p>
          <a href={pathTo(leadsTo)}>{t(choiceMessages.ledTo, { number: leadsTo.number })}</a>
          {leadsTo.title && (
            <>
              {': '}
              <span lang={leadsTo.language} dir={directionOf(leadsTo.language)}>
                {leadsTo.title}
              </span>
            </>
          )}
        </p>
      )}
    </>
  )
}
