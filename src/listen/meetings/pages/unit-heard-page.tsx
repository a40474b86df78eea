import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { CustodyMark, EndingMark } from '#ground/matters/pages/story-state.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { Heard, HeardPage } from '../list-heard.ts'
import { m } from '../messages.ts'

interface UnitHeardPageProps {
  t: Translate
  now: Date
  title: string
  unit: { slug: string }
  page: HeardPage
}

/** What was heard in a unit, each with where it is now. */
export function UnitHeardPage({ t, now, title, unit, page }: UnitHeardPageProps) {
  return (
    <>
      <Head title={title} lead={t(m.heardOfUnitLead)} />
      {page.heard.length === 0 && <Empty title={t(m.nothingHeard)} />}
      <RuledList>
        {page.heard.map((heard) => (
          <HeardItem t={t} now={now} heard={heard} />
        ))}
      </RuledList>
      {page.next && (
        <Pager
          label={t(m.pages)}
          here={t(m.shownHere, { count: page.heard.length })}
          forward={{ href: `/units/${unit.slug}/heard?before=${page.next}`, label: t(m.more) }}
        />
      )}
    </>
  )
}

function HeardItem({ t, now, heard }: { t: Translate; now: Date; heard: Heard }) {
  const { number, title, language, openedAt, gatheringNumber, gatheringTitle, gatheringLanguage } = heard
  return (
    <Item
      level={2}
      kind={String(number)}
      title={{ words: title ?? '…', href: pathTo(heard), lang: language, dir: directionOf(language) }}
      mark={<WhereItIs t={t} now={now} heard={heard} />}
      facts={[
        <a href={`/gatherings/${gatheringNumber}`}>
          {t.around(m.heardAt, {
            gathering: <InLanguage lang={gatheringLanguage}>{gatheringTitle}</InLanguage>,
          })}
        </a>,
        t.day(openedAt),
      ]}
    />
  )
}

function WhereItIs({ t, now, heard }: { t: Translate; now: Date; heard: Heard }) {
  const { isAnswer, receivedAt, dueAt, consideredAt, closingOutcome } = heard
  if (isAnswer) return <Tag>{t(m.inCall)}</Tag>
  return receivedAt && dueAt ? (
    <CustodyMark t={t} now={now} custody={{ receivedAt, dueAt, consideredAt }} />
  ) : (
    <EndingMark t={t} closingOutcome={closingOutcome} />
  )
}
