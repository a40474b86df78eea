import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { SelectField, TextArea } from '#ui/field/fields.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { fieldOf, statementField } from '../answer-input.ts'
import { answerMessages as m } from '../answer-messages.ts'
import type { Question } from '../call.ts'
import { kindWords } from './questions-asked.tsx'

export interface QuestionFieldProps {
  t: Translate
  /** The call's. */
  language: string
  question: Question
  units: readonly { slug: string; name: string }[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** One question as it is answered; each kind without a script. */
export function QuestionField(props: QuestionFieldProps) {
  switch (props.question.kind) {
    case 'open':
      return <OpenField {...props} />
    case 'choice':
      return <ChoiceField {...props} />
    case 'statements':
      return <StatementFields {...props} />
    default:
      return <PlaceField {...props} />
  }
}

/** Words of the call, in its own language among the reader's. */
function Asked({ language, children }: { language: string; children: string }) {
  return (
    <span lang={language} dir={directionOf(language)}>
      {children}
    </span>
  )
}

function hintOf({ t, question, language }: QuestionFieldProps) {
  return (
    <>
      {question.help !== '' && <Asked language={language}>{`${question.help} `}</Asked>}
      {kindWords(t, question)}
    </>
  )
}

function OpenField(props: QuestionFieldProps) {
  const { question, typed, problems, language } = props
  const name = fieldOf(question)
  return (
    <TextArea
      name={name}
      label={<Asked language={language}>{question.wording}</Asked>}
      hint={hintOf(props)}
      error={errorOf([...problems], name)}
      value={textOf(typed[name])}
      rows={6}
      dir="auto"
    />
  )
}

const chosenIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? [one] : []))

function ChoiceField(props: QuestionFieldProps) {
  const { question, typed, problems, language } = props
  const name = fieldOf(question)
  const chosen = chosenIn(typed[name])
  const isMany = question.mostChoices > 1
  return (
    <ChoiceGroup
      name={name}
      legend={<Asked language={language}>{question.wording}</Asked>}
      hint={hintOf(props)}
      error={errorOf([...problems], name)}
      many={isMany}
      chosen={isMany ? chosen : chosen[0]}
      choices={question.options.map(({ place, wording }) => ({
        value: String(place),
        label: <Asked language={language}>{wording}</Asked>,
      }))}
    />
  )
}

function StatementFields(props: QuestionFieldProps) {
  const { t, question, typed, problems, language } = props
  return (
    <fieldset class="stack">
      <legend>
        <Asked language={language}>{question.wording}</Asked>
      </legend>
      <p class="hint">{hintOf(props)}</p>
      {question.options.map((option) => {
        const name = statementField(question, option)
        return (
          <ChoiceGroup
            name={name}
            legend={<Asked language={language}>{option.wording}</Asked>}
            error={errorOf([...problems], name)}
            chosen={textOf(typed[name])}
            columns
            choices={[
              { value: 'agree', label: t(m.agree) },
              { value: 'disagree', label: t(m.disagree) },
              { value: 'pass', label: t(m.pass) },
            ]}
          />
        )
      })}
    </fieldset>
  )
}

function PlaceField(props: QuestionFieldProps) {
  const { t, question, typed, problems, units, language } = props
  const name = fieldOf(question)
  return (
    <SelectField
      name={name}
      label={<Asked language={language}>{question.wording}</Asked>}
      hint={hintOf(props)}
      error={errorOf([...problems], name)}
      value={textOf(typed[name])}
      options={[
        { value: '', label: t(m.noPlace) },
        ...units.map(({ slug, name: label }) => ({ value: slug, label })),
      ]}
    />
  )
}
