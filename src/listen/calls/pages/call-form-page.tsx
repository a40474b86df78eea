import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { LanguageField } from '../../../propose/submissions/index.ts'
import { m } from '../messages.ts'
import { QuestionsEditor } from './questions-editor.tsx'

export interface CallFormPageProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  bodies: readonly { slug: string; name: string }[]
  units: readonly { slug: string; name: string }[]
  notices: readonly { slug: string; title: string }[]
  drafts: readonly { id: string; title: string; savedAt: Date }[]
  savedAt?: Date
  wasKept: boolean
  once: string
}

/** The form of a call; its buttons add questions without a script. */
export function CallFormPage(props: CallFormPageProps) {
  const { t, typed, problems, once, wasKept } = props
  return (
    <>
      <Head title={t(m.newCall)} lead={t(m.newCallLead)} />
      {wasKept && (
        <Notice kind="good" announced>
          <p>{t(m.draftKept)}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problemsHeading, { count: problems.length })} problems={problems}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <Drafts {...props} />
      <Form action="/calls" hidden={{ once, draft: textOf(typed.draft) }}>
        <Section heading={t(m.whatSection)}>
          <What {...props} />
        </Section>
        <Section heading={t(m.questionsSection)} note={t(m.questionsNote)}>
          <QuestionsEditor t={t} typed={typed} problems={problems} />
        </Section>
        <Section heading={t(m.whoSection)}>
          <Who {...props} />
        </Section>
        <Section heading={t(m.whenSection)} note={t(m.timesAreUtc)}>
          <When {...props} />
        </Section>
        <Section heading={t(m.promiseSection)} note={t(m.promiseNote)}>
          <Promised {...props} />
        </Section>
        <FormActions>
          <Button name="do" value="look">
            {t(m.lookAtIt)}
          </Button>
          <Button kind="second" name="do" value="keep">
            {t(m.keepDraft)}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

function Drafts({ t, drafts, typed }: CallFormPageProps) {
  const others = drafts.filter(({ id }) => id !== typed.draft)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t(m.draftsOfYours, { count: others.length })}</summary>
      <ul>
        {others.map(({ id, title, savedAt }) => (
          <li>
            <a href={`/calls/drafts/${id}`}>{title === '' ? t(m.untitled) : title}</a>{' '}
            <span class="quiet">{t.moment(savedAt)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const optionOf = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name })

function What({ t, typed, problems, bodies }: CallFormPageProps) {
  return (
    <>
      <SelectField
        name="body"
        label={t(m.bodyLabel)}
        error={errorOf(problems, 'body')}
        value={textOf(typed.body)}
        options={bodies.map(optionOf)}
      />
      <TextField
        name="title"
        label={t(m.titleLabel)}
        hint={t(m.titleHint)}
        error={errorOf(problems, 'title')}
        value={textOf(typed.title)}
        dir="auto"
      />
      <TextArea
        name="about"
        label={t(m.aboutLabel)}
        hint={t(m.aboutHint)}
        error={errorOf(problems, 'about')}
        value={textOf(typed.about)}
        rows={5}
        dir="auto"
      />
      <LanguageField
        t={t}
        value={textOf(typed.language)}
        hint={t(m.callLanguageHint)}
        error={errorOf(problems, 'language')}
      />
    </>
  )
}

function Who({ t, typed, problems, units }: CallFormPageProps) {
  return (
    <>
      <ChoiceGroup
        name="audience"
        legend={t(m.audienceLegend)}
        error={errorOf(problems, 'audience')}
        chosen={textOf(typed.audience)}
        choices={[
          { value: 'anyone', label: t(m.audienceAnyone) },
          { value: 'members', label: t(m.audienceMembers), explanation: t(m.audienceMembersHint) },
          { value: 'unit', label: t(m.audienceOneUnit), explanation: t(m.audienceUnitHint) },
        ]}
      />
      <SelectField
        name="audience_unit"
        label={t(m.audienceUnitLabel)}
        error={errorOf(problems, 'audience_unit')}
        value={textOf(typed.audience_unit)}
        options={[{ value: '', label: t(m.noPlace) }, ...units.map(optionOf)]}
      />
    </>
  )
}

function When({ t, typed, problems }: CallFormPageProps) {
  return (
    <>
      <DateField
        name="opens_at"
        label={t(m.opensLabel)}
        error={errorOf(problems, 'opens_at')}
        value={textOf(typed.opens_at)}
        withTime
      />
      <DateField
        name="closes_at"
        label={t(m.closesLabel)}
        hint={t(m.closesHint)}
        error={errorOf(problems, 'closes_at')}
        value={textOf(typed.closes_at)}
        withTime
      />
      <DateField
        name="helpers_until"
        label={t(m.helpersLabel)}
        hint={t(m.helpersHint)}
        error={errorOf(problems, 'helpers_until')}
        value={textOf(typed.helpers_until)}
        withTime
      />
    </>
  )
}

function Promised({ t, typed, problems, notices }: CallFormPageProps) {
  return (
    <>
      <TextArea
        name="promise"
        label={t(m.promiseLabel)}
        hint={t(m.promiseHint)}
        error={errorOf(problems, 'promise')}
        value={textOf(typed.promise)}
        rows={4}
        dir="auto"
      />
      <DateField
        name="promised_on"
        label={t(m.promisedOnLabel)}
        hint={t(m.promisedOnHint)}
        error={errorOf(problems, 'promised_on')}
        value={textOf(typed.promised_on)}
      />
      <SelectField
        name="notice"
        label={t(m.noticeLabel)}
        hint={
          <>
            {t(m.noticeHint)} <a href="/notices">{t(m.noticeRegister)}</a>
          </>
        }
        error={errorOf(problems, 'notice')}
        value={textOf(typed.notice)}
        options={[
          { value: '', label: t(m.chooseNotice) },
          ...notices.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
      />
    </>
  )
}
