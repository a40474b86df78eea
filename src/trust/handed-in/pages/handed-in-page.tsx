import type { Translate } from '#core/i18n/translate.ts'
import { DraftItem } from '#ground/drafts/pages/draft-item.tsx'
import type { OwnState } from '#ground/matters/own-wish.ts'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Tabs } from '#ui/tabs/tabs.tsx'
import { OwnAnswerItem } from '../../../listen/calls/index.ts'
import { OwnSubmissionItem } from '../../../propose/submissions/index.ts'
import { m } from '../messages.ts'
import type { Own, OwnList } from '../own-list.ts'

interface HandedInPageProps {
  t: Translate
  now: Date
  /** Which of them are asked for; all when absent. */
  state: OwnState | undefined
  list: OwnList
  /** How many of all wait for their author. */
  awaiting: number
  titles: ReadonlyMap<string, TranslatedTitle>
}

/** Everything somebody handed in, newest first; each line says where it is and what it asks of them. */
export function HandedInPage(props: HandedInPageProps) {
  const { t, list } = props
  return (
    <>
      <Head
        title={t(m.title)}
        lead={t(m.lead)}
        actions={<Button href="/submissions/new">{t(m.handIn)}</Button>}
      />
      <Views {...props} />
      {list.own.length === 0 && <Nothing {...props} />}
      <RuledList label={t(m.title)}>
        {list.own.map((own) => (
          <Line {...props} own={own} />
        ))}
      </RuledList>
      <Pages {...props} />
      <Notice icon="key">
        <p>
          {t(m.anonymous)} <a href="/receipts">{t(m.withKey)}</a>
        </p>
      </Notice>
    </>
  )
}

function Views({ t, state, awaiting }: HandedInPageProps) {
  const view = (label: string, to: OwnState | undefined) => ({
    href: pathTo(to),
    label,
    current: to === state,
  })
  return (
    <Tabs
      label={t(m.views)}
      tabs={[
        view(t(m.viewAll), undefined),
        view(t(m.viewWaiting, { count: awaiting }), 'waiting'),
        view(t(m.viewOpen), 'open'),
        view(t(m.viewClosed), 'closed'),
      ]}
    />
  )
}

function Line({ t, now, titles, own }: HandedInPageProps & { own: Own }) {
  if (own.sort === 'submission') return <OwnSubmissionItem t={t} now={now} submission={own.submission} />
  if (own.sort === 'answer') return <OwnAnswerItem t={t} answer={own.answer} titles={titles} />
  return <DraftItem t={t} draft={own.draft} kind={t(m.draft)} />
}

const NOTHING = {
  all: m.nothing,
  waiting: m.nothingWaiting,
  open: m.nothingOpen,
  closed: m.nothingClosed,
} as const

function Nothing({ t, state }: HandedInPageProps) {
  return <Empty title={t(NOTHING[state ?? 'all'])} actions={<a href="/calls">{t(m.openCalls)}</a>} />
}

function Pages({ t, state, list }: HandedInPageProps) {
  if (list.next === null) return null
  const search = new URLSearchParams({ ...(state && { state }), after: list.next })
  return (
    <Pager
      label={t(m.pages)}
      here={t(m.shownHere, { count: list.own.length })}
      forward={{ href: `/handed-in?${search}`, label: t(m.older) }}
    />
  )
}

const pathTo = (state: OwnState | undefined) => (state ? `/handed-in?state=${state}` : '/handed-in')
