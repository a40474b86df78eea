import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { directionOf } from '#core/i18n/languages.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { type Call, pathToCall } from '../call.ts'
import { m } from '../messages.ts'
import { holdsOffice } from '../standing.ts'
import { WhatIsPromised } from './call-page.tsx'
import { QuestionField } from './question-field.tsx'
import { WhoAnswers } from './who-answers.tsx'

export interface AnswerFormPageProps {
  x: Exchange
  call: Call
  notice: NoticeInForce | null
  /** To choose among for a place question. */
  units: readonly { slug: string; name: string }[]
  speaksFor: readonly { slug: string; name: string }[]
  /** What was typed before, whatever it was. */
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  /** The key against double sending. */
  once: string
}

/** The form to answer; what will be done with it stands before the first box. */
export function AnswerFormPage(props: AnswerFormPageProps) {
  const { x, call, notice, problems, once } = props
  const { t } = x
  const path = pathToCall(call.number)
  return (
    <>
      <Head
        title={call.title ?? t(m.untitled)}
        lang={call.title === null ? undefined : call.language}
        dir={call.title === null ? undefined : directionOf(call.language)}
        lead={t(m.answerLead, { moment: t.moment(call.closesAt) })}
        facts={[t(m.askedBy, { body: call.body.name }), <a href={path}>{t(m.aboutThisCall)}</a>]}
      />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problemsHeading, { count: problems.length })} problems={problems}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <WhatIsPromised t={t} call={call} notice={notice} />
      <Form action={`${path}/answer`} hidden={{ once, proof: '' }}>
        <Section heading={t(m.yourAnswer)}>
          {call.questions.map((question) => (
            <QuestionField
              t={t}
              language={call.language}
              question={question}
              units={props.units}
              typed={props.typed}
              problems={problems}
            />
          ))}
        </Section>
        <Section heading={t(m.nameSection)} note={t(m.nameSectionHint)}>
          {holdsOffice(x.viewer) && <p class="quiet">{t(m.officeHolderNote)}</p>}
          {call.audience === 'members' && <p class="quiet">{t(m.membersNote)}</p>}
          <WhoAnswers {...props} errorOf={(field) => errorOf(problems, field)} textOf={textOf} />
        </Section>
        <FormActions>
          <Button>{t(m.sendAnswer)}</Button>
          <Button kind="second" formAction={`${path}/preview`}>
            {t(m.seePreview)}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}
