import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'

/** Asks once whether a mail was theirs: opening a link must not decide it, since programs open links too. */
export function ClaimPage({ t, number, action }: { t: Translate; number: number; action: string }) {
  return (
    <>
      <Head title={t(m.claimTitle, { number })} lead={t(m.claimLead, { number })} />
      <Form action={action}>
        <FormActions>
          <Button>{t(m.claimButton)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
