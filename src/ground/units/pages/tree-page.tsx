import type { ComponentChildren } from 'preact'
import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { UnitsQuery } from '../find-units.ts'
import { m } from '../messages.ts'
import type { Branching, KindCount, Tree } from '../tree-of.ts'
import { kindCount, kindWords } from '../unit-kinds.ts'
import { FindForm } from './find-form.tsx'

export interface TreePageProps {
  t: Translate
  tree: Tree
  query: UnitsQuery
}

/** Sections with a margin of their own are for a few; more stand in one list. */
const MOST_SECTIONS = 12
const MOST_AFFILIATED = 60

/** The organisation from the whole down; what is too many to list is counted, and found by name. */
export function TreePage({ t, tree, query }: TreePageProps) {
  const { root, affiliated, all } = tree
  return (
    <>
      <Head title={t(m.units)} lead={t(m.unitsLead)} facts={root ? [<UnitLinkTo {...root} />] : undefined} />
      <FindForm t={t} query={query} />
      {root && <Below t={t} root={root} />}
      {affiliated.length > 0 && (
        <Section heading={t(m.affiliated)} note={t(m.affiliatedNote)}>
          <UnitItems t={t} units={affiliated.slice(0, MOST_AFFILIATED)} />
          <RestOf t={t} rest={affiliated.slice(MOST_AFFILIATED)} />
        </Section>
      )}
      {all.length > 0 && (
        <Section heading={t(m.byKind)}>
          <KindLinks t={t} counts={all} />
        </Section>
      )}
    </>
  )
}

/** Nations and the like as sections of their own; what does not branch further stands after them. */
function Below({ t, root }: { t: Translate; root: Branching }) {
  const branching = root.children.filter(({ below }) => below.length > 0)
  const leaves = root.children.filter(({ below }) => below.length === 0)
  const asSections = branching.length <= MOST_SECTIONS
  return (
    <>
      {asSections && branching.map((unit) => <Nation t={t} unit={unit} />)}
      {!asSections && (
        <Section heading={t(m.tree)}>
          <UnitItems t={t} units={branching} />
        </Section>
      )}
      {(leaves.length > 0 || root.unlisted.length > 0) && (
        <Section heading={t(branching.length > 0 ? m.furtherUnits : m.directlyBelow)}>
          {leaves.length > 0 && <UnitItems t={t} units={leaves} />}
          <Unlisted t={t} unit={root} />
        </Section>
      )}
    </>
  )
}

function Nation({ t, unit }: { t: Translate; unit: Branching }) {
  const note = [kindWords(t, unit.kind), countsInLine(t, unit.below)].join(' – ')
  return (
    <Section heading={<UnitLinkTo {...unit} />} note={note}>
      {unit.children.length > 0 && <UnitItems t={t} units={unit.children} />}
      <Unlisted t={t} unit={unit} />
    </Section>
  )
}

/** Many that do not branch further: their number leads to the page that lists them. */
function Unlisted({ t, unit }: { t: Translate; unit: Branching }) {
  if (unit.unlisted.length === 0) return null
  return (
    <p>
      <a href={`/units/${unit.slug}#below`}>{countsInLine(t, unit.unlisted)}</a>
    </p>
  )
}

function UnitItems({ t, units }: { t: Translate; units: readonly Branching[] }) {
  return (
    <RuledList>
      {units.map(({ slug, name, kind, below }) => (
        <Item
          title={{ words: name, href: `/units/${slug}` }}
          facts={[kindWords(t, kind), ...below.map((count) => kindCount(t, count))]}
        />
      ))}
    </RuledList>
  )
}

function RestOf({ t, rest }: { t: Translate; rest: readonly Branching[] }) {
  if (rest.length === 0) return null
  const [first] = rest
  return (
    <p>
      <a href={`/units?kind=${first?.kind ?? ''}`}>{t(m.moreOfThese, { count: rest.length })}</a>
    </p>
  )
}

function KindLinks({ t, counts }: { t: Translate; counts: readonly KindCount[] }) {
  return (
    <ul class="bare line">
      {counts.map(
        (count): ComponentChildren => (
          <li>
            <a href={`/units?kind=${count.kind}`}>{kindCount(t, count)}</a>
          </li>
        ),
      )}
    </ul>
  )
}

function UnitLinkTo({ slug, name }: { slug: string; name: string }) {
  return <a href={`/units/${slug}`}>{name}</a>
}

/** "57 constituencies, 3 branches". */
export function countsInLine(t: Translate, counts: readonly KindCount[]): string {
  return counts.map((count) => kindCount(t, count)).join(' · ')
}
