import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { FormsLink } from '#ground/forms/pages/forms-link.tsx'
import { InTranslation } from '#ground/translations/pages/in-translation.tsx'
import { OtherLanguages } from '#ground/translations/pages/translated.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import type { Translated } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Quote, Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { choiceMessages } from '../choice-messages.ts'
import { m } from '../messages.ts'
import type { ThemeFacts } from '../show-theme.ts'
import { teamMessages } from '../team-messages.ts'
import { AnswersPager } from './answers-pager.tsx'
import { Stances } from './how-computed.tsx'
import { Story } from './theme-story.tsx'
import { DecisionWords, nameOf, OutcomeMark, ThemeLink } from './theme-words.tsx'

export type ThemePageProps = ThemeFacts & {
  t: Translate
  translated: Translated
  /** Reasons in the reader's language. */
  said: SaidIn
  /** Names of its further forms, with commas between. */
  forms: string
  isTeam: boolean
  isClerk: boolean
}

/** One theme, for everybody. */
export function ThemePage(props: ThemePageProps) {
  const { t, theme, all, isTeam, isClerk, quotations, steps, said } = props
  const parts = all.filter(({ parentId }) => parentId === theme.id)
  const isOver = theme.endedAt !== null || theme.mergedInto !== null
  const language = theme.inLanguage?.language ?? theme.language
  return (
    <>
      <Head
        title={nameOf(t, theme)}
        lang={theme.name === null && theme.words.length === 0 ? undefined : language}
        dir={theme.name === null && theme.words.length === 0 ? undefined : directionOf(language)}
        facts={factsOf(props)}
        actions={
          !isOver && (isTeam || isClerk) ? (
            <>
              <Button href={`/themes/${theme.number}/desk`}>{t(teamMessages.decideAbout)}</Button>
              {isClerk && (
                <Button kind="second" href={`/themes/${theme.number}/choice`}>
                  {t(choiceMessages.chooseTitle)}
                </Button>
              )}
            </>
          ) : undefined
        }
      />
      <About {...props} />
      {parts.length > 0 && (
        <Section heading={t(m.title)}>
          <ul>
            {parts.map((part) => (
              <li>
                <ThemeLink t={t} theme={part} /> <span class="quiet">{t.number(part.size)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section heading={t(m.whatBecame)}>
        {theme.decision ? (
          <DecisionWords t={t} number={theme.number} decision={theme.decision} said={said} />
        ) : (
          <OutcomeMark t={t} decision={null} />
        )}
      </Section>
      {quotations.length > 0 && (
        <Section heading={t(m.quotations)}>
          {quotations.map(({ answer, passage, language }) => (
            <Quote
              lang={language}
              dir={directionOf(language)}
              by={<a href={`/answers/${answer}`}>{t(m.quotedFrom, { number: answer })}</a>}
            >
              {passage}
            </Quote>
          ))}
        </Section>
      )}
      <Stances t={t} stances={props.stances} />
      <TheAnswers {...props} />
      {steps.length > 0 && <Story t={t} number={theme.number} steps={steps} said={said} />}
    </>
  )
}

function factsOf({ t, theme, call, all, translated, forms }: ThemePageProps) {
  const parent = all.find(({ id }) => id === theme.parentId)
  return [
    t(m.themeNumber, { number: theme.number }),
    <a href={`/calls/${call.number}`} lang={call.language} dir={directionOf(call.language)}>
      {call.title ?? String(call.number)}
    </a>,
    ...(parent ? [<a href={`/themes/${parent.number}`}>{t(m.partOf, { theme: nameOf(t, parent) })}</a>] : []),
    ...(theme.isSmall ? [t(m.small)] : []),
    ...(theme.mergedInto
      ? [<a href={`/themes/${theme.mergedInto}`}>{t(m.mergedInto, { number: theme.mergedInto })}</a>]
      : []),
    ...(theme.endedAt && !theme.mergedInto ? [t(m.ended)] : []),
    ...(theme.isNamed || theme.decision
      ? [<OtherLanguages t={t} number={theme.number} languages={translated.languages} />]
      : []),
    ...(theme.isNamed ? [<FormsLink t={t} number={theme.number} present={forms} />] : []),
  ]
}

function About(props: ThemePageProps) {
  const { t, theme, translated } = props
  const about = translated.matter?.parts.get('about')
  const language = about ? t.language : theme.language
  return (
    <Section heading={t(m.theme)}>
      {theme.about !== '' && (
        <Said lang={language} dir={directionOf(language)}>
          {about?.words ?? theme.about}
        </Said>
      )}
      {theme.isNamed && (
        <InTranslation
          t={t}
          shown={translated.matter}
          original={{
            language: theme.language,
            title: theme.name ?? '',
            about: theme.about,
            format: 'plain',
          }}
        />
      )}
      <Facts
        facts={[
          { label: t(m.answers), value: t.number(theme.size) },
          {
            label: t(m.typicalWords),
            value:
              theme.words.length > 0 ? (
                <span lang={theme.language} dir={directionOf(theme.language)}>
                  {theme.words.join(', ')}
                </span>
              ) : (
                t(m.noWords)
              ),
            plain: true,
          },
        ]}
      />
    </Section>
  )
}

function TheAnswers({ t, theme, answers, from, isReadable }: ThemePageProps) {
  if (!isReadable)
    return (
      <Section heading={t(m.theAnswers)}>
        <p>{t(m.answersUnpublished)}</p>
      </Section>
    )
  return (
    <Section heading={t(m.theAnswers)} id="answers">
      {answers.map(({ number, words, language }) => (
        <Quote
          lang={language}
          dir={directionOf(language)}
          by={<a href={`/answers/${number}`}>{t(m.quotedFrom, { number })}</a>}
        >
          {words}
        </Quote>
      ))}
      <AnswersPager t={t} path={`/themes/${theme.number}`} from={from} size={theme.size} />
    </Section>
  )
}
