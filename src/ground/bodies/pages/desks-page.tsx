import type { Translate } from '#core/i18n/translate.ts'
import type { QueueCounts } from '#ground/matters/queue-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { deskPageMessages as m } from '../desk-messages.ts'
import { m as bodyMessages } from '../messages.ts'

export interface ListedDesk {
  slug: string
  name: string
  unitName: string
  counts: QueueCounts
}

/** The desks of a clerk, with what waits on each. */
export function DesksPage({ t, desks }: { t: Translate; desks: readonly ListedDesk[] }) {
  if (desks.length === 0)
    return (
      <>
        <Head title={t(bodyMessages.yourDesks)} />
        <Empty
          title={t(m.noDesk)}
          actions={
            <Button kind="second" href="/bodies">
              {t(m.seeBodies)}
            </Button>
          }
        >
          {t(m.noDeskMore)}
        </Empty>
      </>
    )
  return (
    <>
      <Head title={t(bodyMessages.yourDesks)} lead={t(m.yourDesksLead)} />
      <Section heading={t(bodyMessages.bodies)}>
        <RuledList label={t(bodyMessages.yourDesks)}>
          {desks.map(({ slug, name, unitName, counts }) => (
            <Item
              title={{ words: name, href: `/bodies/${slug}/desk` }}
              mark={
                counts.overdue > 0 && (
                  <Mark status="overdue">{t(m.groupOverdue, { count: counts.overdue })}</Mark>
                )
              }
              facts={[unitName, t(m.waiting, counts)]}
            />
          ))}
        </RuledList>
      </Section>
    </>
  )
}
