import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { FormsLink } from '#ground/forms/pages/forms-link.tsx'
import { entryGloss } from '#ground/record/entry-types.ts'
import { InTranslation } from '#ground/translations/pages/in-translation.tsx'
import { OtherLanguages } from '#ground/translations/pages/translated.tsx'
import type { Translated } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Quote, Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { Step, Thread } from '#ui/thread/thread.tsx'
import { m } from '../messages.ts'
import type { ThemeFacts } from '../show-theme.ts'
import { ANSWERS_A_PAGE, type ThemeStep } from '../theme-answers.ts'
import { Stances } from './how-computed.tsx'
import { DecisionWords, nameOf, OutcomeMark, ThemeLink } from './theme-words.tsx'

export type ThemePageProps = ThemeFacts & {
  t: Translate
  translated: Translated
  /** Names of its further forms, with commas between. */
  forms: string
  isTeam: boolean
  isClerk: boolean
}

/** One theme, for everybody. */
export function ThemePage(props: ThemePageProps) {
  const { t, theme, all, isTeam, isClerk, quotations, steps } = props
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
              <Button href={`/themes/${theme.number}/desk`}>{t(m.decideAbout)}</Button>
              {isClerk && (
                <Button kind="second" href={`/themes/${theme.number}/choice`}>
                  {t(m.chooseTitle)}
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
          <DecisionWords t={t} decision={theme.decision} />
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
      {steps.length > 0 && <Story t={t} steps={steps} />}
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
    ...(theme.isNamed
      ? [
          <OtherLanguages t={t} number={theme.number} languages={translated.languages} />,
          <FormsLink t={t} number={theme.number} present={forms} />,
        ]
      : []),
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

export function AnswersPager({
  t,
  path,
  from,
  size,
}: {
  t: Translate
  path: string
  from: number
  size: number
}) {
  if (size <= ANSWERS_A_PAGE) return null
  const to = Math.min(size, from + ANSWERS_A_PAGE)
  const back = Math.max(0, from - ANSWERS_A_PAGE)
  return (
    <Pager
      label={t(m.pages)}
      here={t(m.answersHere, { from: Math.min(from + 1, size), to, all: size })}
      back={
        from > 0
          ? { href: `${path}${back > 0 ? `?from=${back}` : ''}#answers`, label: t(m.earlier) }
          : undefined
      }
      forward={to < size ? { href: `${path}?from=${to}#answers`, label: t(m.later) } : undefined}
    />
  )
}

function Story({ t, steps }: { t: Translate; steps: readonly ThemeStep[] }) {
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
