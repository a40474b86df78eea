import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { AUTHORSHIPS } from '../answer-input.ts'
import { answerMessages as m } from '../answer-messages.ts'
import type { AnswerFormPageProps } from './answer-form-page.tsx'

const AUTHORSHIP_MESSAGES = {
  named: { label: m.named, hint: m.namedHint },
  withheld: { label: m.withheld, hint: m.withheldHint },
  anonymous: { label: m.anonymous, hint: m.anonymousHint },
} as const

type Props = Pick<AnswerFormPageProps, 'x' | 'call' | 'typed' | 'speaksFor'> & {
  errorOf(field: string): string | undefined
  textOf(value: unknown): string
}

/** How the author appears, for a stranger the name and the address, and on whose behalf. */
export function WhoAnswers({ x, call, typed, speaksFor, errorOf, textOf }: Props) {
  const { t } = x
  const { person } = x.viewer
  return (
    <>
      {person && <p class="quiet">{t(m.signedInAs, { name: person.name })}</p>}
      <ChoiceGroup
        name="authorship"
        legend={t(m.authorshipLegend)}
        error={errorOf('authorship')}
        chosen={textOf(typed.authorship)}
        choices={AUTHORSHIPS.map((value) => ({
          value,
          label: t(AUTHORSHIP_MESSAGES[value].label),
          explanation: t(AUTHORSHIP_MESSAGES[value].hint, { body: call.body.name }),
        }))}
      />
      {!person && (
        <>
          <TextField
            name="name"
            label={t(m.yourName)}
            error={errorOf('name')}
            value={textOf(typed.name)}
            autocomplete="name"
          />
          <TextField
            name="email"
            label={t(m.yourEmail)}
            hint={t(m.yourEmailHint)}
            error={errorOf('email')}
            value={textOf(typed.email)}
            type="email"
            autocomplete="email"
          />
        </>
      )}
      {speaksFor.length > 0 && (
        <SelectField
          name="on_behalf_of"
          label={t(m.behalfLabel)}
          error={errorOf('on_behalf_of')}
          value={textOf(typed.on_behalf_of)}
          options={[
            { value: '', label: t(m.behalfMyself) },
            ...speaksFor.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      )}
    </>
  )
}
