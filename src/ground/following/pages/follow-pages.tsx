import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { Followed } from '../follow-matter.ts'
import { m } from '../messages.ts'

interface FollowPageProps {
  t: Translate
  matter: { number: number; kind: string }
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

export function FollowPage({ t, matter, typed, problems }: FollowPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(m.title, { number: matter.number })} lead={t(m.lead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Notice>
        <p>{t(m.notice)}</p>
      </Notice>
      <Notice kind="soon">
        <p>{t(m.warning)}</p>
        <p>
          <a href={`${pathTo(matter)}.atom`}>{t(m.feed)}</a>
        </p>
      </Notice>
      <Form action="/following" hidden={{ matter: String(matter.number) }}>
        <TextField {...field('email')} label={t(m.email)} type="email" autocomplete="email" />
        <FormActions>
          <Button>{t(m.send)}</Button>
          <a href={pathTo(matter)}>{t(m.backToStory)}</a>
        </FormActions>
      </Form>
    </>
  )
}

/** After asking, and after ending: what has happened, in words that tell nobody who follows. */
export function AskedPage({
  t,
  isStopped,
  back,
}: {
  t: Translate
  isStopped?: boolean
  back?: string | null
}) {
  return (
    <Head
      title={t(isStopped ? m.stop : m.askedTitle)}
      lead={t(isStopped ? m.stopped : m.askedLead)}
      actions={back ? <a href={back}>{t(m.backToStory)}</a> : undefined}
    />
  )
}

interface TokenPageProps {
  t: Translate
  title: string
  found: Followed
  token: string
}

export function TokenPage({ t, title, found, token }: TokenPageProps) {
  const act = found.confirmedAt ? 'end' : 'confirmation'
  return (
    <>
      <Head title={title} lead={t(m.confirmLead, { number: found.number })} />
      <Form action={`/following/${token}/${act}`}>
        <FormActions>
          <Button kind={found.confirmedAt ? 'second' : 'first'}>
            {t(found.confirmedAt ? m.stop : m.confirm)}
          </Button>
          <a href={pathTo(found)}>{t(m.backToStory)}</a>
        </FormActions>
      </Form>
    </>
  )
}
