import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'
import type { UnitInTree } from '../queries.ts'
import { kindWords, UNIT_KINDS } from '../unit-kinds.ts'

export interface UnitFormPageProps {
  t: Translate
  /** Null for a new one. */
  unit: UnitInTree | null
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

/** The form to open a unit, or to say its name, kind and place anew. */
export function UnitFormPage(props: UnitFormPageProps) {
  const { t, unit, problems, once } = props
  return (
    <>
      <Head title={t(unit ? m.changeUnit : m.newUnit)} lead={t(unit ? m.changeUnitLead : m.newUnitLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Form action={unit ? `/units/${unit.slug}/details` : '/units'} hidden={{ once }}>
        <NameAndPlace {...props} />
        <FormActions>
          <Button>{t(unit ? m.keepDetails : m.openIt)}</Button>
          <a href={unit ? `/units/${unit.slug}` : '/units'}>{t(m.leaveIt)}</a>
        </FormActions>
      </Form>
    </>
  )
}

function NameAndPlace({ t, unit, typed, problems }: UnitFormPageProps) {
  const kept = (name: string) => ({ name, error: errorOf(problems, name), value: textOf(typed[name]) })
  return (
    <>
      <TextField {...kept('name')} label={t(m.nameColumn)} dir="auto" />
      {!unit && <TextField {...kept('slug')} label={t(m.slugLabel)} hint={t(m.slugHint)} dir="ltr" />}
      <SelectField
        {...kept('kind')}
        label={t(m.kindLabel)}
        options={[
          { value: '', label: t(m.chooseKind) },
          ...UNIT_KINDS.map((kind) => ({ value: kind, label: kindWords(t, kind) })),
        ]}
      />
      {unit?.parentId !== null && (
        <TextField {...kept('below')} label={t(m.belowLabel)} hint={t(m.belowHint)} dir="ltr" />
      )}
      <TextField {...kept('code')} label={t(m.codeLabel)} hint={t(m.codeHint)} dir="ltr" short />
      <Check name="own" checked={typed.own === 'yes'}>
        {t(m.ownLabel)}
      </Check>
    </>
  )
}
