import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { m, ROLE_MESSAGES } from '../messages.ts'

export interface GrantPageProps {
  t: Translate
  units: readonly { slug: string; name: string }[]
  bodies: readonly { slug: string; name: string }[]
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

/** The form to give a role; that it becomes public stands above its first box. */
export function GrantPage(props: GrantPageProps) {
  const { t, typed, problems, once } = props
  const kept = (name: string) => ({ name, error: errorOf(problems, name), value: textOf(typed[name]) })
  return (
    <>
      <Head title={t(m.give)} lead={t(m.giveLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Form action="/roles" hidden={{ once }}>
        <TextField {...kept('email')} label={t(m.email)} hint={t(m.emailHint)} type="email" />
        <TextField {...kept('name')} label={t(m.newName)} hint={t(m.newNameHint)} dir="auto" />
        <WhereAndWhat {...props} />
        <TextField {...kept('purpose')} label={t(m.purpose)} hint={t(m.purposeHint)} />
        <DateField {...kept('from')} label={t(m.from)} />
        <DateField {...kept('to')} label={t(m.to)} />
        <FormActions>
          <Button>{t(m.giveIt)}</Button>
        </FormActions>
      </Form>
    </>
  )
}

function WhereAndWhat({ t, units, bodies, typed, problems }: GrantPageProps) {
  const kept = (name: string) => ({ name, error: errorOf(problems, name), value: textOf(typed[name]) })
  const options = (places: GrantPageProps['units']) =>
    places.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <SelectField
        {...kept('role')}
        label={t(m.role)}
        options={Object.entries(ROLE_MESSAGES).map(([value, label]) => ({ value, label: t(label) }))}
      />
      <SelectField {...kept('unit')} label={t(m.unit)} options={options(units)} />
      <SelectField
        {...kept('body')}
        label={t(m.body)}
        options={[{ value: '', label: t(m.noBody) }, ...options(bodies)]}
      />
      <Check name="below" checked={typed.below === 'yes'}>
        {t(m.below)}
      </Check>
    </>
  )
}
