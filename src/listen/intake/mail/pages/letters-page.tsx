import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { AnswerLetter } from '../answer-letters.ts'
import type { MailedAnswer } from '../find-mailed-answer.ts'
import { m } from '../messages.ts'

export interface LettersPageProps {
  t: Translate
  answer: MailedAnswer
  letters: readonly AnswerLetter[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  once: string
}

/** The mail of an answer and the letters after it, as its clerks read them. */
export function LettersPage(props: LettersPageProps) {
  const { t, answer, letters, problems } = props
  return (
    <>
      <Head title={t(m.lettersTitle, { number: answer.number })} lead={t(m.lettersLead)} />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(deskMessages.notRightYet, { count: problems.length })}
          problems={[...problems]}
        />
      )}
      {letters.map((letter, place) => (
        <Section heading={headingOf(t, letter, place)}>
          {letter.fromBody === null && <Checks t={t} letter={letter} />}
          {letter.words === null ? (
            <p>{t(m.erased)}</p>
          ) : (
            <Words format="plain" lang="" words={letter.words} />
          )}
        </Section>
      ))}
      <Section heading={t(m.writeLabel)}>
        {answer.email === null ? <p>{t(m.noAddress)}</p> : <LetterForm {...props} />}
      </Section>
    </>
  )
}

function headingOf(t: Translate, { fromBody, writtenAt }: AnswerLetter, place: number): string {
  if (place === 0) return t(m.theMail)
  const moment = t.moment(writtenAt)
  return fromBody === null ? t(m.byAuthor, { moment }) : t(m.byBody, { body: fromBody, moment })
}

function Checks({ t, letter: { checks } }: { t: Translate; letter: AnswerLetter }) {
  const { spf, dkim, dmarc } = checks
  const isChecked = spf !== undefined && dkim !== undefined && dmarc !== undefined
  return (
    <Notice icon="lock">
      <p>{isChecked ? t(m.checked, { spf, dkim, dmarc }) : t(m.unchecked)}</p>
    </Notice>
  )
}

function LetterForm({ t, answer, typed, problems, once }: LettersPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <Form action={`/answers/${answer.number}/letters`} hidden={{ once }}>
      <TextArea {...field('words')} label={t(m.letterWords)} hint={t(m.writeHint)} rows={6} dir="auto" />
      <FormActions>
        <Button>{t(m.send)}</Button>
      </FormActions>
    </Form>
  )
}
