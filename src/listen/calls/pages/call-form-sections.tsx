import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { errorOf, keptIn, textOf } from '#ui/form/kept.ts'
import { LanguageField } from '../../../propose/submissions/index.ts'
import { answerMessages } from '../answer-messages.ts'
import { callFormMessages } from '../call-form-messages.ts'
import { m } from '../messages.ts'

/** What the form of a call shows: what was typed, what is not right, what can be chosen. */
export interface CallFormPageProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  bodies: readonly { slug: string; name: string }[]
  units: readonly { slug: string; name: string }[]
  notices: readonly { slug: string; title: string; language: string }[]
  drafts: readonly { id: string; title: string; savedAt: Date }[]
  savedAt?: Date
  wasKept: boolean
  once: string
}

const optionOf = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name })

/** Who asks, and what it is about. */
export function What({ t, typed, problems, bodies }: CallFormPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <SelectField {...field('body')} label={t(callFormMessages.bodyLabel)} options={bodies.map(optionOf)} />
      <TextField
        {...field('title')}
        label={t(callFormMessages.titleLabel)}
        hint={t(callFormMessages.titleHint)}
        dir="auto"
      />
      <TextArea
        {...field('about')}
        label={t(callFormMessages.aboutLabel)}
        hint={t(callFormMessages.aboutHint)}
        rows={5}
        dir="auto"
      />
      <LanguageField
        t={t}
        value={textOf(typed.language)}
        hint={t(callFormMessages.callLanguageHint)}
        error={errorOf(problems, 'language')}
      />
    </>
  )
}

/** Who may answer. */
export function Who({ t, typed, problems, units }: CallFormPageProps) {
  const { field, choice } = keptIn(typed, problems)
  return (
    <>
      <ChoiceGroup
        {...choice('audience')}
        legend={t(callFormMessages.audienceLegend)}
        choices={[
          { value: 'anyone', label: t(m.audienceAnyone) },
          {
            value: 'members',
            label: t(m.audienceMembers),
            explanation: t(callFormMessages.audienceMembersHint),
          },
          {
            value: 'unit',
            label: t(callFormMessages.audienceOneUnit),
            explanation: t(callFormMessages.audienceUnitHint),
          },
        ]}
      />
      <SelectField
        {...field('audience_unit')}
        label={t(callFormMessages.audienceUnitLabel)}
        options={[{ value: '', label: t(answerMessages.noPlace) }, ...units.map(optionOf)]}
      />
    </>
  )
}

/** When it opens and closes. */
export function When({ t, typed, problems }: CallFormPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <DateField {...field('opens_at')} label={t(callFormMessages.opensLabel)} withTime />
      <DateField
        {...field('closes_at')}
        label={t(callFormMessages.closesLabel)}
        hint={t(callFormMessages.closesHint)}
        withTime
      />
      <DateField
        {...field('helpers_until')}
        label={t(callFormMessages.helpersLabel)}
        hint={t(callFormMessages.helpersHint)}
        withTime
      />
    </>
  )
}

/** What is promised, by when, and under which notice. */
export function Promised({ t, typed, problems, notices }: CallFormPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <TextArea
        {...field('promise')}
        label={t(callFormMessages.promiseLabel)}
        hint={t(callFormMessages.promiseHint)}
        rows={4}
        dir="auto"
      />
      <DateField
        {...field('promised_on')}
        label={t(callFormMessages.promisedOnLabel)}
        hint={t(callFormMessages.promisedOnHint)}
      />
      <SelectField
        {...field('notice')}
        label={t(callFormMessages.noticeLabel)}
        hint={
          <>
            {t(callFormMessages.noticeHint)} <a href="/notices">{t(callFormMessages.noticeRegister)}</a>
          </>
        }
        options={[
          { value: '', label: t(callFormMessages.chooseNotice) },
          ...notices.map(({ slug, title, language }) => ({ value: slug, label: title, lang: language })),
        ]}
      />
    </>
  )
}
