import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Question } from '../../call.ts'
import type { ThemedCall } from '../call-with-themes.ts'
import { m } from '../messages.ts'
import type { Quotation } from '../quote-answer.ts'
import { runMessages } from '../run-messages.ts'
import type { Run } from '../runs-of.ts'
import type { Sample } from '../samples-of.ts'
import type { Told } from '../stances-of.ts'
import type { QuestionFigures, Theme } from '../themes-of.ts'
import { HowComputed, Stances } from './how-computed.tsx'
import { ThemeLink } from './theme-words.tsx'
import { ThemesTable } from './themes-table.tsx'

/** What one open question of a call was answered with. */
export interface QuestionThemes {
  question: Question
  themes: readonly Theme[]
  figures: QuestionFigures
  runs: { last: Run | null; underWay: Run | null }
  samples: readonly Sample[]
  stances: { stance: Told[]; sentiment: Told[] }
  quotations: ReadonlyMap<string, Quotation[]>
}

export interface ThemesPageProps {
  t: Translate
  now: Date
  call: ThemedCall
  questions: readonly QuestionThemes[]
  isTeam: boolean
  isShown: boolean
  once: string
}

/** The themes of a call, question by question. */
export function ThemesPage(props: ThemesPageProps) {
  const { t, questions, isShown } = props
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} />
      {!isShown && <Notice icon="lock">{t(m.nothingPublished)}</Notice>}
      {questions.map((one) => (
        <OneQuestion {...props} {...one} />
      ))}
    </>
  )
}

function OneQuestion(props: ThemesPageProps & QuestionThemes) {
  const { t, call, question, themes, figures, runs, isTeam } = props
  return (
    <>
      <Section
        heading={
          <span lang={call.language} dir={directionOf(call.language)}>
            {question.wording}
          </span>
        }
        note={t(m.question)}
      >
        <Facts
          facts={[
            { label: t(m.answersRead), value: t.number(figures.readable) },
            { label: t(m.inATheme), value: t.number(figures.placed) },
            { label: t(m.notInATheme), value: t.number(figures.readable - figures.placed) },
          ]}
        />
        {figures.readable > figures.placed && (
          <p class="small quiet">{t(m.fitsNone, { count: figures.fitsNone })}</p>
        )}
        {themes.length === 0 ? (
          <Empty title={t(m.noThemes)}>{t(m.noThemesHint)}</Empty>
        ) : (
          <ThemesTable {...props} />
        )}
        {runs.underWay && (
          <p>
            <a href={`/calls/${call.number}/themes/runs/${runs.underWay.id}`}>{t(runMessages.underWay)}</a>
          </p>
        )}
        {isTeam && <AskForThemes {...props} />}
      </Section>
      <Unanswered {...props} />
      <Quotations {...props} />
      <Stances t={t} stances={props.stances} />
      <HowComputed
        t={t}
        run={runs.last}
        samples={props.samples}
        codingHref={`/calls/${call.number}/themes/coding`}
        callNumber={call.number}
      />
    </>
  )
}

/** A passage of each theme that has one, with its theme under it. */
function Quotations({ t, themes, quotations }: QuestionThemes & { t: Translate }) {
  const quoted = themes.flatMap((theme) =>
    (quotations.get(theme.id) ?? []).slice(0, 1).map((quotation) => ({ theme, ...quotation })),
  )
  if (quoted.length === 0) return null
  return (
    <Section heading={t(m.quotations)}>
      {quoted.map(({ theme, answer, passage, language }) => (
        <Quote
          lang={language}
          dir={directionOf(language)}
          by={
            <>
              <ThemeLink t={t} theme={theme} />{' '}
              <a href={`/answers/${answer}`}>{t(m.quotedFrom, { number: answer })}</a>
            </>
          }
        >
          {passage}
        </Quote>
      ))}
    </Section>
  )
}

function AskForThemes({ t, call, question, once }: ThemesPageProps & QuestionThemes) {
  return (
    <Form action={`/calls/${call.number}/themes/runs`} hidden={{ once, question: String(question.place) }}>
      <p class="small quiet">{t(runMessages.computeHint)}</p>
      <FormActions>
        <Button kind="second">{t(runMessages.compute)}</Button>
      </FormActions>
    </Form>
  )
}

/** Once the promised day is over, silence is shown. A part is answered with the theme it is part of. */
function Unanswered({ t, now, call, themes }: ThemesPageProps & QuestionThemes) {
  const isDue = now >= new Date(Date.parse(`${call.promisedOn}T00:00:00Z`) + 86_400_000)
  const silent = themes.filter(
    ({ decision, parentId }) =>
      !decision && !themes.some(({ id, decision: above }) => id === parentId && above),
  )
  if (!isDue || silent.length === 0) return null
  return (
    <Section heading={t(m.unanswered)} id="unanswered">
      <p>{t(m.unansweredLead, { day: t.day(noonOf(call.promisedOn)) })}</p>
      <ul>
        {silent.map((theme) => (
          <li>
            <ThemeLink t={t} theme={theme} /> <span class="quiet">{t.number(theme.size)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
