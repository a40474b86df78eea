import type { Translate } from '#core/i18n/translate.ts'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import { m } from '../messages.ts'
import type { PeopleOfBody } from '../people-of-body.ts'

/** Members with their terms, and who clerks. */
export function PeopleSection({ t, people }: { t: Translate; people: PeopleOfBody }) {
  const { members, clerks } = people
  return (
    <Section
      heading={t(m.members)}
      aside={{ label: t(m.clerks), children: <Clerks t={t} clerks={clerks} /> }}
    >
      {members.length === 0 && <p class="quiet">{t(m.noMembers)}</p>}
      {members.length > 0 && (
        <Table
          folds
          hideCaption
          caption={t(m.membersCaption)}
          columns={[
            { heading: t(m.memberColumn) },
            { heading: t(m.seatColumn) },
            { heading: t(m.untilColumn) },
          ]}
          rows={members.map(({ name, seat, toOn }) => ({
            cells: [name, seatWords(t, seat), toOn ? t.day(new Date(toOn)) : t(m.openEnd)],
          }))}
        />
      )}
    </Section>
  )
}

const SEATS = { clerk: m.seatClerk, member: m.seatMember, chair: m.seatChair } as const

/** A seat that only this body has stands under the name it gave it. */
function seatWords(t: Translate, seat: string): string {
  return Object.hasOwn(SEATS, seat) ? t(SEATS[seat as keyof typeof SEATS]) : seat
}

function Clerks({ t, clerks }: { t: Translate; clerks: PeopleOfBody['clerks'] }) {
  return (
    <section>
      <h3>{t(m.clerks)}</h3>
      {clerks.length === 0 && <p>{t(m.noClerk)}</p>}
      {clerks.map(({ name, toOn }) => (
        <p>{t(m.clerkUntil, { name, day: t.day(new Date(toOn)) })}</p>
      ))}
    </section>
  )
}
