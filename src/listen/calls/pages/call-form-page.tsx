import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { answerMessages } from '../answer-messages.ts'
import { callFormMessages } from '../call-form-messages.ts'
import { m } from '../messages.ts'
import { type CallFormPageProps, Promised, What, When, Who } from './call-form-sections.tsx'
import { QuestionsEditor } from './questions-editor.tsx'

/** The form of a call; its buttons add questions without a script. */
export function CallFormPage(props: CallFormPageProps) {
  const { t, typed, problems, once, wasKept } = props
  return (
    <>
      <Head title={t(m.newCall)} lead={t(callFormMessages.newCallLead)} />
      {wasKept && (
        <Notice kind="good" announced>
          <p>{t(callFormMessages.draftKept)}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <ErrorSummary
          title={t(answerMessages.problemsHeading, { count: problems.length })}
          problems={problems}
        >
          {t(answerMessages.problemsKept)}
        </ErrorSummary>
      )}
      <Drafts {...props} />
      <Form action="/calls" hidden={{ once, draft: textOf(typed.draft) }}>
        <Section heading={t(callFormMessages.whatSection)}>
          <What {...props} />
        </Section>
        <Section heading={t(callFormMessages.questionsSection)} note={t(callFormMessages.questionsNote)}>
          <QuestionsEditor t={t} typed={typed} problems={problems} />
        </Section>
        <Section heading={t(callFormMessages.whoSection)}>
          <Who {...props} />
        </Section>
        <Section heading={t(callFormMessages.whenSection)} note={t(callFormMessages.timesAreUtc)}>
          <When {...props} />
        </Section>
        <Section heading={t(callFormMessages.promiseSection)} note={t(callFormMessages.promiseNote)}>
          <Promised {...props} />
        </Section>
        <FormActions>
          <Button name="do" value="look">
            {t(callFormMessages.lookAtIt)}
          </Button>
          <Button kind="second" name="do" value="keep">
            {t(callFormMessages.keepDraft)}
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
      <summary>{t(callFormMessages.draftsOfYours, { count: others.length })}</summary>
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
