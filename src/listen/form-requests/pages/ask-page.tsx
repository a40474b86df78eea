import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName, WRITTEN_LANGUAGES } from '#core/i18n/written-languages.ts'
import type { Body } from '#ground/bodies/queries.ts'
import type { Text } from '#ground/forms/find-text.ts'
import type { FurtherForm } from '#ground/forms/forms-of.ts'
import { FORM_MESSAGES, FORMS } from '#ground/forms/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { m } from '../messages.ts'

export interface AskPageProps {
  t: Translate
  text: Text
  desk: Body
  /** What there is already: then nobody has to ask. */
  made: readonly FurtherForm[]
  once: string
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** Which form, in which language, and how to hear of it. */
export function AskPage({ t, text, desk, made, once, typed, problems }: AskPageProps) {
  const { field, choice } = keptIn(typed, problems)
  const tags = [...new Set([t.language, text.language, ...WRITTEN_LANGUAGES])].filter(
    (tag) => tag !== 'en-XA',
  )
  const there = new Set(made.map(({ form }) => form))
  return (
    <>
      <Head
        title={t(m.title, { number: text.number })}
        lead={t(m.lead, { body: desk.name, days: desk.promiseDays })}
        facts={[
          <span lang={text.language} dir={directionOf(text.language)}>
            {text.title}
          </span>,
        ]}
      />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problems)} problems={[...problems]}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <Notice>
        <p>{t(m.notice)}</p>
      </Notice>
      <Form action={`/forms/${text.number}/requests`} hidden={{ once }}>
        <ChoiceGroup
          {...choice('form')}
          legend={t(m.whichForm)}
          choices={[...FORMS, 'another' as const].map((form) => ({
            value: form,
            label: t(FORM_MESSAGES[form]),
            explanation: form !== 'another' && there.has(form) ? t(m.madeAlready) : undefined,
          }))}
        />
        <SelectField
          name="language"
          label={t(m.language)}
          value={textOf(typed.language) || t.language}
          options={tags.map((tag) => ({ value: tag, label: languageName(tag, tag), lang: tag }))}
        />
        <TextField {...field('note')} label={t(m.note)} hint={t(m.noteHint)} dir="auto" />
        <TextField
          {...field('email')}
          type="email"
          label={t(m.email)}
          hint={t(m.emailHint)}
          autocomplete="email"
        />
        <FormActions>
          <Button>{t(m.send)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
