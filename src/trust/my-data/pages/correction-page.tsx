import type { FieldProblem } from '#core/http/answer.ts'
import { isLanguage, languageNamed } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'

interface CorrectionPageProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  languages: readonly string[]
  problems: FieldProblem[]
}

export function CorrectionPage({ t, typed, languages, problems }: CorrectionPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(m.correctTitle)} lead={t(m.correctLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={problems} />}
      <Section heading={t(m.name)}>
        <Form action="/my-data/correction">
          <TextField {...field('name')} label={t(m.name)} hint={t(m.nameHint)} autocomplete="name" />
          <SelectField
            {...field('language')}
            label={t(m.language)}
            options={languages
              .filter(isLanguage)
              .map((value) => ({ value, label: languageNamed(value).name }))}
          />
          <FormActions>
            <Button>{t(m.saveIt)}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section heading={t(m.newAddress)}>
        <Form action="/my-data/address">
          <TextField
            {...field('email')}
            type="email"
            label={t(m.newAddress)}
            hint={t(m.newAddressHint)}
            autocomplete="email"
          />
          <FormActions>
            <Button kind="second">{t(m.askAddress)}</Button>
          </FormActions>
        </Form>
      </Section>
      <p>
        {t(m.somethingElse)} <a href="/my-data/objections/new">{t(m.somethingElseLink)}</a>
      </p>
    </>
  )
}

export function AddressPage({ t, token }: { t: Translate; token: string }) {
  return (
    <>
      <Head title={t(m.confirmAddressTitle)} lead={t(m.confirmAddressLead)} />
      <Form action={`/my-data/address/${token}`}>
        <FormActions>
          <Button>{t(m.confirmAddress)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
