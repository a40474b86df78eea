import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'
import type { Body } from '../queries.ts'

export interface PromisePageProps {
  t: Translate
  body: Body
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  once: string
}

/** The form to change a promise; what follows from it stands above the boxes. */
export function PromisePage({ t, body, typed, problems, once }: PromisePageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head
        title={t(m.changePromise)}
        lead={t(m.changePromiseLead, { body: body.name, days: body.promiseDays })}
      />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(deskMessages.notRightYet, { count: problems.length })}
          problems={[...problems]}
        >
          {t(deskMessages.nothingRecorded)}
        </ErrorSummary>
      )}
      <Section heading={t(m.itsPromise)}>
        <Form action={`/bodies/${body.slug}/promise`} hidden={{ once }}>
          <TextField
            {...field('days')}
            label={t(m.newDays)}
            hint={t(m.newDaysHint)}
            inputMode="numeric"
            short
          />
          <TextArea {...field('reason')} label={t(m.whyChange)} hint={t(m.whyChangeHint)} rows={3} />
          <FormActions>
            <Button>{t(m.publishPromise)}</Button>
            <a href={`/bodies/${body.slug}`}>{t(m.leaveIt)}</a>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
