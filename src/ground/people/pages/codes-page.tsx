import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Stack } from '#ui/layout/layout.tsx'
import { m } from '../messages.ts'

/** Recovery codes, shown this once. */
export function CodesPage({ t, codes }: { t: Translate; codes: readonly string[] }) {
  return (
    <>
      <Head title={t(m.codesTitle)} lead={t(m.codesLead)} />
      <Stack>
        <ol dir="ltr">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Form action="/account/sessions/others/end">
          <FormActions>
            <Button kind="second">{t(m.endOthers)}</Button>
          </FormActions>
        </Form>
        <p>
          <a href="/account">{t(m.accountTitle)}</a>
        </p>
      </Stack>
    </>
  )
}
