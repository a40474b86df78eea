import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { CustodyMark, EndingMark } from '#ground/matters/pages/story-state.tsx'
import { titleToRead } from '#ground/translations/pages/translated.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { LatestMatter } from '../latest-matters.ts'
import { m } from '../messages.ts'

interface LatestSectionProps {
  t: Translate
  now: Date
  unit: { slug: string; name: string }
  latest: readonly LatestMatter[]
}

/** What was handed in last, here and below. */
export function LatestSection({ t, now, unit, latest }: LatestSectionProps) {
  return (
    <Section heading={t(m.latest)} note={t(m.latestNote)}>
      {latest.length === 0 && <Empty title={t(m.noMatters)} />}
      <RuledList>
        {latest.map((matter) => (
          <Item
            title={titleOf(t, matter)}
            mark={<MatterMark t={t} now={now} matter={matter} />}
            facts={[
              ...(matter.unitName === unit.name ? [] : [matter.unitName]),
              t(m.handedInOn, { day: t.day(matter.openedAt) }),
              ...titleToRead(t, matter).facts,
            ]}
          />
        ))}
      </RuledList>
    </Section>
  )
}

function titleOf(t: Translate, matter: LatestMatter) {
  const { words, lang, dir } = titleToRead(t, matter)
  return { words: words ?? t(m.untitled), href: pathTo(matter), lang, dir }
}

function MatterMark({ t, now, matter }: { t: Translate; now: Date; matter: LatestMatter }) {
  const { receivedAt, dueAt, consideredAt, closingOutcome } = matter
  return receivedAt && dueAt ? (
    <CustodyMark t={t} now={now} custody={{ receivedAt, dueAt, consideredAt }} />
  ) : (
    <EndingMark t={t} closingOutcome={closingOutcome} />
  )
}
