import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import { type Call, pathToCall } from '../call.ts'
import type { NewAnswer } from '../new-answer.ts'
import { WhatWasAnswered } from './what-was-answered.tsx'

interface ClosedMeanwhilePageProps {
  t: Translate
  call: Call
  typed: Pick<NewAnswer, 'words' | 'marks' | 'language'>
  once: string
}

/** The call closed while somebody wrote: their words, whole, and a way to hand them in without it. */
export function ClosedMeanwhilePage({ t, call, typed, once }: ClosedMeanwhilePageProps) {
  const words = typed.words.map((one) => one.words).join('\n\n')
  return (
    <>
      <Head title={t(m.closedTitle)} lead={t(m.closedMeanwhile, { moment: t.moment(call.closesAt) })}>
        <p>
          <a href={pathToCall(call.number)}>{t(m.closedToCall)}</a>
        </p>
      </Head>
      <Section heading={t(m.closedTyped)}>
        <p>{t(m.closedTypedHelp)}</p>
        <WhatWasAnswered t={t} call={call} answer={typed} />
        {words !== '' && (
          <Form action="/submissions/drafts" hidden={{ words, once }}>
            <FormActions>
              <Button>{t(m.closedTakeAlong)}</Button>
            </FormActions>
          </Form>
        )}
      </Section>
    </>
  )
}
