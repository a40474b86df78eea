import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { HowItCame } from '../../help/entries.ts'
import { m as help } from '../../help/messages.ts'
import { consentWords, routeWords } from '../../help/pages/entries-page.tsx'
import { m } from '../messages.ts'

export type Followed =
  | { number: number; isHere: false; hasPicture: boolean; until: Date }
  /** The key travels on in the body of a form alone. */
  | { number: number; isHere: true; key: string; came: HowItCame | null }

interface Props {
  t: Translate
  followed: Followed | undefined
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

export function FollowPage({ t, followed, typed, problems }: Props) {
  return (
    <>
      <Head title={t(m.followTitle)} lead={t(m.followLead)} />
      {problems.length > 0 && <ErrorSummary title={t(help.problems)} problems={[...problems]} />}
      {followed && <Found t={t} followed={followed} />}
      {!followed?.isHere && (
        <Form action="/follow">
          <TextField
            name="number"
            label={t(m.number)}
            hint={t(m.numberHint)}
            error={errorOf([...problems], 'number')}
            value={textOf(typed.number)}
            inputMode="numeric"
            autocomplete="off"
            dir="ltr"
            short
          />
          <TextField
            name="key"
            label={t(m.key)}
            hint={t(m.keyHint)}
            error={errorOf([...problems], 'key')}
            value={textOf(typed.key)}
            autocomplete="off"
            dir="ltr"
          />
          <FormActions>
            <Button>{t(m.go)}</Button>
          </FormActions>
        </Form>
      )}
    </>
  )
}

function Found({ t, followed }: { t: Translate; followed: Followed }) {
  const number = t.number(followed.number)
  if (followed.isHere)
    return (
      <>
        <Notice kind="good" announced>
          <p>{t(m.arrived, { number })}</p>
          {followed.came && <p>{cameWords(t, followed.came)}</p>}
        </Notice>
        <Form action={`/receipts/${followed.number}`} hidden={{ key: followed.key }}>
          <FormActions>
            <Button>{t(m.open)}</Button>
            <a href={`/answers/${followed.number}`}>{t(m.itsStory)}</a>
          </FormActions>
        </Form>
      </>
    )
  return (
    <Notice kind={followed.hasPicture ? 'good' : 'soon'} announced>
      <p>
        {followed.hasPicture
          ? t(m.pictureHere, { number })
          : t(m.notYet, { number, day: t.moment(followed.until) })}
      </p>
    </Notice>
  )
}

function cameWords(t: Translate, { helper, route, consent, enteredAt }: HowItCame): string {
  return t(help.cameBy, {
    helper: helper ?? t(help.helperGone),
    how: routeWords(t, route),
    agreed: consentWords(t, consent),
    day: t.day(enteredAt),
  })
}
