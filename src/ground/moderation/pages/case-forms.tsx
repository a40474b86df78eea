import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn } from '#ui/form/kept.ts'
import { Section } from '#ui/section/section.tsx'
import { m, REASON_MESSAGES } from '../messages.ts'
import { APPEAL_DAYS, REASONS } from '../reasons.ts'
import type { CasePageProps } from './case-page.tsx'

export function CaseDecisionForm(props: CasePageProps) {
  const { t, found, typed, problems } = props
  const stay =
    found.sort === 'hold'
      ? { value: 'released', label: t(m.release), explanation: t(m.releaseHint) }
      : { value: 'kept', label: t(m.keep), explanation: t(found.heldAt ? m.keepHeldHint : m.keepHint) }
  const { field, choice } = keptIn(typed, problems)
  return (
    <Section heading={t(m.decide)}>
      <Form action={`/moderation/cases/${found.id}/decision`}>
        <ChoiceGroup
          {...choice('outcome')}
          legend={t(m.decide)}
          hideLegend
          choices={[stay, { value: 'removed', label: t(m.remove), explanation: t(m.removeHint) }]}
        />
        <SelectField
          {...field('reason')}
          label={t(m.forWhat)}
          options={[
            { value: '', label: t(m.noReason) },
            ...REASONS.map((reason) => ({ value: reason, label: t(REASON_MESSAGES[reason]) })),
          ]}
        />
        <Explanation {...props} />
      </Form>
    </Section>
  )
}

export function AppealDecisionForm(props: CasePageProps) {
  const { t, found, typed, problems } = props
  const { choice } = keptIn(typed, problems)
  return (
    <Section heading={t(m.decideAppeal)}>
      <Form action={`/moderation/cases/${found.id}/appeal/decision`}>
        <ChoiceGroup
          {...choice('outcome')}
          legend={t(m.decideAppeal)}
          hideLegend
          choices={[
            { value: 'stands', label: t(m.stands), explanation: t(m.standsHint) },
            { value: 'overturned', label: t(m.overturn), explanation: t(m.overturnHint) },
          ]}
        />
        <Explanation {...props} />
      </Form>
    </Section>
  )
}

function Explanation({ t, typed, problems }: CasePageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <TextArea {...field('explanation')} label={t(m.explanation)} hint={t(m.explanationHint)} rows={4} />
      <FormActions>
        <Button>{t(m.recordDecision)}</Button>
      </FormActions>
    </>
  )
}

/** For the author, who alone can send it: by their session or their follow-up key. */
export function AppealForm({ t, found, typed, problems }: CasePageProps) {
  const lead = t(m.appealLead, { body: found.reviewerName ?? '', days: APPEAL_DAYS })
  const { field } = keptIn(typed, problems)
  return (
    <Section heading={t(m.appealHeading)} note={lead}>
      <Form action={`/moderation/cases/${found.id}/appeal`}>
        <TextArea {...field('words')} label={t(m.appealWhy)} rows={5} />
        <TextField
          name="key"
          label={t(m.appealKey)}
          hint={t(m.appealKeyHint)}
          error={errorOf(problems, 'key')}
          dir="ltr"
          autocomplete="off"
        />
        <FormActions>
          <Button>{t(m.sendAppeal)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
