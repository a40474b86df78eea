import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'
import { PasskeyButton } from './passkey-button.tsx'

export interface SignInPageProps {
  t: Translate
  isDemo: boolean
  typed: string
  problems: FieldProblem[]
  to: string
  /** Why somebody who was signed in comes here again; null for everybody else. */
  ended: string | null
}

/** Sign in by a link in a letter, a passkey, or a recovery code. No passwords. */
export function SignInPage({ t, isDemo, typed, problems, to, ended }: SignInPageProps) {
  return (
    <>
      <Head title={t(m.signInTitle)} lead={t(m.signInLead)} />
      {ended !== null && <Notice>{ended}</Notice>}
      {problems.length > 0 && <ErrorSummary title={t(m.signInWrong)} problems={problems} />}
      <Section heading={t(m.byLetter)}>
        <Form action="/sign-in" hidden={{ to }}>
          <TextField
            name="email"
            type="email"
            label={t(m.emailLabel)}
            hint={t(m.emailHint)}
            error={problems[0]?.message}
            value={typed}
            autocomplete="email"
          />
          <FormActions>
            <Button>{t(m.sendLink)}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section heading={t(m.otherWays)}>
        <PasskeyButton act="sign-in" words={t(m.signInPasskey)} failed={t(m.passkeyRefused)} />
        <p>
          <a href="/sign-in/recovery">{t(m.useRecoveryCode)}</a>
        </p>
        {isDemo && (
          <p>
            <a href="/demo">{t(m.demoTitle)}</a>
          </p>
        )}
      </Section>
    </>
  )
}

export function SignInSentPage({ t, isDemo }: { t: Translate; isDemo: boolean }) {
  return (
    <Head title={t(m.sentTitle)} lead={t(m.sentLead)}>
      {isDemo && (
        <p>
          <a href="/demo/mail">{t(m.demoMail)}</a>
        </p>
      )}
    </Head>
  )
}

export function LinkPage({ t, token }: { t: Translate; token: string }) {
  return (
    <>
      <Head title={t(m.linkTitle)} lead={t(m.linkLead)} />
      <Form action={`/sign-in/${token}`}>
        <FormActions>
          <Button>{t(m.signInNow)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
