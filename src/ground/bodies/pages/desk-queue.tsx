import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { DueClock, DueMark } from '#ground/matters/pages/matter-words.tsx'
import { type Lateness, latenessOf, type QueueCounts, type Queued } from '#ground/matters/queue-of.ts'
import { titleToRead } from '#ground/translations/pages/translated.tsx'
import { Button } from '#ui/button/button.tsx'
import { BulkBar, QueueGroup, QueueItem } from '#ui/desk/desk.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { SearchField } from '#ui/field/fields.tsx'
import { Form } from '#ui/form/form.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { deskPageMessages as m } from '../desk-messages.ts'
import { m as bodyMessages } from '../messages.ts'
import { DESK_PAGE, type DeskPageProps } from './desk-page.tsx'

/** What waits: a search, three groups, pages, and the bar that decides about several. */
export function DeskQueue(props: DeskPageProps) {
  const { t, body, find, queue } = props
  return (
    <>
      <Form action={`/bodies/${body.slug}/desk`} method="get" role="search">
        <SearchField name="find" label={t(m.findInQueue)} button={t(m.find)} value={find} hideLabel />
      </Form>
      {queue.length === 0 && <NothingWaits {...props} />}
      {GROUPS.map((lateness) => (
        <Group {...props} lateness={lateness} />
      ))}
      <QueuePager {...props} />
      {queue.length > 0 && (
        <BulkBar
          id="bulk"
          label={t(m.bulkLabel)}
          action={`/bodies/${body.slug}/decisions`}
          hidden={{ choose: 'yes' }}
          words={t(m.bulkWords)}
        >
          <Button size="small" kind="second">
            {t(m.bulkButton)}
          </Button>
        </BulkBar>
      )}
    </>
  )
}

function NothingWaits({ t, body, find }: DeskPageProps) {
  if (find !== '')
    return (
      <p>
        {t(m.nothingFound)} <a href={`/bodies/${body.slug}/desk`}>{t(m.wholeQueue)}</a>
      </p>
    )
  return <Empty title={t(m.queueIsEmpty)}>{t(m.queueIsEmptyMore)}</Empty>
}

const GROUPS: readonly Lateness[] = ['overdue', 'due-soon', 'later']

function Group(props: DeskPageProps & { lateness: Lateness }) {
  const { t, now, queue, counts, lateness } = props
  const matters = queue.filter((matter) => latenessOf(matter, now) === lateness)
  if (matters.length === 0) return null
  return (
    <QueueGroup heading={headingOf(t, lateness, counts)}>
      {matters.map((matter) => (
        <QueuedMatter {...props} matter={matter} />
      ))}
    </QueueGroup>
  )
}

function headingOf(t: Translate, lateness: Lateness, { all, overdue, dueSoon }: QueueCounts) {
  if (lateness === 'overdue') return <Mark status="overdue">{t(m.groupOverdue, { count: overdue })}</Mark>
  if (lateness === 'due-soon') return <Mark status="due-soon">{t(m.groupDueSoon, { count: dueSoon })}</Mark>
  return t(m.groupLater, { count: all - overdue - dueSoon })
}

function QueuedMatter({ t, now, body, find, from, open, matter }: DeskPageProps & { matter: Queued }) {
  const { number, custody } = matter
  const { words, lang, dir, facts } = titleToRead(t, matter)
  const address = new URLSearchParams({
    ...(find === '' ? {} : { find }),
    ...(from === 0 ? {} : { from: String(from) }),
    matter: String(number),
  })
  return (
    <QueueItem
      title={{
        words: words ?? t(deskMessages.untitled),
        href: `/bodies/${body.slug}/desk?${address}#open`,
        lang,
        dir,
      }}
      current={open?.number === number}
      facts={t.list([number, matter.unitName, ...facts])}
      mark={<DueMark t={t} now={now} custody={custody} />}
      clock={<DueClock t={t} now={now} custody={custody} />}
      choose={{ value: String(number), label: t(m.choose, { number }), form: 'bulk' }}
    />
  )
}

function QueuePager({ t, body, find, from, counts }: DeskPageProps) {
  if (counts.all <= DESK_PAGE) return null
  const at = (offset: number) =>
    `/bodies/${body.slug}/desk?${new URLSearchParams({ ...(find === '' ? {} : { find }), from: String(offset) })}`
  const to = Math.min(counts.all, from + DESK_PAGE)
  return (
    <Pager
      label={t(bodyMessages.pages)}
      here={t(bodyMessages.hereOf, { from: Math.min(from + 1, counts.all), to, all: counts.all })}
      back={
        from > 0 ? { href: at(Math.max(0, from - DESK_PAGE)), label: t(bodyMessages.earlier) } : undefined
      }
      forward={to < counts.all ? { href: at(to), label: t(bodyMessages.later) } : undefined}
    />
  )
}
