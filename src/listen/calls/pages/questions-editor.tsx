import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { TextArea, TextField } from '#ui/field/fields.tsx'
import { errorOf } from '#ui/form/kept.ts'
import { QUESTION_KINDS } from '../call.ts'
import { callFormMessages } from '../call-form-messages.ts'
import { questionsTyped, type TypedQuestion } from '../call-input.ts'
import { m } from '../messages.ts'

interface QuestionsEditorProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

const KINDS = {
  open: { name: m.questionOpen, add: callFormMessages.addOpen },
  choice: { name: m.questionChoice, add: callFormMessages.addChoice },
  statements: { name: m.questionStatements, add: callFormMessages.addStatements },
  place: { name: m.questionPlace, add: callFormMessages.addPlace },
} as const

/** The questions of a call as they are written; each button sends the form and brings it back changed. */
export function QuestionsEditor({ t, typed, problems }: QuestionsEditorProps) {
  return (
    <>
      {questionsTyped(typed).map((question, at) => (
        <QuestionFields t={t} question={question} place={at + 1} problems={problems} />
      ))}
      <p class="line" id="add-open">
        {QUESTION_KINDS.map((kind) => (
          <Button kind="second" size="small" name="do" value={`add-${kind}`}>
            {t(KINDS[kind].add)}
          </Button>
        ))}
      </p>
    </>
  )
}

interface QuestionFieldsProps extends Pick<QuestionsEditorProps, 't' | 'problems'> {
  question: TypedQuestion
  place: number
}

function QuestionFields(props: QuestionFieldsProps) {
  const { t, question, place, problems } = props
  const field = (part: string) => `question-${place}-${part}`
  const kind = QUESTION_KINDS.find((one) => one === question.kind) ?? 'open'
  return (
    <fieldset class="stack">
      <legend>{t(callFormMessages.questionNumber, { place, kind: t(KINDS[kind].name) })}</legend>
      <input type="hidden" name={field('kind')} value={kind} />
      <TextField
        name={field('wording')}
        label={t(callFormMessages.wordingLabel)}
        error={errorOf(problems, field('wording'))}
        value={question.wording}
        dir="auto"
      />
      <TextField
        name={field('help')}
        label={t(callFormMessages.helpLabel)}
        value={question.help}
        dir="auto"
      />
      {(kind === 'choice' || kind === 'statements') && <OptionFields {...props} kind={kind} field={field} />}
      <Check name={field('required')} checked={question.required === 'yes'}>
        {t(callFormMessages.requiredLabel)}
      </Check>
      <p class="line">
        {place > 1 && (
          <Button kind="second" size="small" name="do" value={`up-${place}`}>
            {t(callFormMessages.moveUp, { place })}
          </Button>
        )}
        <Button kind="second" size="small" name="do" value={`remove-${place}`}>
          {t(callFormMessages.leaveOut, { place })}
        </Button>
      </p>
    </fieldset>
  )
}

function OptionFields({
  t,
  question,
  problems,
  kind,
  field,
}: QuestionFieldsProps & { kind: 'choice' | 'statements'; field(part: string): string }) {
  return (
    <>
      <TextArea
        name={field('options')}
        label={t(kind === 'choice' ? callFormMessages.optionsLabel : callFormMessages.statementsLabel)}
        hint={t(callFormMessages.onePerLine)}
        error={errorOf(problems, field('options'))}
        value={question.options}
        rows={5}
        dir="auto"
      />
      {kind === 'choice' && (
        <TextField
          name={field('most')}
          label={t(callFormMessages.mostLabel)}
          error={errorOf(problems, field('most'))}
          value={question.most === '' ? '1' : question.most}
          inputMode="numeric"
          short
        />
      )}
    </>
  )
}
