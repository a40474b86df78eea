import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { House } from '#core/slice/house.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { m } from '../messages.ts'
import { officeMessages as o } from '../office-messages.ts'

interface PostedCodePageProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

export function PostedCodePage({ t, typed, problems }: PostedCodePageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(o.postTitle)} lead={t(o.postLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={problems} />}
      <Form action="/my-data/posted-codes">
        <TextField {...field('email')} type="email" label={t(o.postAddress)} />
        <TextArea {...field('to')} label={t(o.postTo)} hint={t(o.postToHint)} rows={5} />
        <TextField {...field('checked')} label={t(o.postChecked)} hint={t(o.postCheckedHint)} />
        <FormActions>
          <Button icon="print">{t(o.postMake)}</Button>
        </FormActions>
      </Form>
    </>
  )
}

interface PostedLetterPageProps {
  t: Translate
  house: House
  to: string
  code: string
  expiresAt: Date
}

/** The letter itself, laid out to be printed. */
export function PostedLetterPage({ t, house, to, code, expiresAt }: PostedLetterPageProps) {
  const url = `${house.baseUrl}/my-data/code`
  return (
    <>
      <div class="screen-only">
        <Notice kind="soon" announced>
          <p>{t(o.postPrint)}</p>
        </Notice>
      </div>
      <address dir="auto">
        {to.split('\n').map((line) => (
          <>
            {line}
            <br />
          </>
        ))}
      </address>
      <Head title={t(o.postLetterTitle)}>
        <p class="figure" dir="ltr">
          <code>{code}</code>
        </p>
      </Head>
      <p>{t(o.postLetterText, { house: house.name, url, day: t.day(expiresAt) })}</p>
      <p>{t(o.postLetterSay)}</p>
    </>
  )
}
