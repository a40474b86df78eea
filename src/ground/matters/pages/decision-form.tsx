import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { mayBeAll } from '#ground/bodies/queries.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn, textOf } from '#ui/form/kept.ts'
import { deskMessages as m } from '../desk-messages.ts'
import { LONGEST_DEFERRAL_DAYS } from '../rules.ts'

export interface DecisionFormProps {
  t: Translate
  now: Date
  action: string
  once: string
  /** The body that decides. */
  body: string
  /** Bodies it can be passed on to; of thousands, those nearest to the root. */
  others: readonly { slug: string; name: string; promiseDays: number }[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** What the body decided, why, and where it goes: the fields of every outcome stand there, so that no script is needed. */
export function DecisionForm(props: DecisionFormProps) {
  const { t, action, once, typed, problems } = props
  const { field } = keptIn(typed, problems)
  return (
    <Form action={action} hidden={{ once }}>
      <OutcomeChoice t={t} chosen={textOf(typed.outcome)} error={errorOf(problems, 'outcome')} />
      <TextArea {...field('reason')} label={t(m.why)} hint={t(m.whyHint)} rows={5} />
      <WhereItGoes {...props} />
      <FormActions>
        <Button>{t(m.record)}</Button>
        <Button kind="second" name="preview" value="yes">
          {t(m.preview)}
        </Button>
      </FormActions>
      <p class="small quiet">{t(m.waitsFiveMinutes)}</p>
    </Form>
  )
}

/** The six outcomes, each with what follows from it. */
export function OutcomeChoice({
  t,
  chosen,
  error,
}: {
  t: Translate
  chosen: string
  error: string | undefined
}) {
  return (
    <ChoiceGroup
      name="outcome"
      legend={t(m.outcome)}
      error={error}
      chosen={chosen}
      columns
      choices={[
        { value: 'accepted', label: t(m.accept), explanation: t(m.acceptHint), status: 'accepted' },
        { value: 'answered', label: t(m.answer), explanation: t(m.answerHint), status: 'answered' },
        { value: 'passed-on', label: t(m.passOn), explanation: t(m.passOnHint), status: 'passed-on' },
        { value: 'merged', label: t(m.merge), explanation: t(m.mergeHint), status: 'merged' },
        { value: 'deferred', label: t(m.defer), explanation: t(m.deferHint), status: 'deferred' },
        { value: 'refused', label: t(m.refuse), explanation: t(m.refuseHint), status: 'refused' },
      ]}
    />
  )
}

/** A list to choose from as long as it may hold them all; among thousands, a box for the name. */
function PassTo({ t, others, typed, problems }: Omit<Where, 'now'>) {
  const field = {
    name: 'pass_to',
    label: t(m.passTo),
    error: errorOf(problems, 'pass_to'),
    value: textOf(typed.pass_to),
  }
  if (!mayBeAll(others))
    return (
      <TextField
        {...field}
        hint={t(m.passToHint)}
        suggestions={others.map(({ name, promiseDays }) => ({
          value: name,
          about: t(m.daysPromised, { days: promiseDays }),
        }))}
      />
    )
  return (
    <SelectField
      {...field}
      options={[
        { value: '', label: t(m.noBody) },
        ...others.map(({ slug, name, promiseDays }) => ({
          value: slug,
          label: t(m.bodyWithPromise, { body: name, days: promiseDays }),
        })),
      ]}
    />
  )
}

type Where = Pick<DecisionFormProps, 't' | 'now' | 'others' | 'typed' | 'problems'>

/** Needed by one outcome each: the body, the matter, the day. */
export function WhereItGoes({ t, now, others, typed, problems }: Where) {
  const { field } = keptIn(typed, problems)
  return (
    <div class="columns">
      <PassTo t={t} others={others} typed={typed} problems={problems} />
      <TextField {...field('merge_into')} label={t(m.mergeInto)} inputMode="numeric" short />
      <DateField
        {...field('until')}
        label={t(m.until)}
        from={isoDate(addDays(now, 1))}
        until={isoDate(addDays(now, LONGEST_DEFERRAL_DAYS))}
      />
    </div>
  )
}
