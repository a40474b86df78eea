import type { Translate } from '#core/i18n/translate.ts'
import type { ReadGathering } from '#ground/gatherings/gathering-in-language.ts'
import { BodyGatherings } from '#ground/gatherings/pages/body-gatherings.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Live } from '#ui/live/live.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Section } from '#ui/section/section.tsx'
import { type FactsOfBody, QUEUE_PAGE } from '../facts-of-body.ts'
import { formMessages } from '../form-messages.ts'
import { m } from '../messages.ts'
import { Figures } from './body-figures.tsx'
import { PeopleSection } from './people-section.tsx'
import { PromiseHistory } from './promise-history.tsx'
import { QueueTable } from './queue-table.tsx'

export interface BodyPageProps {
  t: Translate
  now: Date
  facts: FactsOfBody
  /** Those to come. */
  gatherings: readonly ReadGathering[]
  /** The reader may change the promise. */
  mayChange: boolean
  /** The reader may change what stands about it, and name its people. */
  mayLookAfter: boolean
}

/** A body in public. */
export function BodyPage({ t, now, facts, gatherings, mayChange, mayLookAfter }: BodyPageProps) {
  const { body, closedOn, reviewer } = facts
  return (
    <>
      <Head
        title={body.name}
        lead={body.about && <bdi>{body.about}</bdi>}
        facts={[
          <a href={`/units/${body.unitSlug}`}>{t(m.ofUnit, { unit: body.unitName })}</a>,
          ...(body.isFrontDesk ? [t(m.frontDesk)] : []),
          ...(body.holdsStrangers ? [t(m.holdsStrangers)] : []),
          ...(reviewer
            ? [<a href={`/bodies/${reviewer.slug}`}>{t(m.reviewedBy, { body: reviewer.name })}</a>]
            : []),
          ...(closedOn ? [t(m.closedOn, { day: t.day(new Date(closedOn)) })] : []),
        ]}
        actions={
          closedOn ? undefined : <Button href={`/submissions/new?to=${body.slug}`}>{t(m.handInHere)}</Button>
        }
      />
      <Live topic={`body:${body.slug}`} changed={t(m.bodyChanged)}>
        <BodyNow t={t} now={now} facts={facts} />
      </Live>
      <BodyGatherings t={t} body={body} gatherings={gatherings} />
      <PeopleSection t={t} people={facts.people} />
      <PromiseHistory t={t} facts={facts} mayChange={mayChange} />
      {mayLookAfter && (
        <Section heading={t(formMessages.lookAfter)}>
          <ul class="bare stack tight">
            <li>
              <a href={`/bodies/${body.slug}/details`}>{t(formMessages.changeBody)}</a>
            </li>
            <li>
              <a href={`/bodies/${body.slug}/members`}>{t(formMessages.membersTitle)}</a>
            </li>
          </ul>
        </Section>
      )}
      <p class="small quiet">{t(m.readAt, { moment: t.moment(now) })}</p>
    </>
  )
}

/** What changes as matters arrive and leave. */
export function BodyNow({ t, now, facts }: Pick<BodyPageProps, 't' | 'now' | 'facts'>) {
  const { body, figures, promises, queue, counts } = facts
  const since = promises.find(({ fromAt }) => fromAt <= now)?.fromAt
  return (
    <>
      <Section
        heading={t(m.itsPromise)}
        note={
          since
            ? t(m.promiseNote, { days: body.promiseDays, day: t.day(since) })
            : t(m.unpromised, { days: body.promiseDays })
        }
      >
        <Figures t={t} figures={figures} promiseDays={body.promiseDays} />
      </Section>
      <Section heading={t(m.queue)} note={t(m.queueCount, { all: counts.all, overdue: counts.overdue })}>
        {queue.length === 0 ? (
          <Empty title={t(m.queueEmpty)}>{t(m.queueEmptyMore)}</Empty>
        ) : (
          <QueueTable t={t} now={now} queue={queue} />
        )}
        <QueuePager t={t} slug={body.slug} from={facts.from} all={counts.all} />
      </Section>
    </>
  )
}

function QueuePager({ t, slug, from, all }: { t: Translate; slug: string; from: number; all: number }) {
  if (all <= QUEUE_PAGE) return null
  const at = (offset: number) => `/bodies/${slug}?from=${offset}`
  const to = Math.min(all, from + QUEUE_PAGE)
  return (
    <Pager
      label={t(m.pages)}
      here={t(m.hereOf, { from: Math.min(from + 1, all), to, all })}
      back={from > 0 ? { href: at(Math.max(0, from - QUEUE_PAGE)), label: t(m.earlier) } : undefined}
      forward={to < all ? { href: at(to), label: t(m.later) } : undefined}
    />
  )
}
