import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'

interface WaysPageProps {
  t: Translate
  typed: string
  problems: readonly FieldProblem[]
}

/** For whoever is not signed in: how one comes to what is held about oneself. */
export function WaysPage({ t, typed, problems }: WaysPageProps) {
  return (
    <>
      <Head title={t(m.waysTitle)} lead={t(m.waysLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={[...problems]} />}
      <Section heading={t(m.withAccount)}>
        <p>{t(m.withAccountText)}</p>
        <p>
          <Button kind="second" href="/sign-in?to=/my-data">
            {t(m.signIn)}
          </Button>
        </p>
      </Section>
      <Section heading={t(m.withoutAccount)}>
        <p>{t(m.withoutAccountText)}</p>
        <Form action="/my-data/codes">
          <TextField
            name="email"
            type="email"
            label={t(m.address)}
            hint={t(m.addressHint)}
            error={problems[0]?.message}
            value={typed}
            autocomplete="email"
          />
          <FormActions>
            <Button icon="mail">{t(m.sendCode)}</Button>
            <a href="/my-data/code">{t(m.codeSentTitle)}</a>
          </FormActions>
        </Form>
      </Section>
      <Section heading={t(m.byPost)}>
        <p>{t(m.byPostText)}</p>
      </Section>
      <Section heading={t(m.byKey)}>
        <p>{t(m.byKeyText)}</p>
        <p>
          <a href="/receipts">{t(m.openReceipt)}</a>
        </p>
      </Section>
    </>
  )
}

/** Where the code of a letter is typed. */
export function CodePage({ t, wrong }: { t: Translate; wrong: string | null }) {
  return (
    <>
      <Head title={t(m.codeSentTitle)} lead={t(m.codeSentLead)} />
      {wrong && <ErrorSummary title={t(m.problem)} problems={[{ field: 'code', message: wrong }]} />}
      <Form action="/my-data/visits">
        <TextField
          name="code"
          label={t(m.code)}
          hint={t(m.codeHint)}
          error={wrong ?? undefined}
          dir="ltr"
          autocomplete="one-time-code"
        />
        <FormActions>
          <Button>{t(m.openIt)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
