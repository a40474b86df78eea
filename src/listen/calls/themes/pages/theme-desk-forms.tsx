import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Pending } from '../choose.ts'
import { m, STEP_MESSAGES } from '../messages.ts'
import type { ThemeFacts } from '../show-theme.ts'
import { teamMessages } from '../team-messages.ts'
import type { lastStepOf } from '../undo-step.ts'
import { nameOf } from './theme-words.tsx'

/** What the desk of a theme shows, and its forms carry. */
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

/** Goes with each form: what it was read from, so that a step on what changed meanwhile is refused. */
export const hiddenOf = ({ once, theme }: ThemeDeskProps) => ({ once, version: String(theme.version) })

/** The name and what it is about. */
export function NameForm(props: ThemeDeskProps) {
  const { t, theme, typed, problems } = props
  return (
    <Section heading={t(teamMessages.nameIt)}>
      <Form action={`/themes/${theme.number}/name`} hidden={hiddenOf(props)}>
        <TextField
          name="name"
          label={t(teamMessages.name)}
          hint={t(teamMessages.nameHint)}
          error={errorOf(fielded(problems), 'name')}
          value={textOf(typed.name) || (theme.name ?? '')}
          dir="auto"
          maxLength={150}
        />
        <TextArea
          name="about"
          label={t(teamMessages.about)}
          rows={3}
          value={textOf(typed.about) || theme.about}
        />
        <FormActions>
          <Button>{t(teamMessages.save)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

export const fielded = (problems: ThemeDeskProps['problems']) =>
  problems.map(({ field = '', message }) => ({ field, message }))

/** The other themes of the question, to choose from. */
export function others({ t, all, theme }: ThemeDeskProps) {
  return [
    { value: '', label: t(teamMessages.choose) },
    ...all
      .filter(({ id }) => id !== theme.id)
      .map((other) => ({
        value: String(other.number),
        label: `${nameOf(t, other)} (${other.number})`,
        lang: other.language,
      })),
  ]
}

/** Joining it with another. */
export function MergeForm(props: ThemeDeskProps) {
  const { t, theme, typed, problems } = props
  return (
    <Section heading={t(teamMessages.merge)}>
      <Form action={`/themes/${theme.number}/merger`} hidden={hiddenOf(props)}>
        <SelectField
          name="into"
          label={t(teamMessages.mergeInto)}
          options={others(props)}
          value={textOf(typed.into)}
          error={errorOf(fielded(problems), 'into')}
        />
        <FormActions>
          <Button kind="second">{t(teamMessages.mergeIt)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** What can be done only sometimes: making a part a theme, taking a quotation off, undoing the last step. */
export function OtherSteps(props: ThemeDeskProps) {
  const { t, theme, all, lastStep, quotations } = props
  const parent = all.find(({ id }) => id === theme.parentId)
  const kind = lastStep?.kind as keyof typeof STEP_MESSAGES | undefined
  return (
    <>
      {parent && (
        <Section heading={t(teamMessages.raise)}>
          <Form action={`/themes/${theme.number}/independence`} hidden={hiddenOf(props)}>
            <p>{t(teamMessages.raiseHint, { theme: nameOf(t, parent) })}</p>
            <FormActions>
              <Button kind="second">{t(teamMessages.raise)}</Button>
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
                  {t(teamMessages.unquote)}
                </Button>
              </FormActions>
            </Form>
          ))}
        </Section>
      )}
      {lastStep && kind && (
        <Section heading={t(teamMessages.undo)}>
          <Form action={`/themes/${theme.number}/undoing`} hidden={{ ...hiddenOf(props), step: lastStep.id }}>
            <FormActions>
              <Button kind="second">
                {t(teamMessages.undoIt, { step: t(STEP_MESSAGES[kind]), day: t.day(lastStep.madeAt) })}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </>
  )
}
