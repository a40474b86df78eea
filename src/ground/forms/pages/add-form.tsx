import { languageName, WRITTEN_LANGUAGES } from '#core/i18n/written-languages.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { FileField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn } from '#ui/form/kept.ts'
import { Section } from '#ui/section/section.tsx'
import { ACCEPTED } from '../form-media.ts'
import { FORM_MESSAGES, FORMS, m } from '../messages.ts'
import { MOST_BYTES, MOST_FILES } from '../take-files.ts'
import type { FormsPageProps } from './forms-page.tsx'

/** British and Irish Sign Language, by their ISO 639-3 codes. */
const SIGN_LANGUAGES = ['bfi', 'isg']

/** For clerks: what was made goes in here, with its caption. */
export function AddForm({ t, text, once, typed, problems }: FormsPageProps) {
  const { field, choice } = keptIn(typed, problems)
  const tags = [...new Set([text.language, ...WRITTEN_LANGUAGES, ...SIGN_LANGUAGES])]
  return (
    <Section heading={t(m.addTitle)} note={t(m.addLead)}>
      <Form action={`/forms/${text.number}`} hidden={{ once }} files>
        <ChoiceGroup
          {...choice('form')}
          legend={t(m.formLegend)}
          choices={FORMS.map((form) => ({ value: form, label: t(FORM_MESSAGES[form]) }))}
        />
        <SelectField
          {...field('language')}
          label={t(m.languageLabel)}
          options={tags.map((tag) => ({ value: tag, label: languageName(tag, t.language) }))}
        />
        <TextField {...field('caption')} label={t(m.captionLabel)} hint={t(m.captionHint)} dir="auto" />
        <TextArea {...field('words')} label={t(m.wordsLabel)} hint={t(m.wordsHint)} />
        <FileField
          name="files"
          label={t(m.filesLabel)}
          hint={t(m.filesHint, { most: MOST_FILES, megabytes: MOST_BYTES / 1024 / 1024 })}
          error={errorOf(problems, 'files')}
          accept={[...ACCEPTED, '.vtt']}
          many
        />
        <TextField {...field('href')} label={t(m.hrefLabel)} hint={t(m.hrefHint)} dir="ltr" />
        <FormActions>
          <Button>{t(m.add)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
