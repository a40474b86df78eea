import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'
import { OBJECTION_DAYS } from '../objections.ts'

interface ObjectionPageProps {
  t: Translate
  look: { id: string; purpose: string; at: Date } | null
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

export function ObjectionPage({ t, look, typed, problems, once }: ObjectionPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(m.objectTitle)} lead={t(m.objectLead, { days: OBJECTION_DAYS })} />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={problems} />}
      {look && <p>{t(m.objectToThisLook, { day: t.day(look.at), purpose: look.purpose })}</p>}
      <Form action="/my-data/objections" hidden={{ once, ...(look ? { look: look.id } : {}) }}>
        <TextArea {...field('words')} label={t(m.objectWords)} hint={t(m.objectWordsHint)} rows={6} />
        <FormActions>
          <Button>{t(m.objectSend)}</Button>
          <a href="/my-data">{t(m.title)}</a>
        </FormActions>
      </Form>
    </>
  )
}
