import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'

export function RecoveryPage({ t, wrong }: { t: Translate; wrong: string | null }) {
  return (
    <>
      <Head title={t(m.recoveryTitle)} lead={t(m.recoveryLead)} />
      {wrong && <ErrorSummary title={t(m.problem)} problems={[{ field: 'code', message: wrong }]} />}
      <Form action="/sign-in/recovery">
        <TextField
          name="code"
          label={t(m.codeLabel)}
          hint={t(m.codeHint)}
          error={wrong ?? undefined}
          dir="ltr"
          autocomplete="one-time-code"
        />
        <FormActions>
          <Button>{t(m.signInNow)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
