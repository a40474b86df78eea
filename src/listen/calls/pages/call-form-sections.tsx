import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
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
  return (
    <>
      <SelectField
        name="body"
        label={t(callFormMessages.bodyLabel)}
        error={errorOf(problems, 'body')}
        value={textOf(typed.body)}
        options={bodies.map(optionOf)}
      />
      <TextField
        name="title"
        label={t(callFormMessages.titleLabel)}
        hint={t(callFormMessages.titleHint)}
        error={errorOf(problems, 'title')}
        value={textOf(typed.title)}
        dir="auto"
      />
      <TextArea
        name="about"
        label={t(callFormMessages.aboutLabel)}
        hint={t(callFormMessages.aboutHint)}
        error={errorOf(problems, 'about')}
        value={textOf(typed.about)}
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
  return (
    <>
      <ChoiceGroup
        name="audience"
        legend={t(callFormMessages.audienceLegend)}
        error={errorOf(problems, 'audience')}
        chosen={textOf(typed.audience)}
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
        name="audience_unit"
        label={t(callFormMessages.audienceUnitLabel)}
        error={errorOf(problems, 'audience_unit')}
        value={textOf(typed.audience_unit)}
        options={[{ value: '', label: t(answerMessages.noPlace) }, ...units.map(optionOf)]}
      />
    </>
  )
}

/** When it opens and closes. */
export function When({ t, typed, problems }: CallFormPageProps) {
  return (
    <>
      <DateField
        name="opens_at"
        label={t(callFormMessages.opensLabel)}
        error={errorOf(problems, 'opens_at')}
        value={textOf(typed.opens_at)}
        withTime
      />
      <DateField
        name="closes_at"
        label={t(callFormMessages.closesLabel)}
        hint={t(callFormMessages.closesHint)}
        error={errorOf(problems, 'closes_at')}
        value={textOf(typed.closes_at)}
        withTime
      />
      <DateField
        name="helpers_until"
        label={t(callFormMessages.helpersLabel)}
        hint={t(callFormMessages.helpersHint)}
        error={errorOf(problems, 'helpers_until')}
        value={textOf(typed.helpers_until)}
        withTime
      />
    </>
  )
}

/** What is promised, by when, and under which notice. */
export function Promised({ t, typed, problems, notices }: CallFormPageProps) {
  return (
    <>
      <TextArea
        name="promise"
        label={t(callFormMessages.promiseLabel)}
        hint={t(callFormMessages.promiseHint)}
        error={errorOf(problems, 'promise')}
        value={textOf(typed.promise)}
        rows={4}
        dir="auto"
      />
      <DateField
        name="promised_on"
        label={t(callFormMessages.promisedOnLabel)}
        hint={t(callFormMessages.promisedOnHint)}
        error={errorOf(problems, 'promised_on')}
        value={textOf(typed.promised_on)}
      />
      <SelectField
        name="notice"
        label={t(callFormMessages.noticeLabel)}
        hint={
          <>
            {t(callFormMessages.noticeHint)} <a href="/notices">{t(callFormMessages.noticeRegister)}</a>
          </>
        }
        error={errorOf(problems, 'notice')}
        value={textOf(typed.notice)}
        options={[
          { value: '', label: t(callFormMessages.chooseNotice) },
          ...notices.map(({ slug, title, language }) => ({ value: slug, label: title, lang: language })),
        ]}
      />
    </>
  )
}
