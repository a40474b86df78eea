import { directionOf } from '#core/i18n/languages.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Linked } from '#ground/matters/provenance-of.ts'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'

/** Things heard at a gathering, each by its number and title, with the way to its story. */
export function HeardList({
  heard,
}: {
  heard: readonly Pick<Linked, 'number' | 'kind' | 'title' | 'language'>[]
}) {
  return (
    <RuledList>
      {heard.map((one) => (
        <Item
          kind={String(one.number)}
          title={{
            words: one.title ?? '…',
            href: pathTo(one),
            lang: one.language,
            dir: directionOf(one.language),
          }}
        />
      ))}
    </RuledList>
  )
}
