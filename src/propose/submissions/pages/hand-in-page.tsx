import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { directionOf } from '#core/i18n/languages.ts'
import { AttachmentField } from '#ground/attachments/pages/attachment-field.tsx'
import type { Body } from '#ground/bodies/queries.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { AUTHORSHIPS, KINDS } from '../input.ts'
import { KIND_MESSAGES, m } from '../messages.ts'
import { WhatIsKept } from './what-is-kept.tsx'

export interface HandInPageProps {
  x: Exchange
  /** What was typed before, whatever it was. */
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  bodies: readonly Body[]
  speaksFor: readonly { slug: string; name: string }[]
  /** The key against double sending. */
  once: string
  /** Who will read it: the chosen body, or the front desk. */
  reader: Body | null
  /** The draft that stands in it, empty when none does, and when it was kept. */
  draftId: string
  savedAt?: Date
  notice?: { words: string; link: { words: string; href: string } }
}

/** The form to hand something in; above its first box stands who will read it and by when. */
export function HandInPage(props: HandInPageProps) {
  const { x, problems, once, reader, draftId } = props
  const { t } = x
  return (
    <>
      <Head title={t(m.handInTitle)} lead={t(m.handInLead, { days: reader?.promiseDays ?? 28 })} />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problemsHeading, { count: problems.length })} problems={problems}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <WhatIsKept {...props} />
      {reader && (
        <Notice>
          <p>{t(m.noticeSummary, { body: reader.name, days: reader.promiseDays })}</p>
          <details>
            <summary>{t(m.noticeWhole)}</summary>
            <p>{t(m.noticeText)}</p>
          </details>
        </Notice>
      )}
      <Form
        action="/submissions"
        hidden={{ once, draft: draftId, signed_in: x.viewer.person ? 'yes' : '' }}
        files
      >
        <Section heading={t(m.whatSection)}>
          <WhatToSay {...props} />
        </Section>
        <Section heading={t(m.toSection)}>
          <WhoShouldAnswer {...props} />
        </Section>
        <Section heading={t(m.nameSection)} note={t(m.nameSectionHint)}>
          <YourName {...props} />
        </Section>
        <Section heading={t(m.beforeSection)}>
          <AttachmentField t={t} error={errorOf(problems, 'files')} />
          <FormActions>
            <Button>{t(m.handIn)}</Button>
            <Button kind="second" formAction="/submissions/preview">
              {t(m.seePreview)}
            </Button>
            <Button kind="second" formAction="/submissions/drafts">
              {t(m.keepDraft)}
            </Button>
          </FormActions>
        </Section>
      </Form>
    </>
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

const errorOf = (problems: readonly FieldProblem[], field: string) =>
  problems.find((problem) => problem.field === field)?.message

function WhatToSay({ x, typed, problems }: HandInPageProps) {
  const { t } = x
  return (
    <>
      <TextField
        name="title"
        label={t(m.titleLabel)}
        hint={t(m.titleHint)}
        error={errorOf(problems, 'title')}
        value={textOf(typed.title)}
      />
      <TextArea
        name="words"
        label={t(m.wordsLabel)}
        hint={t(m.wordsHint)}
        error={errorOf(problems, 'words')}
        value={textOf(typed.words)}
        rows={8}
        dir="auto"
      />
      <ChoiceGroup
        name="kind"
        legend={t(m.kindLegend)}
        error={errorOf(problems, 'kind')}
        chosen={textOf(typed.kind) || 'idea'}
        choices={KINDS.map((kind) => ({
          value: kind,
          label: t(KIND_MESSAGES[kind].name),
          explanation: t(KIND_MESSAGES[kind].hint),
        }))}
      />
      <SelectField
        name="language"
        label={t(m.languageLabel)}
        hint={t(m.languageHint)}
        error={errorOf(problems, 'language')}
        value={textOf(typed.language)}
        options={[
          { value: '', label: t(m.languageGuess) },
          ...WRITTEN_LANGUAGES.map((tag) => ({
            value: tag,
            label: nameOf(tag),
            lang: tag,
            dir: directionOf(tag),
          })),
        ]}
      />
    </>
  )
}

// Languages most spoken in the movement's country (census of England and Wales 2021, table TS024), each by its own name.
const WRITTEN_LANGUAGES = [
  'en',
  'cy',
  'pl',
  'ro',
  'pa',
  'ur',
  'pt',
  'es',
  'ar',
  'bn',
  'gu',
  'it',
  'fr',
  'so',
  'tr',
]

function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
}

function WhoShouldAnswer({ x, typed, problems, bodies, speaksFor }: HandInPageProps) {
  const { t } = x
  const options = bodies.map(({ slug, name, promiseDays }) => ({
    value: slug,
    label: t(m.bodyWithPromise, { body: name, days: promiseDays }),
  }))
  return (
    <>
      <SelectField
        name="to"
        label={t(m.toLabel)}
        hint={t(m.toHint)}
        error={errorOf(problems, 'to')}
        value={textOf(typed.to)}
        options={[{ value: '', label: t(m.toWhoeverShould) }, ...options]}
      />
      {speaksFor.length > 0 && (
        <SelectField
          name="on_behalf_of"
          label={t(m.behalfLabel)}
          error={errorOf(problems, 'on_behalf_of')}
          value={textOf(typed.on_behalf_of)}
          options={[
            { value: '', label: t(m.behalfMyself) },
            ...speaksFor.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      )}
    </>
  )
}

const AUTHORSHIP_MESSAGES = {
  named: { label: m.named, hint: m.namedHint },
  withheld: { label: m.withheld, hint: m.withheldHint },
  anonymous: { label: m.anonymous, hint: m.anonymousHint },
} as const

function YourName({ x, typed, problems }: HandInPageProps) {
  const { t } = x
  const { person } = x.viewer
  return (
    <>
      {person && <p class="quiet">{t(m.signedInAs, { name: person.name })}</p>}
      <ChoiceGroup
        name="authorship"
        legend={t(m.authorshipLegend)}
        error={errorOf(problems, 'authorship')}
        chosen={textOf(typed.authorship)}
        choices={AUTHORSHIPS.map((value) => ({
          value,
          label: t(AUTHORSHIP_MESSAGES[value].label),
          explanation: t(AUTHORSHIP_MESSAGES[value].hint),
        }))}
      />
      {!person && (
        <>
          <TextField
            name="name"
            label={t(m.yourName)}
            error={errorOf(problems, 'name')}
            value={textOf(typed.name)}
            autocomplete="name"
          />
          <TextField
            name="email"
            label={t(m.yourEmail)}
            error={errorOf(problems, 'email')}
            value={textOf(typed.email)}
            type="email"
            autocomplete="email"
          />
        </>
      )}
    </>
  )
}
