import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { formMessages as m } from '../form-messages.ts'
import { m as bodyMessages } from '../messages.ts'
import type { Body } from '../queries.ts'

export interface BodyFormPageProps {
  t: Translate
  /** Null for a new one. */
  body: Body | null
  /** Who may hear reviews. */
  others: readonly { slug: string; name: string }[]
  /** Name of the front desk of today. */
  frontDesk: string | null
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

/** The form to open a body, or to say its name, rule and reviewer anew. */
export function BodyFormPage(props: BodyFormPageProps) {
  const { t, body, problems, once } = props
  return (
    <>
      <Head title={t(body ? m.changeBody : m.newBody)} lead={t(body ? m.changeBodyLead : m.newBodyLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Form action={body ? `/bodies/${body.slug}/details` : '/bodies'} hidden={{ once }}>
        <NameAndPlace {...props} />
        <RulesOfBody {...props} />
        <FormActions>
          <Button>{t(body ? m.publishChange : m.openIt)}</Button>
          <a href={body ? `/bodies/${body.slug}` : '/bodies'}>{t(bodyMessages.leaveIt)}</a>
        </FormActions>
      </Form>
    </>
  )
}

function NameAndPlace({ t, body, typed, problems }: BodyFormPageProps) {
  const kept = (name: string) => ({ name, error: errorOf(problems, name), value: textOf(typed[name]) })
  return (
    <>
      <TextField {...kept('name')} label={t(m.name)} dir="auto" />
      {!body && <TextField {...kept('slug')} label={t(m.slugLabel)} hint={t(m.slugHint)} dir="ltr" />}
      {!body && <TextField {...kept('unit')} label={t(m.unitLabel)} hint={t(m.unitHint)} dir="ltr" />}
      <TextField {...kept('kind')} label={t(m.kindLabel)} hint={t(m.kindHint)} dir="auto" />
      <TextArea {...kept('about')} label={t(m.aboutLabel)} hint={t(m.aboutHint)} rows={3} />
      {!body && (
        <TextField
          {...kept('days')}
          label={t(bodyMessages.newDays)}
          hint={t(m.daysHint)}
          inputMode="numeric"
          short
        />
      )}
    </>
  )
}

function RulesOfBody({ t, body, others, frontDesk, typed, problems }: BodyFormPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <SelectField
        {...field('reviewed_by')}
        label={t(m.reviewerLabel)}
        hint={t(m.reviewerHint)}
        options={[
          { value: '', label: t(m.nobodyReviews) },
          ...others.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <Check name="holds_strangers" checked={typed.holds_strangers === 'yes'}>
        {t(m.holdsStrangersLabel)}
      </Check>
      {body?.isFrontDesk ? (
        <p class="quiet">{t(m.isFrontDesk)}</p>
      ) : (
        <Check name="front_desk" checked={typed.front_desk === 'yes'}>
          {frontDesk ? t(m.takesFrontDesk, { body: frontDesk }) : t(m.becomesFrontDesk)}
        </Check>
      )}
    </>
  )
}
