import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf, isLanguage, languageNamed } from '#core/i18n/languages.ts'
import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import {
  BASIS_MESSAGES,
  m,
  PUBLISHES_MESSAGES,
  PURPOSE_MESSAGES,
  RECIPIENT_MESSAGES,
  SPECIAL_BASIS_MESSAGES,
} from '../messages.ts'

export interface NoticeFormPageProps {
  t: Translate
  title: string
  action: string
  isFirst: boolean
  units: readonly { slug: string; name: string }[]
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  languages: readonly string[]
  once: string
}

/** A notice, or a new version of one: first what machines compare, then the words in each language. */
export function NoticeFormPage(props: NoticeFormPageProps) {
  const { t, title, action, problems, once, languages, isFirst } = props
  return (
    <>
      <Head title={title} lead={t(isFirst ? m.newNoticeLead : m.newVersionLead)} />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problemsHeading, { count: problems.length })} problems={problems} />
      )}
      <Form action={action} hidden={{ once }}>
        {isFirst && (
          <Section heading={t(m.whichNotice)}>
            <Which {...props} />
          </Section>
        )}
        <Section heading={t(m.inShort)}>
          <Terms {...props} />
        </Section>
        {languages.filter(isLanguage).map((language) => (
          <Section heading={languageNamed(language).name}>
            <Texts {...props} language={language} />
          </Section>
        ))}
        <FormActions>
          <Button>{t(m.publishNotice)}</Button>
        </FormActions>
      </Form>
    </>
  )
}

function Which({ t, typed, problems, units }: NoticeFormPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <SelectField
        {...field('unit')}
        label={t(m.unitLabel)}
        options={units.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextField {...field('slug')} label={t(m.slugLabel)} hint={t(m.slugHint)} dir="ltr" />
    </>
  )
}

type Words = Readonly<Record<string, Message<Plain>>>

const choicesOf = (t: Translate, messages: Words) =>
  Object.entries(messages).map(([value, message]) => ({ value, label: t(message) }))

const chosenIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? [one] : []))

function Terms({ t, typed, problems, languages }: NoticeFormPageProps) {
  const group = (name: string, legend: Message<Plain>, messages: Words) => (
    <ChoiceGroup
      name={name}
      legend={t(legend)}
      error={errorOf(problems, name)}
      many
      columns
      chosen={chosenIn(typed[name])}
      choices={choicesOf(t, messages)}
    />
  )
  const { field, choice } = keptIn(typed, problems)
  return (
    <>
      {group('purposes', m.purposes, PURPOSE_MESSAGES)}
      {group('recipients', m.recipients, RECIPIENT_MESSAGES)}
      <ChoiceGroup
        {...choice('publishes')}
        legend={t(m.publishes)}
        choices={choicesOf(t, PUBLISHES_MESSAGES)}
      />
      <SelectField {...field('basis')} label={t(m.legalBasis)} options={choicesOf(t, BASIS_MESSAGES)} />
      <SelectField
        name="special_basis"
        label={t(m.specialBasis)}
        value={textOf(typed.special_basis)}
        options={[{ value: '', label: t(m.noSpecialBasis) }, ...choicesOf(t, SPECIAL_BASIS_MESSAGES)]}
      />
      <TextField {...field('kept_days')} label={t(m.keptDaysLabel)} inputMode="numeric" short />
      <SelectField
        name="original"
        label={t(m.originalLabel)}
        value={textOf(typed.original)}
        options={languages
          .filter(isLanguage)
          .map((value) => ({ value, label: languageNamed(value).name, lang: value }))}
      />
    </>
  )
}

const PARTS = [
  { part: 'title', label: m.titleLabel },
  { part: 'summary', label: m.summaryLabel },
  { part: 'purpose', label: m.whatFor },
  { part: 'kept', label: m.whatIsKept },
  { part: 'seen', label: m.whoSees },
  { part: 'published', label: m.whatIsPublished },
  { part: 'objecting', label: m.howToObject },
] as const

function Texts({ t, typed, problems, isFirst, language }: NoticeFormPageProps & { language: string }) {
  const said = { lang: language, dir: directionOf(language) }
  const parts = isFirst ? PARTS : [...PARTS, { part: 'changed', label: m.changedLabel } as const]
  return (
    <>
      {parts.map(({ part, label }) => {
        const name = `${language}-${part}`
        const field = {
          name,
          label: t(label),
          error: errorOf(problems, name),
          value: textOf(typed[name]),
          ...said,
        }
        return part === 'title' || part === 'summary' ? (
          <TextField {...field} />
        ) : (
          <TextArea {...field} rows={3} />
        )
      })}
    </>
  )
}
