import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'
import { OBJECTION_DAYS, type Objection } from '../objections.ts'

interface ObjectionsProps {
  t: Translate
  now: Date
  objections: readonly Objection[]
  officers: readonly string[]
}

/** What one asked, each with its clock or its answer. */
export function Objections({ t, now, objections, officers }: ObjectionsProps) {
  return (
    <Section heading={t(m.objections)} note={t(m.objectionsNote, { days: OBJECTION_DAYS })}>
      <p>{officers.length > 0 ? t(m.whoAnswers, { names: officers.join(', ') }) : t(m.nobodyAnswers)}</p>
      {objections.length === 0 && <p>{t(m.objectionsNone)}</p>}
      <RuledList>
        {objections.map((objection) => (
          <Item
            kind={t.day(objection.askedAt)}
            mark={<ObjectionMark t={t} now={now} {...objection} />}
            facts={objection.outcome === null ? [<Due t={t} now={now} {...objection} />] : []}
          >
            <Said>{objection.words}</Said>
            {objection.reason !== null && <Said>{objection.reason}</Said>}
          </Item>
        ))}
      </RuledList>
      <p>
        <Button kind="second" href="/my-data/objections/new">
          {t(m.object)}
        </Button>
      </p>
    </Section>
  )
}

type Clock = { t: Translate; now: Date; dueAt: Date; outcome?: string | null }

/** Whether it waits, is late, or how it was answered. */
export function ObjectionMark({ t, now, dueAt, outcome = null }: Clock) {
  if (outcome === 'upheld') return <Mark status="accepted">{t(m.upheld)}</Mark>
  if (outcome === 'refused') return <Mark status="refused">{t(m.refused)}</Mark>
  return dueAt < now ? (
    <Mark status="overdue">{t(m.overdueSince, { day: t.day(dueAt) })}</Mark>
  ) : (
    <Mark status="received">{t(m.waits)}</Mark>
  )
}

function Due({ t, now, dueAt }: Clock) {
  return dueAt < now ? null : <span>{t(m.dueBy, { day: t.day(dueAt) })}</span>
}
