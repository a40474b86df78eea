import type { Translate } from '#core/i18n/translate.ts'
import { daysBetween } from '#core/time/days.ts'
import { Mark, type Status } from '#ui/mark/mark.tsx'
import { PromiseClock } from '#ui/promise-clock/promise-clock.tsx'
import { Round } from '#ui/round/round.tsx'
import { State } from '#ui/state/state.tsx'
import { m } from '../messages.ts'
import { isDueSoon } from '../rules.ts'
import type { OpenCustody } from '../story-of.ts'

export interface StoryStateProps {
  t: Translate
  now: Date
  /** Null once it ended. */
  custody: OpenCustody | null
  closing: { closedAt: Date | null; closingOutcome: string | null }
}

/** Who has it, since when, due when, in one breath. */
export function StoryState({ t, now, custody, closing }: StoryStateProps) {
  if (!custody) return <Ended t={t} {...closing} />
  const isLate = custody.dueAt < now
  const day = daysBetween(custody.receivedAt, now) + 1
  const words = t(m.dayOfPromise, { day, promise: custody.promiseDays })
  return (
    <State
      heading={t(m.whereItIs)}
      round={<Round stage={2} label={t(m.stages)} />}
      mark={<CustodyMark t={t} now={now} custody={custody} />}
      clock={<PromiseClock day={day} promisedDays={custody.promiseDays} label={words} />}
      clockWords={words}
      late={isLate}
    >
      {t(m.withSince, { body: custody.bodyName, day: t.day(custody.receivedAt) })}{' '}
      {dueWords(t, custody.dueAt, now)}
    </State>
  )
}

/** "An answer is due by 1 December, in 9 days", or by how much it is over. */
export function dueWords(t: Translate, dueAt: Date, now: Date): string {
  const day = t.day(dueAt)
  if (dueAt < now) return t(m.overdueBy, { day, days: Math.max(1, daysBetween(dueAt, now)) })
  const days = daysBetween(now, dueAt)
  return days === 0 ? t(m.dueToday, { day }) : t(m.dueIn, { day, days })
}

/** The state of an open custody: shape, word, colour. */
export function CustodyMark({
  t,
  now,
  custody,
}: {
  t: Translate
  now: Date
  custody: Pick<OpenCustody, 'receivedAt' | 'dueAt' | 'consideredAt'>
}) {
  if (custody.dueAt < now) return <Mark status="overdue">{t(m.overdue)}</Mark>
  if (isDueSoon(custody, now)) return <Mark status="due-soon">{t(m.dueSoon)}</Mark>
  if (custody.consideredAt) return <Mark status="considered">{t(m.beingConsidered)}</Mark>
  return <Mark status="received">{t(m.received)}</Mark>
}

const ENDINGS = {
  accepted: { status: 'accepted', words: m.accepted },
  answered: { status: 'answered', words: m.answered },
  refused: { status: 'refused', words: m.refused },
  merged: { status: 'merged', words: m.merged },
  withdrawn: { status: 'withdrawn', words: m.withdrawn },
} as const satisfies Record<string, { status: Status; words: typeof m.accepted }>

type Ended = { t: Translate; closedAt: Date | null; closingOutcome: string | null }

function Ended({ t, closedAt, closingOutcome }: Ended) {
  return (
    <State
      heading={t(m.whereItIs)}
      round={<Round stage={2} label={t(m.stages)} />}
      mark={<EndingMark t={t} closingOutcome={closingOutcome} />}
    >
      {closedAt && t(m.endedOn, { day: t.day(closedAt) })}
    </State>
  )
}

/** How a matter ended. */
export function EndingMark({ t, closingOutcome }: Pick<Ended, 't' | 'closingOutcome'>) {
  const ending = ENDINGS[(closingOutcome ?? 'answered') as keyof typeof ENDINGS]
  return <Mark status={ending.status}>{t(ending.words)}</Mark>
}
