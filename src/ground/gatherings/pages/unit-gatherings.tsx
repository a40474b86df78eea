import type { Translate } from '#core/i18n/translate.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { GatheringsOfUnit } from '../gatherings-of-unit.ts'
import { m } from '../messages.ts'
import { GatheringItem } from './gathering-item.tsx'

interface UnitGatheringsProps {
  t: Translate
  unit: { slug: string; name: string }
  gatherings: GatheringsOfUnit
}

/** On a unit's page: what comes, what was held and heard in the last twelve months, and what came of it. */
export function UnitGatherings({ t, unit, gatherings: { next, year } }: UnitGatheringsProps) {
  const home = `/units/${unit.slug}/gatherings`
  return (
    <Section
      heading={t(m.gatherings)}
      note={<a href={home}>{t(m.ofUnit, { unit: unit.name })}</a>}
      id="gatherings"
    >
      {next.length === 0 && <p class="quiet">{t(m.nothingComing)}</p>}
      <RuledList>
        {next.map((gathering) => (
          <GatheringItem t={t} gathering={gathering} />
        ))}
      </RuledList>
      <Facts
        facts={[
          { label: t(m.heldFigure), value: <a href={`${home}?when=past`}>{t.number(year.held)}</a> },
          { label: t(m.peopleFigure), value: t.number(year.people) },
          {
            label: t(m.heardFigure),
            value: <a href={`/units/${unit.slug}/heard`}>{t.number(year.heard)}</a>,
          },
          { label: t(m.answeredFigure), value: t.number(year.answered) },
          { label: t(m.refusedFigure), value: t.number(year.refused) },
          { label: t(m.openFigure), value: t.number(year.open) },
        ]}
      />
      <p class="small quiet">
        {t(m.figuresNote)} <a href="/listening#figures">{t(m.figuresDefined)}</a>
      </p>
    </Section>
  )
}
