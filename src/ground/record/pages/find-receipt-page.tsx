import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'

/** Asks for the number of a receipt, and says how to check one without us. */
export function FindReceiptPage({ t }: { t: Translate }) {
  return (
    <>
      <Head title={t(m.checkReceipt)} lead={t(m.howToCheckText)} />
      <Form action="/receipts" method="get">
        <TextField name="number" label={t(m.numberLabel)} inputMode="numeric" short dir="ltr" />
        <FormActions>
          <Button>{t(m.findIt)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
