import type { ComponentChildren } from 'preact'
import { directionOf } from '#core/i18n/languages.ts'
import type { Body } from '#ground/bodies/queries.ts'
import type { ReturnRequest } from '#ground/matters/return-requests.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { authorMessages as m } from '../author-messages.ts'
import { m as messages } from '../messages.ts'
import type { Act, AuthorPartProps } from './author-part.tsx'
import { LanguageField } from './language-field.tsx'

interface ActFormProps extends AuthorPartProps {
  act: Act
  button: string
  kind?: 'second' | 'grave'
  children?: ComponentChildren
}

/** A form of the author: it posts to the act's own address and carries the key unseen. */
export function ActForm({
  submission,
  followUpKey,
  once,
  act,
  button,
  kind = 'second',
  children,
}: ActFormProps) {
  const hidden = { once: `${once}-${act}`, ...(followUpKey === null ? {} : { key: followUpKey }) }
  return (
    <Form action={`/submissions/${submission.number}/${act}`} hidden={hidden}>
      {children}
      <FormActions>
        <Button kind={kind}>{button}</Button>
      </FormActions>
    </Form>
  )
}

interface WordsProps {
  act: Act
  name: string
  label: string
  hint: string
  rows?: number
}

/** A box of one act: its id tells it from the boxes of the others, what was typed in it is kept. */
export function ActWords({ trouble, act, name, label, hint, rows = 3 }: AuthorPartProps & WordsProps) {
  const mine = trouble?.act === act ? trouble : null
  return (
    <TextArea
      id={`${act}-${name}`}
      name={name}
      label={label}
      hint={hint}
      rows={rows}
      value={textOf(mine?.typed[name])}
      error={mine ? errorOf(mine.problems, name) : undefined}
    />
  )
}

export function WithdrawalForm(props: AuthorPartProps) {
  const { t } = props
  return (
    <Section heading={t(m.withdrawHeading)}>
      <p>{t(m.withdrawLead)}</p>
      <ActForm {...props} act="withdrawal" button={t(m.withdraw)} kind="grave">
        <ActWords
          {...props}
          act="withdrawal"
          name="reason"
          label={t(m.withdrawWhy)}
          hint={t(m.withdrawWhyHint)}
        />
      </ActForm>
    </Section>
  )
}

export function LanguageForm(props: AuthorPartProps) {
  const { t, submission, trouble } = props
  const mine = trouble?.act === 'language' ? trouble : null
  return (
    <Section heading={t(m.languageHeading)}>
      <p>{t(m.languageLead)}</p>
      <ActForm {...props} act="language" button={t(m.languageCorrect)}>
        <LanguageField
          t={t}
          value={textOf(mine?.typed.language) || submission.language}
          hint={t(submission.languageFrom === 'author' ? messages.languageChosen : messages.languageGuessed)}
          error={mine ? errorOf(mine.problems, 'language') : undefined}
        />
      </ActForm>
    </Section>
  )
}

export function ReviewForm(props: AuthorPartProps & { of: string; reviewer: Body }) {
  const { t, of, reviewer } = props
  return (
    <Section heading={t(m.reviewHeading)}>
      <p>{t(m.reviewLead, { of, by: reviewer.name, days: reviewer.promiseDays })}</p>
      <ActForm {...props} act="review" button={t(m.reviewAsk)}>
        <ActWords
          {...props}
          act="review"
          name="reason"
          label={t(m.reviewWhy)}
          hint={t(m.reviewWhyHint)}
          rows={5}
        />
      </ActForm>
    </Section>
  )
}

export function VerdictForm(props: AuthorPartProps & { body: string }) {
  const { t, body, trouble } = props
  const mine = trouble?.act === 'verdict' ? trouble : null
  return (
    <Section heading={t(m.verdictHeading)}>
      <p>{t(m.verdictLead, { body })}</p>
      <ActForm {...props} act="verdict" button={t(m.verdictGive)}>
        <ChoiceGroup
          id="verdict-verdict"
          name="verdict"
          legend={t(m.verdictHeading)}
          hideLegend
          error={mine ? errorOf(mine.problems, 'verdict') : undefined}
          chosen={textOf(mine?.typed.verdict)}
          choices={[
            { value: 'yes', label: t(m.verdictYes), explanation: t(m.verdictYesHint) },
            { value: 'partly', label: t(m.verdictPartly), explanation: t(m.verdictPartlyHint) },
            { value: 'no', label: t(m.verdictNo), explanation: t(m.verdictNoHint) },
          ]}
        />
        <ActWords
          {...props}
          act="verdict"
          name="words"
          label={t(m.verdictWords)}
          hint={t(m.verdictWordsHint)}
        />
      </ActForm>
    </Section>
  )
}

export function AgreementForm(props: AuthorPartProps & { wish: ReturnRequest }) {
  const { t, wish } = props
  return (
    <Section heading={t(m.agreeHeading)}>
      <p>{t(m.agreeWish, { from: wish.fromBody, to: wish.toBody })}</p>
      <Said lang={wish.language} dir={directionOf(wish.language)}>
        {wish.reason}
      </Said>
      <ActForm {...props} act="agreement" button={t(m.agree)} />
    </Section>
  )
}
