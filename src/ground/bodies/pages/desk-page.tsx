import type { Translate } from '#core/i18n/translate.ts'
import type { MatterInHand } from '#ground/matters/matter-in-hand.ts'
import type { PendingOnDesk } from '#ground/matters/pending-decisions-of.ts'
import type { QueueCounts, Queued } from '#ground/matters/queue-of.ts'
import type { ReturnRequest } from '#ground/matters/return-requests.ts'
import type { Similar } from '#ground/matters/similar-matters.ts'
import type { Shown } from '#ground/translations/translations-of.ts'
import { Desk } from '#ui/desk/desk.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { deskPageMessages as m } from '../desk-messages.ts'
import type { Body } from '../queries.ts'
import { DeskQueue } from './desk-queue.tsx'
import { OpenMatter } from './open-matter.tsx'
import { PendingSection, ReturnsSection } from './pending-section.tsx'

export interface DeskPageProps {
  t: Translate
  now: Date
  body: Body
  /** The clerk's own name. */
  clerk: string
  find: string
  from: number
  queue: readonly Queued[]
  counts: QueueCounts
  pending: readonly PendingOnDesk[]
  returns: readonly ReturnRequest[]
  open: MatterInHand | null
  /** What of it can be read in the clerk's language. */
  translated: Shown | null
  similar: readonly Similar[]
  others: readonly Body[]
  once: string
  /** What was just done, to be told once. */
  done: { number: number } | { count: number } | 'agreed' | null
}

export const DESK_PAGE = 25

/** The desk as it works without a script: links open a matter, forms decide. */
export function DeskPage(props: DeskPageProps) {
  const { t, body, clerk, pending, returns } = props
  return (
    <>
      <Head
        title={t(m.deskTitle)}
        facts={[
          <strong>{body.name}</strong>,
          t(m.clerkHere, { name: clerk }),
          <a href={`/bodies/${body.slug}`}>{t(m.publicPage)}</a>,
        ]}
      />
      <JustDone {...props} />
      {pending.length > 0 && <PendingSection {...props} />}
      {returns.length > 0 && <ReturnsSection {...props} />}
      <Desk label={t(m.queueByDue)} queue={<DeskQueue {...props} />}>
        <OpenMatter {...props} />
      </Desk>
    </>
  )
}

function JustDone({ t, done, pending }: DeskPageProps) {
  const words = doneWords(t, done, pending)
  if (words === null) return null
  return (
    <Notice kind="good" announced>
      <p>{words}</p>
    </Notice>
  )
}

function doneWords(
  t: Translate,
  done: DeskPageProps['done'],
  pending: readonly PendingOnDesk[],
): string | null {
  if (done === null) return null
  if (done === 'agreed') return t(m.agreed)
  if ('count' in done) return t(m.doneSeveral, done)
  const waiting = pending.find(({ number }) => number === done.number)
  return waiting ? t(m.doneOne, { number: done.number, time: t.moment(waiting.announceAt) }) : null
}
