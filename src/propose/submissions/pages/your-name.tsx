import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { keptIn } from '#ui/form/kept.ts'
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
  const { field, choice } = keptIn(typed, problems)
  return (
    <>
      {person && <p class="quiet">{t(m.signedInAs, { name: person.name })}</p>}
      <ChoiceGroup
        {...choice('authorship')}
        legend={t(m.authorshipLegend)}
        choices={AUTHORSHIPS.map((value) => ({
          value,
          label: t(AUTHORSHIP_MESSAGES[value].label),
          explanation: t(AUTHORSHIP_MESSAGES[value].hint),
        }))}
      />
      {!person && (
        <>
          <TextField {...field('name')} label={t(m.yourName)} autocomplete="name" />
          <TextField {...field('email')} label={t(m.yourEmail)} type="email" autocomplete="email" />
        </>
      )}
    </>
  )
}
