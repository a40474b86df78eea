import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { authorMessages as m } from '../author-messages.ts'

/** The key did not open it: which slip it was, the key as it was typed, and what to do when it is lost. */
export function OpenWithKeyPage({
  t,
  number,
  typed,
  error,
}: {
  t: Translate
  number: number
  typed: string
  error: string
}) {
  return (
    <>
      <Head title={t(m.openTitle, { number })} />
      <ErrorSummary
        title={t(deskMessages.notRightYet, { count: 1 })}
        problems={[{ field: 'key', message: error }]}
      />
      <Form action={`/receipts/${number}`}>
        <TextField
          name="key"
          label={t(m.keyLabel)}
          hint={t(m.keyHint)}
          error={error}
          value={typed}
          dir="ltr"
          autocomplete="off"
        />
        <FormActions>
          <Button>{t(m.open)}</Button>
        </FormActions>
      </Form>
      <Notice icon="key">
        <h2>{t(m.lostKeyHeading)}</h2>
        <p>{t(m.lostKey)}</p>
      </Notice>
    </>
  )
}
