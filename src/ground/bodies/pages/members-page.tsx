import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import { formMessages as m } from '../form-messages.ts'
import { m as bodyMessages } from '../messages.ts'
import type { Body } from '../queries.ts'
import type { Seat } from '../seats.ts'

export type NamingForm = 'member' | 'clerk'

interface ClerkHeld {
  id: string
  personName: string
  purpose: string
  fromOn: string
  toOn: string
}

export interface MembersPageProps {
  t: Translate
  body: Body
  seats: readonly Seat[]
  clerks: readonly ClerkHeld[]
  today: string
  /** The form that was sent and is not right yet. */
  wrong: { form: NamingForm; problems: FieldProblem[]; typed: Readonly<Record<string, unknown>> } | null
  /** A fresh key against double sending, one for each form. */
  once(): string
}

/** Who sits on a body and who clerks it, each ended from here, and the forms to name more. */
export function MembersPage(props: MembersPageProps) {
  const { t, body, seats, clerks, wrong } = props
  return (
    <>
      <Head title={t(m.membersTitle)} lead={t(m.membersLead, { body: body.name })} />
      {wrong && (
        <ErrorSummary
          title={t(m.problems)}
          problems={wrong.problems.map((one) => ({ ...one, field: `${wrong.form}-${one.field}` }))}
        />
      )}
      <Section heading={t(bodyMessages.members)}>
        {seats.length === 0 && <p class="quiet">{t(m.noSeats)}</p>}
        {seats.length > 0 && <SeatsTable t={t} slug={body.slug} seats={seats} />}
      </Section>
      <Section heading={t(m.nameMember)} note={t(m.publicNote)}>
        <NamingFields {...props} form="member" />
      </Section>
      <Section heading={t(bodyMessages.clerks)}>
        {clerks.length === 0 && <p class="quiet">{t(bodyMessages.noClerk)}</p>}
        {clerks.length > 0 && <ClerksTable t={t} clerks={clerks} />}
      </Section>
      <Section heading={t(m.nameClerk)} note={t(m.publicNote)}>
        <NamingFields {...props} form="clerk" />
      </Section>
    </>
  )
}

function NamingFields({ t, body, today, wrong, once, form }: MembersPageProps & { form: NamingForm }) {
  const typed = wrong?.form === form ? wrong.typed : { from: today }
  const problems = wrong?.form === form ? wrong.problems : []
  const kept = (name: string) => ({
    name,
    id: `${form}-${name}`,
    error: errorOf(problems, name),
    value: textOf(typed[name]),
  })
  const isMember = form === 'member'
  return (
    <Form action={`/bodies/${body.slug}/${form}s`} hidden={{ once: once() }} id={`name-${form}`}>
      <TextField {...kept('email')} label={t(m.email)} hint={t(m.emailHint)} type="email" />
      <TextField {...kept('name')} label={t(m.newName)} hint={t(m.newNameHint)} dir="auto" />
      {isMember && <TextField {...kept('seat')} label={t(bodyMessages.seatColumn)} hint={t(m.seatHint)} />}
      {!isMember && <TextField {...kept('purpose')} label={t(m.purpose)} hint={t(m.purposeHint)} />}
      <DateField {...kept('from')} label={t(m.from)} />
      <DateField {...kept('to')} label={t(isMember ? m.toIfKnown : m.to)} />
      <FormActions>
        <Button kind={isMember ? undefined : 'second'}>{t(isMember ? m.nameMember : m.nameClerk)}</Button>
      </FormActions>
    </Form>
  )
}

const dayOf = (t: Translate, day: string) => t.day(noonOf(day))

function SeatsTable({ t, slug, seats }: { t: Translate; slug: string; seats: readonly Seat[] }) {
  return (
    <Table
      folds
      hideCaption
      caption={t(bodyMessages.membersCaption)}
      columns={[
        ...[bodyMessages.memberColumn, bodyMessages.seatColumn, m.from, bodyMessages.untilColumn],
        m.endIt,
      ].map((heading) => ({ heading: t(heading), hideHeading: heading === m.endIt }))}
      rows={seats.map(({ id, name, seat, fromOn, toOn }) => ({
        cells: [
          name,
          seat,
          dayOf(t, fromOn),
          toOn ? dayOf(t, toOn) : t(bodyMessages.openEnd),
          <EndForm t={t} id={id} action={`/bodies/${slug}/members/${id}/ending`} />,
        ],
      }))}
    />
  )
}

function ClerksTable({ t, clerks }: { t: Translate; clerks: readonly ClerkHeld[] }) {
  return (
    <Table
      folds
      hideCaption
      caption={t(bodyMessages.clerks)}
      columns={[m.clerk, m.purpose, m.from, bodyMessages.untilColumn, m.endIt].map((heading) => ({
        heading: t(heading),
        hideHeading: heading === m.endIt,
      }))}
      rows={clerks.map(({ id, personName, purpose, fromOn, toOn }) => ({
        cells: [
          personName,
          purpose,
          dayOf(t, fromOn),
          dayOf(t, toOn),
          <EndForm t={t} id={id} action={`/roles/${id}/end`} />,
        ],
      }))}
    />
  )
}

function EndForm({ t, id, action }: { t: Translate; id: string; action: string }) {
  return (
    <details>
      <summary>{t(m.endIt)}</summary>
      <Form action={action}>
        <TextField name="reason" id={`reason-${id}`} label={t(m.whyItEnds)} />
        <p>
          <Button kind="second" size="small">
            {t(m.endIt)}
          </Button>
        </p>
      </Form>
    </details>
  )
}
