import type { Translate } from '#core/i18n/translate.ts'
import { AttachmentField } from '#ground/attachments/pages/attachment-field.tsx'
import { KeptFiles } from '#ground/attachments/pages/kept-files.tsx'
import type { HeldFile } from '#ground/drafts/draft-files.ts'
import { m as draftMessages } from '#ground/drafts/messages.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { NoticeLine } from '#ground/notices/pages/notice-line.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import { type Call, pathToCall } from '../call.ts'
import type { NewAnswer } from '../new-answer.ts'
import { WhatWasAnswered } from './what-was-answered.tsx'

interface AnswerPreviewPageProps {
  t: Translate
  call: Call
  answer: NewAnswer
  notice: NoticeInForce | null
  /** The files kept meanwhile. */
  held: readonly HeldFile[]
  /** The fields, sent again unseen. */
  sent: readonly [string, string][]
}

/** How it will read, and two ways on: hand it in, change it. */
export function AnswerPreviewPage({ t, call, answer, notice, held, sent }: AnswerPreviewPageProps) {
  const path = pathToCall(call.number)
  return (
    <>
      <Head title={t(m.previewTitle)} lead={t(m.previewLead)} />
      <Section heading={t(m.yourAnswer)}>
        <WhatWasAnswered t={t} call={call} answer={answer} />
      </Section>
      {notice && <NoticeLine t={t} notice={notice} />}
      <Form action={`${path}/answer`} files>
        {sent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <KeptFiles t={t} files={held} />
        <AttachmentField t={t} error={undefined} />
        <FormActions>
          <Button>{t(m.sendAnswer)}</Button>
          <Button kind="second" formAction={`${path}/preview`} name="back" value="yes">
            {t(m.changeIt)}
          </Button>
          <Button kind="second" formAction={`${path}/drafts`}>
            {t(draftMessages.keepDraft)}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}
