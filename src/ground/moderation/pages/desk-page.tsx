import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import type { Case } from '../case-of.ts'
import { m } from '../messages.ts'
import { reasonOf } from './case-facts.ts'
import { HoldForm, isHoldable } from './hold-form.tsx'

export interface DeskPageProps {
  t: Translate
  now: Date
  cases: readonly Case[]
  /** How many wait because they came in floods. */
  inFloods: number
}

/** Cases that wait for this moderator. */
export function DeskPage({ t, now, cases, inFloods }: DeskPageProps) {
  return (
    <>
      <Head title={t(m.deskTitle)} lead={t(m.deskLead)} />
      {inFloods > 0 && (
        <Notice>
          <p>
            <a href="/moderation/floods">{t(m.floodWaiting, { count: inFloods })}</a>
          </p>
        </Notice>
      )}
      {cases.length === 0 && (
        <Empty title={t(m.deskEmpty)} actions={<a href="/moderation">{t(m.title)}</a>} />
      )}
      <RuledList ordered>
        {cases.map((found) => {
          const due = found.appealDueAt ?? found.dueAt
          const title = t(m.caseTitle, { number: found.number })
          const times = found.sort === 'report' ? [t(m.times, { count: found.times })] : []
          return (
            <Item
              level={2}
              title={{ words: title, href: `/moderation/cases/${found.id}` }}
              mark={<Mark status={due < now ? 'overdue' : 'held'}>{t(m.dueOn, { day: t.day(due) })}</Mark>}
              facts={[reasonOf(t, found.reason), ...times, ...(found.heldAt ? [t(m.outcomeHeld)] : [])]}
            >
              {isHoldable(found) && <HoldForm t={t} caseId={found.id} />}
            </Item>
          )
        })}
      </RuledList>
    </>
  )
}
