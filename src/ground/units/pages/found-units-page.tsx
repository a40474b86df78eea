import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { FoundUnits, UnitsQuery } from '../find-units.ts'
import { m } from '../messages.ts'
import type { UnitLink } from '../queries.ts'
import { kindWords } from '../unit-kinds.ts'
import { FindForm } from './find-form.tsx'

export interface FoundUnitsPageProps {
  t: Translate
  query: UnitsQuery
  found: FoundUnits
  /** The units above each, the root first. */
  above: ReadonlyMap<string, UnitLink[]>
  nextHref: string | null
}

/** Units that answer a search, each with where it stands. */
export function FoundUnitsPage({ t, query, found, above, nextHref }: FoundUnitsPageProps) {
  const { units } = found
  return (
    <>
      <Head title={t(m.units)} actions={<a href="/units">{t(m.wholeTree)}</a>} />
      <FindForm t={t} query={query} />
      <Section heading={t(m.found)} note={t(m.foundNote)}>
        {units.length === 0 && <Empty title={t(m.nothingFound)}>{t(m.nothingFoundHint)}</Empty>}
        <RuledList>
          {units.map(({ id, slug, name, kind, code }) => {
            const chain = placeOf(above.get(id) ?? [])
            return (
              <Item
                title={{ words: name, href: `/units/${slug}` }}
                facts={[
                  kindWords(t, kind),
                  ...(chain ? [t(m.inIt, { chain })] : []),
                  ...(code ? [<bdi>{code}</bdi>] : []),
                ]}
              />
            )
          })}
        </RuledList>
        {nextHref && (
          <Pager
            label={t(m.pages)}
            here={t(m.shownHere, { count: units.length })}
            forward={{ href: nextHref, label: t(m.more) }}
          />
        )}
      </Section>
    </>
  )
}

/** "North East, England": the nearest first, without the whole organisation, which everything is in. */
function placeOf(above: readonly UnitLink[]): string {
  return above
    .slice(1)
    .toReversed()
    .map(({ name }) => name)
    .join(', ')
}
