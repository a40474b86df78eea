import type { Translate } from '#core/i18n/translate.ts'
import { UnitGatherings } from '#ground/gatherings/pages/unit-gatherings.tsx'
import { Button } from '#ui/button/button.tsx'
import { Head } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FactsOfUnit } from '../facts-of-unit.ts'
import { m } from '../messages.ts'
import { kindWords } from '../unit-kinds.ts'
import { LatestSection } from './latest-section.tsx'
import { countsInLine } from './tree-page.tsx'
import { UnitBodies } from './unit-bodies.tsx'
import { UnitRoles } from './unit-roles.tsx'

export interface UnitPageProps {
  t: Translate
  now: Date
  facts: FactsOfUnit
  /** The reader may make, rename and move what stands here. */
  mayLookAfter: boolean
}

/** A unit in public. */
export function UnitPage(props: UnitPageProps) {
  const { t, now, facts } = props
  const { unit, bodies, nearest } = facts
  const [body] = [...bodies, ...(nearest?.bodies ?? [])]
  return (
    <>
      <Head
        title={unit.name}
        facts={[
          kindWords(t, unit.kind),
          ...(unit.code ? [t(m.code, { code: unit.code })] : []),
          ...(unit.controlsOwnData ? [t(m.ownData)] : []),
          ...(unit.closedOn ? [t(m.closedOn, { day: t.day(new Date(unit.closedOn)) })] : []),
        ]}
        actions={
          body && !unit.closedOn ? (
            <Button href={`/submissions/new?to=${body.slug}`}>{t(m.handIn)}</Button>
          ) : undefined
        }
      />
      <UnitBodies t={t} facts={facts} />
      <LatestSection t={t} now={now} unit={unit} latest={facts.latest} />
      <UnitGatherings t={t} unit={unit} gatherings={facts.gatherings} />
      <BelowSection t={t} facts={facts} />
      <UnitRoles t={t} roles={facts.roles} />
      {props.mayLookAfter && <Administration t={t} slug={unit.slug} />}
    </>
  )
}

function BelowSection({ t, facts }: { t: Translate; facts: FactsOfUnit }) {
  const { unit, below, children } = facts
  if (below.length === 0) return null
  return (
    <Section heading={t(m.directlyBelow)} note={countsInLine(t, below)} id="below">
      <Table
        folds
        hideCaption
        caption={t(m.directlyBelow)}
        columns={[
          { heading: t(m.nameColumn) },
          { heading: t(m.kindColumn) },
          { heading: t(m.belowColumn), numeric: true },
        ]}
        rows={children.units.map(({ slug, name, kind, unitsBelow }) => ({
          cells: [<a href={`/units/${slug}`}>{name}</a>, kindWords(t, kind), t.number(unitsBelow)],
        }))}
      />
      {children.next && (
        <Pager
          label={t(m.pages)}
          here={t(m.shownHere, { count: children.units.length })}
          forward={{ href: `/units/${unit.slug}?after=${children.next}#below`, label: t(m.more) }}
        />
      )}
    </Section>
  )
}

/** What an administrator of this place can do here. */
function Administration({ t, slug }: { t: Translate; slug: string }) {
  const links = [
    { href: `/units/${slug}/details`, label: t(m.changeUnit) },
    { href: `/units/new?below=${slug}`, label: t(m.openBelow) },
    { href: `/bodies/new?unit=${slug}`, label: t(m.openBody) },
    { href: `/roles/new?unit=${slug}`, label: t(m.giveRole) },
  ]
  return (
    <Section heading={t(m.lookAfter)}>
      <ul class="bare stack tight">
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
