import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { endingMessages as m } from './messages.ts'

export interface EndingPageProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

/** Ends the sessions of one person. */
export function EndingPage({
  t,
  typed,
  problems,
  once,
  isDone,
  mayEndAll,
}: EndingPageProps & { isDone: boolean; mayEndAll: boolean }) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(m.endSessionsTitle)} lead={t(m.endSessionsLead)} />
      {isDone && (
        <Notice kind="good" announced>
          {t(m.endedTheirs)}
        </Notice>
      )}
      {problems.length > 0 && <ErrorSummary title={t(m.endingsProblem)} problems={problems} />}
      <Form action="/sessions/end" hidden={{ once }}>
        <TextField {...field('email')} label={t(m.whoseSessions)} type="email" />
        <TextArea {...field('reason')} label={t(m.whyEnded)} hint={t(m.whyEndedHint)} rows={3} />
        <Check name="tokens" checked={typed.tokens === 'yes'}>
          {t(m.withTokens)}
        </Check>
        <Check name="passkeys" checked={typed.passkeys === 'yes'}>
          {t(m.withPasskeys)}
        </Check>
        <FormActions>
          <Button kind="grave">{t(m.endTheirs)}</Button>
        </FormActions>
      </Form>
      {mayEndAll && (
        <p>
          <a href="/sessions/everybody/end">{t(m.endAllTitle)}</a>
        </p>
      )}
    </>
  )
}

/** Ends everybody's, with a box to tick. */
export function EveryEndingPage({ t, typed, problems, once }: EndingPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(m.endAllTitle)} lead={t(m.endAllLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.endingsProblem)} problems={problems} />}
      <Form action="/sessions/everybody/end" hidden={{ once }}>
        <TextArea {...field('reason')} label={t(m.whyEnded)} hint={t(m.whyAllHint)} rows={3} />
        <Check name="tokens" checked={typed.tokens === 'yes'}>
          {t(m.allTokens)}
        </Check>
        <Check name="sure" checked={typed.sure === 'yes'}>
          {t(m.sureAll)}
        </Check>
        <FormActions>
          <Button kind="grave">{t(m.endAll)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
