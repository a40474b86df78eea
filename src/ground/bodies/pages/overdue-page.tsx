import type { Translate } from '#core/i18n/translate.ts'
import { daysBetween } from '#core/time/days.ts'
import { DueClock, DueMark } from '#ground/matters/pages/matter-words.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import { m as bodyMessages } from '../messages.ts'
import type { OverdueMatter, OverdueOfBody } from '../overdue-matters.ts'
import { overdueMessages as m } from '../overdue-messages.ts'
import { MatterLink } from './queue-table.tsx'

export interface OverduePageProps {
  t: Translate
  now: Date
  bodies: readonly OverdueOfBody[]
  matters: readonly OverdueMatter[]
  /** Slug of the one body asked for. */
  body: string | undefined
  isFirst: boolean
  next: string | null
}

/** What is past its promise: by body, then every one. */
export function OverduePage(props: OverduePageProps) {
  const { t, bodies } = props
  const count = bodies.reduce((sum, body) => sum + body.count, 0)
  return (
    <>
      <Head title={t(m.overdueTitle)} lead={t(m.overdueLead, { count })}>
        <p class="small quiet">{t(m.overdueHow)}</p>
      </Head>
      {count === 0 ? (
        <Empty title={t(m.overdueNone)}>{t(m.overdueNoneMore)}</Empty>
      ) : (
        <>
          <ByBody t={t} bodies={bodies} />
          <EveryOne {...props} />
        </>
      )}
    </>
  )
}

/** Those with the oldest promise: a country has thousands of bodies. */
const MOST_BODIES = 100

function ByBody({ t, bodies }: { t: Translate; bodies: readonly OverdueOfBody[] }) {
  return (
    <Section heading={t(m.byBody)}>
      <Table
        snug
        hideCaption
        caption={t(m.byBodyCaption)}
        columns={[
          { heading: t(bodyMessages.bodyColumn) },
          { heading: t(bodyMessages.overdueColumn), numeric: true },
          { heading: t(m.oldestColumn) },
        ]}
        rows={bodies.slice(0, MOST_BODIES).map(({ slug, name, count, oldestDueAt }) => ({
          cells: [
            <a href={`/bodies/${slug}`}>{name}</a>,
            <a href={`/overdue?body=${slug}`}>{t.number(count)}</a>,
            t.day(oldestDueAt),
          ],
        }))}
      />
      {bodies.length > MOST_BODIES && <p>{t(m.moreBodies, { count: bodies.length - MOST_BODIES })}</p>}
    </Section>
  )
}

function EveryOne({ t, now, bodies, matters, body, isFirst, next }: OverduePageProps) {
  const chosen = bodies.find(({ slug }) => slug === body)
  const only = body === undefined ? '' : `body=${body}&`
  return (
    <Section
      heading={chosen ? t(m.everyOneOf, { body: chosen.name }) : t(m.everyOne)}
      note={body !== undefined && <a href="/overdue">{t(m.allBodies)}</a>}
    >
      <Table
        folds
        hideCaption
        caption={t(m.overdueCaption)}
        columns={[
          { heading: t(bodyMessages.matterColumn) },
          { heading: t(bodyMessages.bodyColumn) },
          { heading: t(bodyMessages.nowColumn) },
          { heading: t(bodyMessages.clockColumn), hideHeading: true },
        ]}
        rows={matters.map((matter) => ({
          cells: [
            <>
              <MatterLink t={t} {...matter} />
              <br />
              <span class="quiet small">{t(m.ageFact, { days: daysBetween(matter.openedAt, now) })}</span>
            </>,
            <a href={`/bodies/${matter.bodySlug}`}>{matter.bodyName}</a>,
            <DueMark t={t} now={now} custody={matter} />,
            <DueClock t={t} now={now} custody={matter} />,
          ],
        }))}
      />
      <p class="line">
        {!isFirst && <a href={`/overdue?${only}`.replace(/[?&]$/, '')}>{t(m.firstOnes)}</a>}
        {next !== null && <a href={`/overdue?${only}after=${next}`}>{t(m.nextOnes)}</a>}
      </p>
    </Section>
  )
}
