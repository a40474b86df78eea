import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { m, REASON_MESSAGES } from '../messages.ts'
import { CASE_DAYS, REASONS } from '../reasons.ts'

export interface ReportPageProps {
  t: Translate
  found: { number: number; bodyName: string }
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

/** What is wrong with these words? Who will look, and by when, stands above. */
export function ReportPage({ t, found: { number, bodyName }, typed, problems }: ReportPageProps) {
  const { field, choice } = keptIn(typed, problems)
  return (
    <>
      <Head
        title={t(m.reportTitle, { number })}
        lead={t(m.reportLead, { body: bodyName, days: CASE_DAYS + 1 })}
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Form action="/moderation/reports" hidden={{ matter: String(number) }}>
        <ChoiceGroup
          {...choice('reason')}
          legend={t(m.whichReason)}
          choices={REASONS.map((reason) => ({ value: reason, label: t(REASON_MESSAGES[reason]) }))}
        />
        <TextArea {...field('remark')} label={t(m.remark)} hint={t(m.remarkHint)} rows={3} />
        <FormActions>
          <Button>{t(m.sendReport)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
