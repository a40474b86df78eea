import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { m } from '../messages.ts'
import { officeMessages as o } from '../office-messages.ts'
import { ObjectionMark } from './objections-part.tsx'

interface DataDeskPageProps {
  t: Translate
  now: Date
  waiting: readonly { id: string; askedAt: Date; dueAt: Date }[]
}

export function DataDeskPage({ t, now, waiting }: DataDeskPageProps) {
  return (
    <>
      <Head
        title={t(o.deskTitle)}
        lead={t(o.deskLead)}
        actions={
          <Button kind="second" icon="print" href="/my-data/posted-codes/new">
            {t(o.postTitle)}
          </Button>
        }
      />
      {waiting.length === 0 && <Empty title={t(o.deskNone)} />}
      <RuledList label={t(o.deskOpen)}>
        {waiting.map(({ id, askedAt, dueAt }) => (
          <Item
            level={2}
            title={{ words: t(o.deskOne, { day: t.moment(askedAt) }), href: `/my-data/objections/${id}` }}
            mark={<ObjectionMark t={t} now={now} dueAt={dueAt} />}
            facts={[t(m.dueBy, { day: t.day(dueAt) })]}
          />
        ))}
      </RuledList>
    </>
  )
}
