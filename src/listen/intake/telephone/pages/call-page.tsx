import { directionOf } from '#core/i18n/languages.ts'
import { m as n } from '#ground/notices/messages.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Section } from '#ui/section/section.tsx'
import { ASKED_IN, type AskedIn } from '../../help/asked-in.ts'
import { m as help } from '../../help/messages.ts'
import { LanguagesAsked } from '../../help/pages/languages-asked.tsx'
import { CircumstanceFields, QuestionFields, type Typing } from '../../help/pages/question-fields.tsx'
import { m } from '../messages.ts'

interface Props extends Typing {
  asked: AskedIn
  notice: NoticeInForce | null
  once: string
}

/** What to say and what to ask, in the order of a call. */
export function CallPage(props: Props) {
  const { t, asked, call, once, problems } = props
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} />
      {problems.length > 0 && (
        <ErrorSummary title={t(help.problems)} problems={[...problems]}>
          {t(help.problemsKept)}
        </ErrorSummary>
      )}
      <LanguagesAsked t={t} asked={asked} href={`/calls/${call.number}/telephone`} />
      <Section heading={t(m.script)}>
        <Script {...props} />
      </Section>
      <Form action={`/calls/${call.number}/telephone`} hidden={{ once, [ASKED_IN]: call.language }}>
        <Section heading={t(m.questions)}>
          <div class="stack" lang={asked.say.language} dir={directionOf(asked.say.language)}>
            <QuestionFields {...props} t={asked.say} />
          </div>
        </Section>
        <Section heading={t(m.after)}>
          <CircumstanceFields {...props} isSpoken />
          <FormActions>
            <Button>{t(m.readBack)}</Button>
          </FormActions>
        </Section>
      </Form>
      <Section heading={t(m.asksAgain)}>
        <p>{t(m.asksAgainLead)}</p>
        <p>
          <Button kind="second" href="/follow">
            {t(m.asksAgain)}
          </Button>
        </p>
      </Section>
    </>
  )
}

/** What is read out: in the language of the questions, so that nobody has to translate while they speak. */
function Script({ asked: { say }, call, notice }: Props) {
  const inCall = (words: string) => <InLanguage lang={call.language}>{words}</InLanguage>
  return (
    <div class="stack" lang={say.language} dir={directionOf(say.language)}>
      <p>{say.around(m.greeting, { body: inCall(call.body.name), title: inCall(call.title ?? '') })}</p>
      <p>
        {say.around(m.promise, { promise: inCall(call.promise), day: say.day(new Date(call.promisedOn)) })}
      </p>
      <p>
        {say.around(m.notice, {
          notice: <InLanguage lang={notice?.language ?? say.language}>{notice?.summary}</InLanguage>,
        })}{' '}
        {notice && <a href={`/notices/${notice.slug}?version=${notice.version}`}>{say(n.wholeNotice)}</a>}
      </p>
    </div>
  )
}
