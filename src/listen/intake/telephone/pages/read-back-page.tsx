import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Call, NewAnswer, Question } from '../../../calls/index.ts'
import { m as help } from '../../help/messages.ts'
import { m } from '../messages.ts'

interface Props {
  t: Translate
  /** In the language of the questions. */
  say: Translate
  call: Call
  answer: NewAnswer
  typed: Readonly<Record<string, unknown>>
}

/** What the caller hears before anything is stored. */
export function ReadBackPage({ t, say, call, answer, typed }: Props) {
  return (
    <>
      <Head
        title={t(m.readBackTitle)}
        lead={<InLanguage lang={say.language}>{say(m.readBackLead)}</InLanguage>}
      />
      {call.questions
        .filter(({ kind }) => kind !== 'place')
        .map((question) => (
          <Section
            heading={
              <span lang={call.language} dir={directionOf(call.language)}>
                {question.wording}
              </span>
            }
          >
            <Heard t={say} language={call.language} question={question} answer={answer} />
          </Section>
        ))}
      <Form action={`/calls/${call.number}/telephone`}>
        {kept(typed).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <FormActions>
          <Button name="step" value="store">
            {t(m.store)}
          </Button>
          <Button kind="second" name="step" value="change">
            {t(m.change)}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

/** Everything that was typed travels on; a choice of several as several. */
function kept(typed: Props['typed']): [string, string][] {
  return Object.entries(typed)
    .filter(([name]) => name !== 'step')
    .flatMap(([name, value]) =>
      [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
    )
}

interface HeardProps {
  t: Translate
  language: string
  question: Question
  answer: NewAnswer
}

function Heard({ t, language, question, answer }: HeardProps) {
  const words = answer.words.find(({ questionId }) => questionId === question.id)?.words
  if (words) return <Said lang={answer.language}>{words}</Said>
  const marked = question.options.flatMap(({ id, wording }) => {
    const mark = answer.marks.find(({ optionId }) => optionId === id)?.mark
    return mark === undefined ? [] : [{ wording, mark }]
  })
  const inCall = (words: string) => <InLanguage lang={language}>{words}</InLanguage>
  if (marked.length === 0)
    return (
      <p lang={t.language} dir={directionOf(t.language)}>
        {t(m.nothing)}
      </p>
    )
  const said = { 1: t(help.agree), [-1]: t(help.disagree), 0: t(help.pass) }
  return (
    <ul lang={language} dir={directionOf(language)}>
      {marked.map(({ wording, mark }) => (
        <li>
          {question.kind === 'statements'
            ? t.around(m.marked, { statement: inCall(wording), mark: <strong>{said[mark]}</strong> })
            : inCall(wording)}
        </li>
      ))}
    </ul>
  )
}

interface SpokenProps {
  t: Translate
  say: Translate
  call: Call
  number: string
  followUpKey: string
  address: string
}

/** Figures in groups of two or three, and six words each with its letters apart. */
export function SpokenReceiptPage(props: SpokenProps) {
  const { t, say, call, number, address } = props
  return (
    <>
      <Head
        title={t(m.receiptTitle)}
        lead={<InLanguage lang={say.language}>{say(m.receiptLead)}</InLanguage>}
      />
      <Section heading={t(m.number)}>
        <p class="code-words" dir="ltr">
          {[...number].join(' ')}
        </p>
      </Section>
      <Section heading={t(m.key)}>
        <ol lang="zxx" dir="ltr">
          {props.followUpKey.split('-').map((word) => (
            <li>
              <strong>{word}</strong> {[...word].join(' ')}
            </li>
          ))}
        </ol>
        <p lang={say.language} dir={directionOf(say.language)}>
          {say.around(m.receiptEnd, { address: <bdi dir="ltr">{address}</bdi> })}
        </p>
        <p>
          <Button href={`/calls/${call.number}/telephone`}>{t(m.nextCall)}</Button>
        </p>
      </Section>
    </>
  )
}
