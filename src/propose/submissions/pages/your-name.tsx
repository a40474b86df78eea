import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { AUTHORSHIPS } from '../input.ts'
import { m } from '../messages.ts'
import type { HandInPageProps } from './hand-in-page.tsx'

const AUTHORSHIP_MESSAGES = {
  named: { label: m.named, hint: m.namedHint },
  withheld: { label: m.withheld, hint: m.withheldHint },
  anonymous: { label: m.anonymous, hint: m.anonymousHint },
} as const

/** How the author appears, and for a stranger the name and the address. */
export function YourName({ x, typed, problems }: Pick<HandInPageProps, 'x' | 'typed' | 'problems'>) {
  const { t } = x
  const { person } = x.viewer
  return (
    <>
      {person && <p class="quiet">{t(m.signedInAs, { name: person.name })}</p>}
      <ChoiceGroup
        name="authorship"
        legend={t(m.authorshipLegend)}
        error={errorOf(problems, 'authorship')}
        chosen={textOf(typed.authorship)}
        choices={AUTHORSHIPS.map((value) => ({
          value,
          label: t(AUTHORSHIP_MESSAGES[value].label),
          explanation: t(AUTHORSHIP_MESSAGES[value].hint),
        }))}
      />
      {!person && (
        <>
          <TextField
            name="name"
            label={t(m.yourName)}
            error={errorOf(problems, 'name')}
            value={textOf(typed.name)}
            autocomplete="name"
          />
          <TextField
            name="email"
            label={t(m.yourEmail)}
            error={errorOf(problems, 'email')}
            value={textOf(typed.email)}
            type="email"
            autocomplete="email"
          />
        </>
      )}
    </>
  )
}
