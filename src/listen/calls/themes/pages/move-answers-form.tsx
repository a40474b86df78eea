import { directionOf } from '#core/i18n/languages.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { showsQuotations } from '../call-with-themes.ts'
import { choiceMessages } from '../choice-messages.ts'
import { m } from '../messages.ts'
import { teamMessages } from '../team-messages.ts'
import type { AnswerInTheme } from '../theme-answers.ts'
import { AnswersPager } from './answers-pager.tsx'
import { fielded, hiddenOf, others, type ThemeDeskProps } from './theme-desk-forms.tsx'

/** The answers of a theme, to be chosen and moved to another or to a new one. */
export function MoveForm(props: ThemeDeskProps) {
  const { t, theme, answers, from, typed, problems } = props
  const chosen = [typed.answers].flat().map(String)
  return (
    <Section heading={t(teamMessages.move)} note={t(teamMessages.moveHint)} id="answers">
      <Form
        action={`/themes/${theme.number}/moves`}
        id="move"
        hidden={{ ...hiddenOf(props), from: String(from) }}
      >
        {answers.map((answer) => (
          <AnswerToMove {...props} answer={answer} isChosen={chosen.includes(String(answer.number))} />
        ))}
        <AnswersPager t={t} path={`/themes/${theme.number}/desk`} from={from} size={theme.size} />
        <SelectField
          name="to"
          label={t(teamMessages.moveTo)}
          options={others(props)}
          value={textOf(typed.to)}
          error={errorOf(fielded(problems), 'to')}
        />
        <TextField
          name="new_name"
          label={t(teamMessages.moveNew)}
          value={textOf(typed.new_name)}
          dir="auto"
          maxLength={150}
        />
        <FormActions>
          <Button kind="second">{t(teamMessages.moveIt)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function AnswerToMove({
  t,
  theme,
  call,
  isClerk,
  answer,
  isChosen,
}: ThemeDeskProps & { answer: AnswerInTheme; isChosen: boolean }) {
  const { number, words, language, putBy, sure } = answer
  return (
    <div class="stack tight">
      <Check name="answers" id={`answer-${number}`} value={String(number)} checked={isChosen}>
        {t(teamMessages.chooseAnswer, { number })}
      </Check>
      <Said lang={language} dir={directionOf(language)}>
        {words}
      </Said>
      <p class="small quiet line">
        <a href={`/answers/${number}`}>{t(m.quotedFrom, { number })}</a>
        <span>
          {putBy === 'team'
            ? t(teamMessages.placedByTeam)
            : t(teamMessages.sureness, { share: t.percent(sure ?? 0) })}
        </span>
        {showsQuotations(call) && (
          <a href={`/themes/${theme.number}/quotations/new?answer=${number}`}>{t(teamMessages.quote)}</a>
        )}
        {isClerk && <a href={`/answers/${number}/choice`}>{t(choiceMessages.chooseTitle)}</a>}
      </p>
    </div>
  )
}
