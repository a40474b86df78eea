import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { answerMessages } from '../answer-messages.ts'
import { type Call, pathToCall } from '../call.ts'
import { callFormMessages } from '../call-form-messages.ts'
import { m } from '../messages.ts'

interface ExtensionPageProps {
  t: Translate
  call: Call
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

/** Longer, with a reason; never shorter. */
export function ExtensionPage({ t, call, typed, problems, once }: ExtensionPageProps) {
  return (
    <>
      <Head
        title={t(m.keepOpen)}
        lead={t(callFormMessages.keepOpenLead, { moment: t.moment(call.closesAt) })}
      />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(answerMessages.problemsHeading, { count: problems.length })}
          problems={problems}
        />
      )}
      <Form action={`${pathToCall(call.number)}/extension`} hidden={{ once }}>
        <DateField
          name="closes_at"
          label={t(callFormMessages.closesLabel)}
          hint={t(callFormMessages.timesAreUtc)}
          error={errorOf(problems, 'closes_at')}
          value={textOf(typed.closes_at)}
          withTime
        />
        <TextArea
          name="reason"
          label={t(callFormMessages.extensionReason)}
          error={errorOf(problems, 'reason')}
          value={textOf(typed.reason)}
          rows={3}
          dir="auto"
        />
        <FormActions>
          <Button>{t(m.keepOpen)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
