import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import type { Call, Question } from '../../../calls/index.ts'
import { languageOptions } from '../languages.ts'
import { m } from '../messages.ts'

export interface Typing {
  t: Translate
  call: Call
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** The questions of a call as a helper types them: boxes `q1`, `q2`, `q3.1`; a place is asked once, below. */
export function QuestionFields(typing: Typing) {
  const asked = typing.call.questions.filter(({ kind }) => kind !== 'place')
  return (
    <>
      {asked.map((question) => (
        <QuestionField {...typing} question={question} />
      ))}
    </>
  )
}

function QuestionField(asking: Typing & { question: Question }) {
  const { t, call, question, typed, problems } = asking
  const name = `q${question.place}`
  const error = errorOf([...problems], name)
  const wording = (
    <span lang={call.language} dir={directionOf(call.language)}>
      {`${question.place}. ${question.wording}`}
    </span>
  )
  if (question.kind === 'open')
    return <TextArea name={name} label={wording} error={error} value={textOf(typed[name])} rows={4} />
  if (question.kind === 'statements') return <StatementFields {...asking} legend={wording} error={error} />
  const many = question.mostChoices > 1
  return (
    <ChoiceGroup
      name={name}
      legend={wording}
      hint={many ? t(m.tickUpTo, { most: question.mostChoices }) : undefined}
      error={error}
      many={many}
      chosen={chosenOf(typed[name])}
      choices={question.options.map(({ place, wording }) => ({
        value: String(place),
        label: <InLanguage lang={call.language}>{wording}</InLanguage>,
      }))}
    />
  )
}

function chosenOf(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string')
}

function StatementFields({
  t,
  call,
  question,
  typed,
  legend,
  error,
}: Typing & { question: Question; legend: preact.ComponentChildren; error?: string }) {
  return (
    <div class="stack" id={`q${question.place}`}>
      <p>
        <strong>{legend}</strong>
      </p>
      {error && <p class="field-error">{error}</p>}
      {question.options.map(({ place, wording }) => {
        const name = `q${question.place}.${place}`
        return (
          <ChoiceGroup
            name={name}
            legend={<InLanguage lang={call.language}>{wording}</InLanguage>}
            columns="three"
            chosen={chosenOf(typed[name])}
            choices={[
              { value: 'a', label: t(m.agree) },
              { value: 'd', label: t(m.disagree) },
              { value: 'p', label: t(m.pass) },
            ]}
          />
        )
      })}
    </div>
  )
}

interface Circumstances extends Typing {
  isSpoken?: boolean
  /** The language it is most likely in; the call's where nobody knows better. */
  likely?: string
}

/** How it came: consent, day, place, language; a membership number where the call is for members. */
export function CircumstanceFields({ t, call, typed, problems, isSpoken, likely }: Circumstances) {
  const error = (field: string) => errorOf([...problems], field)
  return (
    <>
      <ChoiceGroup
        name="consent"
        legend={t(m.consent)}
        error={error('consent')}
        chosen={textOf(typed.consent)}
        choices={[
          ...(isSpoken ? [] : [{ value: 'signed', label: t(m.consentSigned) }]),
          { value: 'spoken', label: t(m.consentSpoken) },
        ]}
      />
      {call.audience === 'members' && (
        <TextField
          name="member"
          label={t(m.member)}
          error={error('member')}
          value={textOf(typed.member)}
          autocomplete="off"
          short
        />
      )}
      <TextField name="unit" label={t(m.unit)} error={error('unit')} value={textOf(typed.unit)} />
      <SelectField
        name="language"
        label={t(m.language)}
        options={languageOptions(t, likely ?? call.language)}
        value={textOf(typed.language)}
      />
      <DateField
        name="saidOn"
        label={t(m.saidOn)}
        hint={t(m.saidOnHint)}
        error={error('saidOn')}
        value={textOf(typed.saidOn)}
      />
    </>
  )
}
