import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { DueClock, DueMark } from '#ground/matters/pages/matter-words.tsx'
import type { Queued } from '#ground/matters/queue-of.ts'
import { Table } from '#ui/table/table.tsx'
import { m } from '../messages.ts'

/** What a body has in hand, with the clock of each. */
export function QueueTable({ t, now, queue }: { t: Translate; now: Date; queue: readonly Queued[] }) {
  return (
    <Table
      folds
      hideCaption
      caption={t(m.queueCaption)}
      columns={[
        { heading: t(m.matterColumn) },
        { heading: t(m.nowColumn) },
        { heading: t(m.dueColumn) },
        { heading: t(m.clockColumn), hideHeading: true },
      ]}
      rows={queue.map((matter) => ({
        cells: [
          <MatterLink t={t} {...matter} />,
          <DueMark t={t} now={now} custody={matter.custody} />,
          t.day(matter.custody.dueAt),
          <DueClock t={t} now={now} custody={matter.custody} />,
        ],
      }))}
    />
  )
}

type Linked = Pick<Queued, 'number' | 'kind' | 'title' | 'language'>

/** Title and number; the title in its own language and direction. */
export function MatterLink({ t, number, kind, title, language }: Linked & { t: Translate }) {
  return (
    <>
      <a
        href={pathTo({ kind, number })}
        lang={title === null ? undefined : language}
        dir={title === null ? undefined : directionOf(language)}
      >
        {title ?? t(deskMessages.untitled)}
      </a>{' '}
      <span class="quiet small">{number}</span>
    </>
  )
}
