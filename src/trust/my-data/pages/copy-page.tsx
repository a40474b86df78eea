import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'

export function CopyPage({ t }: { t: Translate }) {
  return (
    <>
      <Head title={t(m.copyTitle)} lead={t(m.copyLead)} />
      <p>{t(m.copyNote)}</p>
      <Form action="/my-data/copy">
        <FormActions>
          <Button icon="save">{t(m.copyMake)}</Button>
          <a href="/my-data">{t(m.title)}</a>
        </FormActions>
      </Form>
    </>
  )
}
