import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { showsQuotations } from '../call-with-themes.ts'
import type { Pending } from '../choose.ts'
import { m, STEP_MESSAGES } from '../messages.ts'
import type { ThemeFacts } from '../show-theme.ts'
import type { AnswerInTheme } from '../theme-answers.ts'
import type { lastStepOf } from '../undo-step.ts'
import { PendingChoice } from './choice-page.tsx'
import { AnswersPager } from './theme-page.tsx'
import { nameOf } from './theme-words.tsx'

export type ThemeDeskProps = ThemeFacts & {
  t: Translate
  lastStep: Awaited<ReturnType<typeof lastStepOf>>
  pending: Pending | null
  isClerk: boolean
  problems: readonly { field?: string; message: string }[]
  typed: Readonly<Record<string, unknown>>
  isDone: boolean
  once: string
}

/** Everything the team can do about one theme, on one page, by keyboard, without a script. */
export function ThemeDeskPage(props: ThemeDeskProps) {
  const { t, theme, problems, isDone, pending, isClerk } = props
  return (
    <>
      <Head
        title={nameOf(t, theme)}
        lead={t(m.teamLead)}
        facts={[t(m.themeNumber, { number: theme.number }), `${t(m.answers)}: ${t.number(theme.size)}`]}
        actions={
          isClerk ? (
            <Button kind="second" href={`/themes/${theme.number}/choice`}>
              {t(m.chooseTitle)}
            </Button>
          ) : undefined
        }
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={[...problems]} />}
      {isDone && problems.length === 0 && (
        <Notice kind="good" announced>
          {t(m.done)}
        </Notice>
      )}
      {pending && isClerk && (
        <PendingChoice
          t={t}
          pending={pending}
          action={`/themes/${theme.number}/choice/withdrawal`}
          once={props.once}
        />
      )}
      <NameForm {...props} />
      <MoveForm {...props} />
      <MergeForm {...props} />
      <OtherSteps {...props} />
    </>
  )
}

const hiddenOf = ({ once, theme }: ThemeDeskProps) => ({ once, version: String(theme.version) })

function NameForm(props: ThemeDeskProps) {
  const { t, theme, typed, problems } = props
  return (
    <Section heading={t(m.nameIt)}>
      <Form action={`/themes/${theme.number}/name`} hidden={hiddenOf(props)}>
        <TextField
          name="name"
          label={t(m.name)}
          hint={t(m.nameHint)}
          error={errorOf(fielded(problems), 'name')}
          value={textOf(typed.name) || (theme.name ?? '')}
          dir="auto"
          maxLength={150}
        />
        <TextArea name="about" label={t(m.about)} rows={3} value={textOf(typed.about) || theme.about} />
        <FormActions>
          <Button>{t(m.save)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

const fielded = (problems: ThemeDeskProps['problems']) =>
  problems.map(({ field = '', message }) => ({ field, message }))

function others({ t, all, theme }: ThemeDeskProps) {
  return [
    { value: '', label: t(m.choose) },
    ...all
      .filter(({ id }) => id !== theme.id)
      .map((other) => ({
        value: String(other.number),
        label: `${nameOf(t, other)} (${other.number})`,
        lang: other.language,
      })),
  ]
}

function MoveForm(props: ThemeDeskProps) {
  const { t, theme, answers, from, typed, problems } = props
  const chosen = [typed.answers].flat().map(String)
  return (
    <Section heading={t(m.move)} note={t(m.moveHint)} id="answers">
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
          label={t(m.moveTo)}
          options={others(props)}
          value={textOf(typed.to)}
          error={errorOf(fielded(problems), 'to')}
        />
        <TextField
          name="new_name"
          label={t(m.moveNew)}
          value={textOf(typed.new_name)}
          dir="auto"
          maxLength={150}
        />
        <FormActions>
          <Button kind="second">{t(m.moveIt)}</Button>
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
        {t(m.chooseAnswer, { number })}
      </Check>
      <Said lang={language} dir={directionOf(language)}>
        {words}
      </Said>
      <p class="small quiet">
        <a href={`/answers/${number}`}>{t(m.quotedFrom, { number })}</a>
        {', '}
        {putBy === 'team' ? t(m.placedByTeam) : t(m.sureness, { share: t.percent(sure ?? 0) })}
        {showsQuotations(call) && (
          <>
            {', '}
            <a href={`/themes/${theme.number}/quotations/new?answer=${number}`}>{t(m.quote)}</a>
          </>
        )}
        {isClerk && (
          <>
            {', '}
            <a href={`/answers/${number}/choice`}>{t(m.chooseTitle)}</a>
          </>
        )}
      </p>
    </div>
  )
}

function MergeForm(props: ThemeDeskProps) {
  const { t, theme, typed, problems } = props
  return (
    <Section heading={t(m.merge)}>
      <Form action={`/themes/${theme.number}/merger`} hidden={hiddenOf(props)}>
        <SelectField
          name="into"
          label={t(m.mergeInto)}
          options={others(props)}
          value={textOf(typed.into)}
          error={errorOf(fielded(problems), 'into')}
        />
        <FormActions>
          <Button kind="second">{t(m.mergeIt)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function OtherSteps(props: ThemeDeskProps) {
  const { t, theme, all, lastStep, quotations } = props
  const parent = all.find(({ id }) => id === theme.parentId)
  const kind = lastStep?.kind as keyof typeof STEP_MESSAGES | undefined
  return (
    <>
      {parent && (
        <Section heading={t(m.raise)}>
          <Form action={`/themes/${theme.number}/independence`} hidden={hiddenOf(props)}>
            <p>{t(m.raiseHint, { theme: nameOf(t, parent) })}</p>
            <FormActions>
              <Button kind="second">{t(m.raise)}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {quotations.length > 0 && (
        <Section heading={t(m.quotations)}>
          {quotations.map(({ answer, passage, language }) => (
            <Form
              action={`/themes/${theme.number}/quotations/removal`}
              hidden={{ ...hiddenOf(props), answer: String(answer) }}
            >
              <Said lang={language} dir={directionOf(language)}>
                {passage}
              </Said>
              <FormActions>
                <Button kind="second" size="small">
                  {t(m.unquote)}
                </Button>
              </FormActions>
            </Form>
          ))}
        </Section>
      )}
      {lastStep && kind && (
        <Section heading={t(m.undo)}>
          <Form action={`/themes/${theme.number}/undoing`} hidden={{ ...hiddenOf(props), step: lastStep.id }}>
            <FormActions>
              <Button kind="second">
                {t(m.undoIt, { step: t(STEP_MESSAGES[kind]), day: t.day(lastStep.madeAt) })}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </>
  )
}
