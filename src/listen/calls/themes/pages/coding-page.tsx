import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Question } from '../../call.ts'
import type { ThemedCall } from '../call-with-themes.ts'
import type { Coding } from '../code-answer.ts'
import { m } from '../messages.ts'
import type { Sample } from '../samples-of.ts'
import { AgreementWords } from './how-computed.tsx'

interface QuestionSamples {
  question: Question
  samples: readonly Sample[]
  mine: Coding | null
}

interface CodingPageProps {
  t: Translate
  call: ThemedCall
  questions: readonly QuestionSamples[]
  isTeam: boolean
  problems: { field: string; message: string }[]
  typed: Readonly<Record<string, unknown>>
  once: string
}

/** How far people agree with each other, for everybody; for the team also what is left to code. */
export function CodingPage(props: CodingPageProps) {
  const { t, call, questions, problems } = props
  return (
    <>
      <Head title={t(m.coding)} lead={t(m.codingLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      {questions.map((one) => (
        <Section
          heading={
            <span lang={call.language} dir={directionOf(call.language)}>
              {one.question.wording}
            </span>
          }
          note={t(m.question)}
        >
          {one.samples.length === 0 && <Empty title={t(m.notCodedYet)} />}
          {one.samples.map((sample) => (
            <OneSample {...props} {...one} sample={sample} />
          ))}
          {props.isTeam && one.samples.every(({ closedAt }) => closedAt !== null) && (
            <DrawForm {...props} {...one} />
          )}
        </Section>
      ))}
    </>
  )
}

function OneSample({
  t,
  call,
  isTeam,
  once,
  mine,
  sample,
}: CodingPageProps & QuestionSamples & { sample: Sample }) {
  const path = `/calls/${call.number}/themes/coding/${sample.id}`
  return (
    <div class="stack tight">
      <h3>{t(m.sampleOf, { count: sample.answers, all: sample.drawnFrom, day: t.day(sample.drawnAt) })}</h3>
      <p class="small quiet">{t(m.seedIs, { seed: sample.seed })}</p>
      {sample.agreement && <AgreementWords t={t} agreement={sample.agreement} />}
      {isTeam && sample.closedAt === null && mine && (
        <>
          <p>{t(m.coded, { done: mine.done, all: mine.all })}</p>
          {mine.next ? <Button href={path}>{t(m.codeNext)}</Button> : <p>{t(m.allCoded)}</p>}
          <Form action={`${path}/closing`} hidden={{ once }}>
            <p class="small quiet">{t(m.closeHint)}</p>
            <FormActions>
              <Button kind="second">{t(m.close)}</Button>
            </FormActions>
          </Form>
        </>
      )}
    </div>
  )
}

function DrawForm({ t, call, question, typed, problems, once }: CodingPageProps & QuestionSamples) {
  return (
    <Form action={`/calls/${call.number}/themes/coding`} hidden={{ once, question: String(question.place) }}>
      <p class="small quiet">{t(m.drawHint)}</p>
      <TextField
        name="size"
        id={`size-${question.place}`}
        label={t(m.sampleSize)}
        hint={t(m.sampleSizeHint)}
        error={errorOf(problems, 'size')}
        value={textOf(typed.size) || '100'}
        inputMode="numeric"
        short
      />
      <FormActions>
        <Button kind="second">{t(m.draw)}</Button>
      </FormActions>
    </Form>
  )
}
