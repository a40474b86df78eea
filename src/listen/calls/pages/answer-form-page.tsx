import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { directionOf } from '#core/i18n/languages.ts'
import { AttachmentField } from '#ground/attachments/pages/attachment-field.tsx'
import { KeptFiles } from '#ground/attachments/pages/kept-files.tsx'
import type { HeldFile } from '#ground/drafts/draft-files.ts'
import { m as draftMessages } from '#ground/drafts/messages.ts'
import { type DraftNotice, WhatIsKept } from '#ground/drafts/pages/what-is-kept.tsx'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { answerMessages } from '../answer-messages.ts'
import { type Call, pathToCall } from '../call.ts'
import { m } from '../messages.ts'
import { holdsOffice } from '../standing.ts'
import { WhatIsPromised } from './call-page.tsx'
import { QuestionField } from './question-field.tsx'
import { WhoAnswers } from './who-answers.tsx'

export interface AnswerFormPageProps {
  x: Exchange
  call: Call
  notice: NoticeInForce | null
  /** To choose among for a place question. */
  units: readonly { slug: string; name: string }[]
  speaksFor: readonly { slug: string; name: string }[]
  /** What was typed before, whatever it was. */
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  /** The key against double sending. */
  once: string
  /** The draft that stands in it, empty when none does, and when it was kept. */
  draftId: string
  /** The files kept with it. */
  held: readonly HeldFile[]
  savedAt?: Date
  draftNotice?: DraftNotice
}

/** The form to answer; what will be done with it stands before the first box. */
export function AnswerFormPage(props: AnswerFormPageProps) {
  const { x, call, notice, problems, once, draftId } = props
  const { t } = x
  const path = pathToCall(call.number)
  return (
    <>
      <Head
        title={call.title ?? t(m.untitled)}
        lang={call.title === null ? undefined : call.language}
        dir={call.title === null ? undefined : directionOf(call.language)}
        lead={t(answerMessages.answerLead, { moment: t.moment(call.closesAt) })}
        facts={[t(m.askedBy, { body: call.body.name }), <a href={path}>{t(answerMessages.aboutThisCall)}</a>]}
      />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(answerMessages.problemsHeading, { count: problems.length })}
          problems={problems}
        >
          {t(answerMessages.problemsKept)}
        </ErrorSummary>
      )}
      <WhatIsKept
        t={t}
        form={{ under: path }}
        draftId={draftId}
        savedAt={props.savedAt}
        notice={props.draftNotice}
      />
      <WhatIsPromised t={t} call={call} notice={notice} />
      <Form
        action={`${path}/answer`}
        hidden={{ once, proof: '', draft: draftId, signed_in: x.viewer.person ? 'yes' : '' }}
        files
      >
        <Section heading={t(answerMessages.yourAnswer)}>
          {call.questions.map((question) => (
            <QuestionField
              t={t}
              language={call.language}
              question={question}
              units={props.units}
              typed={props.typed}
              problems={problems}
            />
          ))}
        </Section>
        <Section heading={t(answerMessages.nameSection)} note={t(answerMessages.nameSectionHint)}>
          {holdsOffice(x.viewer) && <p class="quiet">{t(answerMessages.officeHolderNote)}</p>}
          {call.audience === 'members' && <p class="quiet">{t(answerMessages.membersNote)}</p>}
          <WhoAnswers {...props} errorOf={(field) => errorOf(problems, field)} textOf={textOf} />
        </Section>
        <Section heading={t(answerMessages.beforeSending)} note={t(notesOnFiles(notice))}>
          <KeptFiles t={t} files={props.held} />
          <AttachmentField t={t} error={errorOf(problems, 'files')} />
          <FormActions>
            <Button>{t(answerMessages.sendAnswer)}</Button>
            <Button kind="second" formAction={`${path}/preview`}>
              {t(answerMessages.seePreview)}
            </Button>
            <Button kind="second" formAction={`${path}/drafts`}>
              {t(draftMessages.keepDraft)}
            </Button>
          </FormActions>
        </Section>
      </Form>
    </>
  )
}

/** Who will see the files: everybody, or those who read the answers. */
function notesOnFiles(notice: NoticeInForce | null) {
  return notice && publishesAtLeast(notice.publishes, 'words')
    ? answerMessages.filesPublished
    : answerMessages.filesForReaders
}
