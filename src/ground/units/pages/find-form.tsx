import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { SearchField, SelectField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Section } from '#ui/section/section.tsx'
import type { UnitsQuery } from '../find-units.ts'
import { m } from '../messages.ts'
import { kindWords, UNIT_KINDS } from '../unit-kinds.ts'

/** The box to find a unit: for everybody whose own is not among the upper ones. */
export function FindForm({ t, query }: { t: Translate; query: UnitsQuery }) {
  return (
    <Section heading={t(m.find)}>
      <Form action="/units" method="get" role="search" label={t(m.find)}>
        <SearchField
          name="q"
          label={t(m.searchLabel)}
          hint={t(m.searchHint)}
          value={query.q}
          button={t(m.findIt)}
        />
        <SelectField
          name="kind"
          label={t(m.kindLabel)}
          value={query.kind}
          options={[
            { value: '', label: t(m.any) },
            ...UNIT_KINDS.map((kind) => ({ value: kind, label: kindWords(t, kind) })),
          ]}
        />
        <FormActions>
          <Button kind="second">{t(m.findIt)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
