import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Text } from '../find-text.ts'
import type { FurtherForm, OpenRequest } from '../forms-of.ts'
import { FORM_MESSAGES, m } from '../messages.ts'
import { AddForm } from './add-form.tsx'
import { OneForm } from './one-form.tsx'

export interface FormsPageProps {
  t: Translate
  text: Text
  forms: readonly FurtherForm[]
  requests: readonly OpenRequest[]
  /** The viewer may add forms. */
  mayAdd: boolean
  once: string
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  /** What was just done. */
  done: string | null
  /** How many requests that answered. */
  answered: number
}

/** Everything a text can be had as. */
export function FormsPage(props: FormsPageProps) {
  const { t, text, forms, requests, mayAdd, problems } = props
  return (
    <>
      <Head
        title={t(m.ofTitle, { number: text.number })}
        facts={[
          <a href={pathTo(text)} lang={text.language} dir={directionOf(text.language)}>
            {text.title ?? t(m.back)}
          </a>,
        ]}
        actions={<Button href={`/forms/${text.number}/requests/new`}>{t(m.ask)}</Button>}
      />
      <JustDone {...props} />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problems)} problems={[...problems]}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <Section heading={t(m.thereIs)}>
        {forms.map((form) => (
          <div class="stack tight">
            <OneForm t={t} form={form} />
            {mayAdd && (
              <Form action={`/forms/${text.number}/withdrawals`} hidden={{ form: form.id }}>
                <Button kind="second" size="small">
                  {t(m.withdraw)}
                </Button>
              </Form>
            )}
          </div>
        ))}
        <p>
          <a href={`/forms/${text.number}/large-print.pdf`}>{t(m.printLarge)}</a>
        </p>
        <p class="small quiet">{t(m.printLargeNote)}</p>
      </Section>
      {requests.length > 0 && <Asked t={t} requests={requests} />}
      {mayAdd && <AddForm {...props} />}
    </>
  )
}

function JustDone({ t, done, answered }: FormsPageProps) {
  if (done !== 'added' && done !== 'taken-down') return null
  return (
    <Notice kind="good" announced>
      <p>{t(done === 'added' ? m.added : m.takenDown)}</p>
      {done === 'added' && answered > 0 && <p>{t(m.addedAnswers, { count: answered })}</p>}
    </Notice>
  )
}

function Asked({ t, requests }: Pick<FormsPageProps, 't' | 'requests'>) {
  return (
    <Section heading={t(m.asked)}>
      <ul>
        {requests.map(({ number, form }) => (
          <li>
            <a href={`/submissions/${number}`}>{t(m.askedFor, { form: t(FORM_MESSAGES[form]), number })}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
