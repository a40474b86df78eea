import type { Translate } from '#core/i18n/translate.ts'
import { FormsLink } from '#ground/forms/pages/forms-link.tsx'
import { OtherLanguages, TranslatedNote } from '#ground/translations/pages/translated.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { ResultState } from '../find-result.ts'
import { m } from '../messages.ts'
import type { ResultToRead } from '../result-to-read.ts'
import { isolated } from '../words-of.ts'
import { HowMany, WhoAnswered } from './people-part.tsx'
import { QuestionPart } from './question-part.tsx'

export type ResultPageProps = ResultToRead & {
  t: Translate
  state: ResultState
  /** Its further forms, by name with commas between. */
  forms: string
  isClosed: boolean
}

/** Everything that is the same for every reader; a clerk's form stands after it. */
export function ResultPage(props: ResultPageProps) {
  const { t, call, original, translated, asked, said, state, figures } = props
  const path = `/calls/${call.number}`
  return (
    <>
      <Head
        title={t(m.title, { title: isolated(call.title ?? t(m.untitled)) })}
        lead={leadOf(props)}
        facts={[
          ...(figures ? [t(m.countedAt, { moment: t.moment(new Date(figures.counted_at)) })] : []),
          ...(state.edition ? [t(m.edition, { number: state.edition.number })] : []),
          <a href={path}>{t(m.theCall)}</a>,
        ]}
        actions={
          state.edition && (
            <>
              <Button href={`${path}/result.pdf`}>{t(m.report)}</Button>
              <Button kind="second" href={`${path}/data`}>
                {t(m.data)}
              </Button>
              <a href={`${path}/themes`}>{t(m.themesPage)}</a>
            </>
          )
        }
      />
      {translated.matter && <TranslatedNote t={t} shown={translated.matter} from={original} />}
      {figures && <HowMany t={t} figures={figures} />}
      {figures && <WhoAnswered t={t} figures={figures} />}
      {figures?.questions.map((question) => (
        <QuestionPart
          t={t}
          figures={figures}
          question={question}
          said={said}
          language={call.language}
          original={translated.matter ? { language: original, asked: asked.get(question.place) } : null}
        />
      ))}
      <HowComputed {...props} />
      <FurtherForms {...props} />
    </>
  )
}

/** The call's other languages and forms; the report prints in large letters for whoever asks, without asking anybody. */
function FurtherForms({ t, call: { number }, translated, state, forms }: ResultPageProps) {
  return (
    <p class="small line">
      {state.edition && <a href={`/calls/${number}/result.pdf?print=large`}>{t(m.reportLarge)}</a>}
      <OtherLanguages t={t} number={number} languages={translated.languages} />
      <FormsLink t={t} number={number} present={forms} />
    </p>
  )
}

function leadOf({ t, state, figures, isClosed }: ResultPageProps): string {
  if (state.edition && figures)
    return t(m.leadPublished, {
      counted: t.number(figures.counted),
      day: t.day(state.edition.publishedAt),
    })
  if (state.isAskedFor) return t(m.leadMaking)
  if (!figures) return t(m.nothingYet)
  return isClosed ? t(m.leadClosed) : t(m.leadOpen)
}

function HowComputed({ t, call, state: { edition } }: ResultPageProps) {
  return (
    <Section id="how" heading={t(m.howComputed)}>
      <p>{t(m.howCounts)}</p>
      <p>{t(m.howSmall)}</p>
      <p>{t(m.howThemes)}</p>
      {edition && (
        <>
          <p>
            <a href={`/calls/${call.number}/data`}>{t(m.howMore)}</a>
          </p>
          <p class="small">{t.around(m.hashIs, { hash: <code dir="ltr">{edition.datasetSha256}</code> })}</p>
        </>
      )}
    </Section>
  )
}

export type ClerksPartProps = {
  t: Translate
  call: { number: number }
  waiting: number
  mayPublish: boolean
  once: string
}

/** What the clerk does about a result: look through words, then publish. */
export function ClerksPart({ t, call, waiting, mayPublish, once }: ClerksPartProps) {
  return (
    <Section heading={t(m.publish)}>
      <Notice>{t(m.publishSays, { waiting })}</Notice>
      {waiting > 0 && (
        <p>
          <a href={`/calls/${call.number}/screenings`}>{t(m.screenings)}</a>
        </p>
      )}
      {mayPublish ? (
        <Form action={`/calls/${call.number}/result`} hidden={{ once }}>
          <FormActions>
            <Button>{t(m.publish)}</Button>
          </FormActions>
        </Form>
      ) : (
        <p>{t(m.publishNotYet)}</p>
      )}
    </Section>
  )
}
