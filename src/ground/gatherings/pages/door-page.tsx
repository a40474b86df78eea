import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { AtTheDoor } from '../check-in.ts'
import { doorMessages as d } from '../door-messages.ts'
import type { Gathering } from '../find-gathering.ts'
import { m } from '../messages.ts'

export interface DoorPageProps {
  t: Translate
  gathering: Gathering
  door: AtTheDoor
  isOpen: boolean
  /** Who was just checked in. */
  just: string | null
  typed: string
  error: string | null
  once: () => string
}

/** For whoever stands at the door: a name and Enter, and the next. */
export function DoorPage(props: DoorPageProps) {
  const { t, gathering, door, isOpen, just, error } = props
  const { here, walkedIn } = door
  return (
    <>
      <Head
        title={t.around(d.title, {
          title: <InLanguage lang={gathering.language}>{gathering.title}</InLanguage>,
        })}
        lead={t(d.lead)}
      />
      {error !== null && <ErrorSummary title={t(m.problems)} problems={[{ field: 'who', message: error }]} />}
      {just !== null && (
        <Notice kind="good" announced>
          <p>
            <bdi>{t(d.checkedIn, { name: just })}</bdi>
          </p>
        </Notice>
      )}
      <Section heading={t(d.arrivals)}>
        <div class="stack wide">
          <Facts
            facts={[
              { label: t(d.here), value: t.number(here) },
              { label: t(d.walkedIn), value: t.number(walkedIn) },
              { label: t(d.together), value: t.number(here + walkedIn) },
            ]}
          />
          {isOpen ? <ComeIn {...props} /> : <Notice>{t(d.closed)}</Notice>}
        </div>
      </Section>
      <Section heading={t(d.list)}>
        {door.people.length === 0 ? <Empty title={t(d.nobodyRegistered)} /> : <People {...props} />}
      </Section>
    </>
  )
}

function ComeIn({ t, gathering, door, typed, error, once }: DoorPageProps) {
  const action = `/gatherings/${gathering.number}/door`
  return (
    <div class="stack wide">
      <Form action={action} hidden={{ act: 'find' }}>
        <TextField
          name="who"
          label={t(d.who)}
          hint={t(d.whoHint)}
          value={typed}
          error={error ?? undefined}
          autocomplete="off"
          dir="auto"
        />
        <FormActions>
          <Button>{t(d.checkIn)}</Button>
        </FormActions>
      </Form>
      <div class="line">
        <Form action={action} hidden={{ act: 'one-more', once: once() }}>
          <Button kind="second">{t(d.oneMore)}</Button>
        </Form>
        {door.walkedIn > 0 && (
          <Form action={action} hidden={{ act: 'one-less', once: once() }}>
            <Button kind="second">{t(d.oneLess)}</Button>
          </Form>
        )}
      </div>
      <Form action={action} hidden={{ act: 'count' }}>
        <FormActions>
          <Button kind="second">{t(d.count, { people: door.here + door.walkedIn })}</Button>
        </FormActions>
        <p class="small quiet">{t(d.countNote)}</p>
      </Form>
    </div>
  )
}

function People({ t, gathering, door, isOpen }: DoorPageProps) {
  const action = `/gatherings/${gathering.number}/door`
  return (
    <Table
      folds
      hideCaption
      caption={t(d.list)}
      columns={[
        { heading: t(d.nameColumn) },
        { heading: t(d.stateColumn) },
        { heading: t(d.actColumn), hideHeading: true },
      ]}
      rows={door.people.map(({ id, name, cameAt, placeSince }) => ({
        cells: [
          <bdi>{name}</bdi>,
          stateOf(t, { cameAt, placeSince }),
          isOpen && (
            <Form action={action} hidden={{ act: cameAt ? 'not-here' : 'here', registration: id }}>
              <Button kind="second" size="small">
                {t(cameAt ? d.takeBack : d.checkIn)}
                <span class="unseen">: {name}</span>
              </Button>
            </Form>
          ),
        ],
      }))}
    />
  )
}

function stateOf(
  t: Translate,
  { cameAt, placeSince }: { cameAt: Date | null; placeSince: Date | null },
): string {
  if (cameAt) return t(d.isHere, { at: t.moment(cameAt) })
  return t(placeSince ? d.notHere : d.onWaitingList)
}
