import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
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
  const { field } = keptIn(typed, problems)
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
          {...field('closes_at')}
          label={t(callFormMessages.closesLabel)}
          hint={t(callFormMessages.timesAreUtc)}
          withTime
        />
        <TextArea {...field('reason')} label={t(callFormMessages.extensionReason)} rows={3} dir="auto" />
        <FormActions>
          <Button>{t(m.keepOpen)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
