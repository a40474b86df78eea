import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { m as people } from '../messages.ts'
import { sessionMessages as m } from '../session-messages.ts'

export interface KeptFormPageProps {
  t: Translate
  /** Where the form was sent, a path of ours. */
  action: string
  form: Readonly<Record<string, unknown>>
  hadFiles: boolean
  signIn: string
}

/** Somebody sent a form after their session had ended: all of it comes back, to be sent once they signed in beside it. */
export function KeptFormPage({ t, action, form, hadFiles, signIn }: KeptFormPageProps) {
  return (
    <>
      <Head title={t(m.endedTitle)} lead={t(m.keptLead)} />
      <Section heading={t(m.keptSignIn)}>
        <p>
          <a href={signIn} target="_blank" rel="noopener">
            {t(people.signInTitle)}
          </a>
        </p>
      </Section>
      <Section heading={t(m.keptSend)}>
        <KeptForm {...{ t, action, form, hadFiles }} />
      </Section>
    </>
  )
}

/** A form as it was sent, with a button to send it once more; what people wrote can be read. */
export function KeptForm({ t, action, form, hadFiles }: Omit<KeptFormPageProps, 'signIn'>) {
  return (
    <Form action={action} id="kept-form">
      {fieldsOf(form).map(({ name, value }, place) =>
        isWritten(value) ? (
          <TextArea name={name} id={`kept-${place}`} label={t(m.keptWords)} value={value} />
        ) : (
          <input type="hidden" name={name} value={value} />
        ),
      )}
      {hadFiles && <p>{t(m.keptFiles)}</p>}
      <FormActions>
        <Button>{t(m.keptSendAgain)}</Button>
      </FormActions>
    </Form>
  )
}

const SHORT = 60

const isWritten = (value: string) => value.length > SHORT || value.includes('\n')

/** A field that came several times comes several times again. */
function fieldsOf(form: KeptFormPageProps['form']): { name: string; value: string }[] {
  return Object.entries(form).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (typeof one === 'string' ? [{ name, value: one }] : [])),
  )
}
