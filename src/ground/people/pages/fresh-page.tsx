import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'

interface FreshPageProps {
  t: Translate
  goesTo: string
  /** In a demonstration one signs in as anybody, by a button. */
  demoHandle: string | null
}

/** Before something that cannot be taken back: sign in once more. */
export function FreshPage({ t, goesTo, demoHandle }: FreshPageProps) {
  return (
    <>
      <Head title={t(m.freshTitle)} lead={t(m.freshLead)} />
      {demoHandle === null ? (
        <Form action="/sign-in/again" hidden={{ to: goesTo }}>
          <FormActions>
            <Button icon="mail">{t(m.freshLink)}</Button>
          </FormActions>
        </Form>
      ) : (
        <Form action="/demo/sign-in" hidden={{ person: demoHandle, to: goesTo }}>
          <FormActions>
            <Button icon="key">{t(m.freshDemo)}</Button>
          </FormActions>
        </Form>
      )}
    </>
  )
}
