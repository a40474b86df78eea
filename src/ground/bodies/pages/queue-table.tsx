import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { DueClock, DueMark } from '#ground/matters/pages/matter-words.tsx'
import type { Queued } from '#ground/matters/queue-of.ts'
import { titleToRead } from '#ground/translations/pages/translated.tsx'
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

type Linked = Pick<Queued, 'number' | 'kind' | 'title' | 'language' | 'translated'>

/** Title and number; the title in the reader's language where it was translated, else in its own. */
export function MatterLink({ t, number, kind, ...matter }: Linked & { t: Translate }) {
  const { words, lang, dir, facts } = titleToRead(t, matter)
  return (
    <>
      <a href={pathTo({ kind, number })} lang={lang} dir={dir}>
        {words ?? t(deskMessages.untitled)}
      </a>{' '}
      <span class="quiet small">{t.list([number, ...facts])}</span>
    </>
  )
}
