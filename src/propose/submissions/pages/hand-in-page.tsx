import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { AttachmentField } from '#ground/attachments/pages/attachment-field.tsx'
import { KeptFiles } from '#ground/attachments/pages/kept-files.tsx'
import type { Body } from '#ground/bodies/queries.ts'
import type { HeldFile } from '#ground/drafts/draft-files.ts'
import { m as draftMessages } from '#ground/drafts/messages.ts'
import { type DraftNotice, WhatIsKept } from '#ground/drafts/pages/what-is-kept.tsx'
import { m as noticeMessages } from '#ground/notices/messages.ts'
import { m as translationMessages } from '#ground/translations/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { HAND_IN_FORM } from '../draft.ts'
import { KINDS } from '../input.ts'
import { KIND_MESSAGES, m } from '../messages.ts'
import { LanguageField } from './language-field.tsx'
import { YourName } from './your-name.tsx'

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
  /** The files kept with it. */
  held: readonly HeldFile[]
  savedAt?: Date
  notice?: DraftNotice
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
      <WhatIsKept t={t} form={HAND_IN_FORM} draftId={draftId} savedAt={props.savedAt} notice={props.notice} />
      {reader && (
        <Notice>
          <p>{t(m.noticeSummary, { body: reader.name, days: reader.promiseDays })}</p>
          <details>
            <summary>{t(m.noticeWhole)}</summary>
            <p>{t(m.noticeText)}</p>
            {x.house.machine && <p>{t(translationMessages.leadMachine, { host: x.house.machine })}</p>}
            <p>
              <a href="/notices/handing-in">{t(noticeMessages.wholeNotice)}</a>
            </p>
          </details>
        </Notice>
      )}
      <Form
        action="/submissions"
        hidden={{ once, proof: '', draft: draftId, signed_in: x.viewer.person ? 'yes' : '' }}
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
          <KeptFiles t={t} files={props.held} />
          <AttachmentField t={t} error={errorOf(problems, 'files')} />
          <FormActions>
            <Button>{t(m.handIn)}</Button>
            <Button kind="second" formAction="/submissions/preview">
              {t(m.seePreview)}
            </Button>
            <Button kind="second" formAction="/submissions/drafts">
              {t(draftMessages.keepDraft)}
            </Button>
          </FormActions>
        </Section>
      </Form>
    </>
  )
}

function WhatToSay({ x, typed, problems }: HandInPageProps) {
  const { t } = x
  const { field } = keptIn(typed, problems)
  return (
    <>
      <TextField {...field('title')} label={t(m.titleLabel)} hint={t(m.titleHint)} />
      <TextArea
        {...field('words')}
        label={t(m.wordsLabel)}
        hint={`${t(m.wordsHint)} ${t(m.markupHint)}`}
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
      <LanguageField
        t={t}
        value={textOf(typed.language)}
        hint={t(m.languageHint)}
        error={errorOf(problems, 'language')}
        mayGuess
      />
    </>
  )
}

function WhoShouldAnswer({ x, typed, problems, bodies, speaksFor }: HandInPageProps) {
  const { t } = x
  const options = bodies.map(({ slug, name, promiseDays }) => ({
    value: slug,
    label: t(m.bodyWithPromise, { body: name, days: promiseDays }),
  }))
  const { field } = keptIn(typed, problems)
  return (
    <>
      <SelectField
        {...field('to')}
        label={t(m.toLabel)}
        hint={t(m.toHint)}
        options={[{ value: '', label: t(m.toWhoeverShould) }, ...options]}
      />
      {speaksFor.length > 0 && (
        <SelectField
          {...field('on_behalf_of')}
          label={t(m.behalfLabel)}
          options={[
            { value: '', label: t(m.behalfMyself) },
            ...speaksFor.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      )}
    </>
  )
}
