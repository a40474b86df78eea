import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Question } from '../../call.ts'
import type { ThemedCall } from '../call-with-themes.ts'
import type { Coding } from '../code-answer.ts'
import { codingMessages } from '../coding-messages.ts'
import { m } from '../messages.ts'
import type { Sample } from '../samples-of.ts'
import { teamMessages } from '../team-messages.ts'
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
  problems: FieldProblem[]
  typed: Readonly<Record<string, unknown>>
  once: string
}

/** How far people agree with each other, for everybody; for the team also what is left to code. */
export function CodingPage(props: CodingPageProps) {
  const { t, call, questions, problems } = props
  return (
    <>
      <Head title={t(codingMessages.coding)} lead={t(codingMessages.codingLead)} />
      {problems.length > 0 && <ErrorSummary title={t(teamMessages.problems)} problems={problems} />}
      {questions.map((one) => (
        <Section
          heading={
            <span lang={call.language} dir={directionOf(call.language)}>
              {one.question.wording}
            </span>
          }
          note={t(m.question)}
        >
          {one.samples.length === 0 && <Empty title={t(codingMessages.notCodedYet)} />}
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
      <h3>
        {t(codingMessages.sampleOf, {
          count: sample.answers,
          all: sample.drawnFrom,
          day: t.day(sample.drawnAt),
        })}
      </h3>
      <p class="small quiet">{t(codingMessages.seedIs, { seed: sample.seed })}</p>
      {sample.agreement && <AgreementWords t={t} agreement={sample.agreement} />}
      {isTeam && sample.closedAt === null && mine && (
        <>
          <p>{t(codingMessages.coded, { done: mine.done, all: mine.all })}</p>
          {mine.next ? (
            <Button href={path}>{t(codingMessages.codeNext)}</Button>
          ) : (
            <p>{t(codingMessages.allCoded)}</p>
          )}
          <Form action={`${path}/closing`} hidden={{ once }}>
            <p class="small quiet">{t(codingMessages.closeHint)}</p>
            <FormActions>
              <Button kind="second">{t(codingMessages.close)}</Button>
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
      <p class="small quiet">{t(codingMessages.drawHint)}</p>
      <TextField
        name="size"
        id={`size-${question.place}`}
        label={t(codingMessages.sampleSize)}
        hint={t(codingMessages.sampleSizeHint)}
        error={errorOf(problems, 'size')}
        value={textOf(typed.size) || '100'}
        inputMode="numeric"
        short
      />
      <FormActions>
        <Button kind="second">{t(codingMessages.draw)}</Button>
      </FormActions>
    </Form>
  )
}
