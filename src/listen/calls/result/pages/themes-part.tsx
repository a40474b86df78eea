import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { titleFact } from '#ground/translations/pages/translated.tsx'
import { reasonSaid } from '#ground/translations/pages/translated-reason.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import { Bar } from '#ui/bar/bar.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { OutcomeMark } from '../../themes/pages/theme-words.tsx'
import { agreementFigures } from '../agreement-figures.ts'
import type { QuestionFigures, ThemeDecision, ThemeFigures } from '../figures.ts'
import { m } from '../messages.ts'
import { countsInWords } from '../words-of.ts'

type Props = {
  t: Translate
  question: QuestionFigures
  said: SaidIn
  /** Of the call: its team names themes in it. */
  language: string
}

/** What people wrote, as themes with everything that is known of them, and how far that may be trusted. */
export function ThemesPart({ t, question, said, language }: Props) {
  const { themes, without_theme: without } = question
  if (themes.length === 0) return <p>{t(m.noThemes)}</p>
  const largest = Math.max(1, ...themes.map(({ answers }) => answers))
  const wholes = themes.filter((theme) => theme.part_of === null)
  const partsOf = Map.groupBy(themes, (theme) => theme.part_of)
  const unanswered = wholes.filter((theme) => isUnanswered(theme, partsOf.get(theme.number) ?? [])).length
  return (
    <>
      <h3>{t(m.themesFound, { count: wholes.length })}</h3>
      <p>{t(m.unanswered, { count: unanswered })}</p>
      <RuledList ordered>
        {wholes.map((theme) => (
          <Theme
            t={t}
            theme={theme}
            said={said}
            language={language}
            largest={largest}
            parts={partsOf.get(theme.number) ?? []}
          />
        ))}
      </RuledList>
      {without > 0 && <p>{t(m.withoutTheme, { count: without })}</p>}
      <Agreement t={t} question={question} />
    </>
  )
}

/** A theme is answered when it, or every part of it, is. */
export function isUnanswered({ decision }: ThemeFigures, parts: readonly ThemeFigures[]): boolean {
  return decision === null && (parts.length === 0 || parts.some((part) => part.decision === null))
}

interface ThemeProps extends Pick<Props, 't' | 'said' | 'language'> {
  theme: ThemeFigures
  largest: number
  parts: readonly ThemeFigures[]
}

function Theme({ t, theme, said, language, largest, parts }: ThemeProps) {
  const { number, title, words, answers, quotations, decision } = theme
  const name = said(number, title)
  return (
    <Item
      title={{ ...nameOf(said, theme, language), href: `/themes/${number}` }}
      mark={<Outcome t={t} decision={decision} />}
      facts={[...factsOf(t, theme), ...(name ? [titleFact(t, name, name.from)] : [])]}
    >
      <Bar share={answers / largest} size="thin" />
      {words.length > 0 && (
        <p class="small">
          {t.around(m.themeWords, { words: <InLanguage lang={language}>{words.join(', ')}</InLanguage> })}
        </p>
      )}
      <Codes t={t} theme={theme} />
      {quotations.map(({ answer, language, passage }) => (
        <Quote
          lang={language}
          dir={directionOf(language)}
          by={<a href={`/answers/${answer}`}>{t(m.saidBy, { number: answer })}</a>}
        >
          {passage}
        </Quote>
      ))}
      {decision && <Decision t={t} number={number} decision={decision} said={said} />}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li>
              <PartLink said={said} part={part} language={language} />{' '}
              <span class="quiet">{t(m.themeAnswers, { count: part.answers })}</span>{' '}
              <Outcome t={t} decision={part.decision} />
            </li>
          ))}
        </ul>
      )}
    </Item>
  )
}

/** In the reader's language where it was translated. */
function nameOf(said: SaidIn, { number, title }: ThemeFigures, language: string) {
  const name = said(number, title)
  const { words, language: lang } = name ?? { words: title, language }
  return { words, lang, dir: directionOf(lang) }
}

function PartLink({ said, part, language }: { said: SaidIn; part: ThemeFigures; language: string }) {
  const { words, ...own } = nameOf(said, part, language)
  return (
    <a href={`/themes/${part.number}`} {...own}>
      {words}
    </a>
  )
}

function factsOf(t: Translate, { answers, is_small: isSmall, is_named: isNamed }: ThemeFigures): string[] {
  return [
    t(m.themeAnswers, { count: answers }),
    ...(isSmall ? [t(m.themeSmall)] : []),
    ...(isNamed ? [] : [t(m.themeNotNamed)]),
  ]
}

function Codes({ t, theme: { stances, sentiments } }: { t: Translate; theme: ThemeFigures }) {
  return (
    <p class={stances || sentiments ? 'small' : 'small quiet'}>
      {stances ? t(m.stance, { counts: countsInWords(t, stances) }) : t(m.stanceNotAssessed)}
      <br />
      {sentiments ? t(m.sentiment, { counts: countsInWords(t, sentiments) }) : t(m.sentimentNotAssessed)}
    </p>
  )
}

function Outcome({ t, decision }: { t: Translate; decision: ThemeDecision | null }) {
  if (!decision) return <Mark status="received">{t(m.noAnswerYet)}</Mark>
  return <OutcomeMark t={t} decision={{ ...decision, onDay: null }} />
}

interface DecisionProps extends Pick<Props, 't' | 'said'> {
  /** Of the theme. */
  number: number
  decision: ThemeDecision
}

function Decision({ t, number, decision, said }: DecisionProps) {
  const { reason, on_day: onDay, leads_to: leadsTo } = decision
  const translated = reasonSaid(t, decision, said(number, reason))
  const read = translated ?? { words: reason, language: decision.language }
  const words = <InLanguage lang={read.language}>{read.words}</InLanguage>
  return (
    <>
      <p>
        {onDay ? t.around(m.onDay, { day: t.day(new Date(onDay)), reason: words }) : words}
        {leadsTo && (
          <>
            {' '}
            <a href={`/submissions/${leadsTo.number}`}>
              {t(m.leadsTo, { title: leadsTo.title ?? String(leadsTo.number) })}
            </a>
          </>
        )}
      </p>
      {translated?.note}
    </>
  )
}

function Agreement({ t, question: { agreement } }: Omit<Props, 'said' | 'language'>) {
  const found = agreementFigures(agreement)
  if (!found) return <p class="small quiet">{t(agreement === null ? m.noAgreement : m.agreementAsked)}</p>
  const [alpha, from, to] = [found.alpha, found.from, found.to].map((value) => value.toFixed(2))
  return <p>{t(m.agreementStands, { alpha: alpha ?? '', from: from ?? '', to: to ?? '' })}</p>
}
