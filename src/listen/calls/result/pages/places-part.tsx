import type { Translate } from '#core/i18n/translate.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { bandOf, type Hexagon, Hexagons } from '#ui/hexagons/hexagons.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Cell, Nation } from '../figures.ts'
import { type Hex, hexOf } from '../hexes.ts'
import { m } from '../messages.ts'
import { countWords, placeName } from '../words-of.ts'

type Props = { t: Translate; nations: readonly Nation[] | null }

/** A map of hexagons of one size, and the same figures as a table. */
export function PlacesPart({ t, nations }: Props) {
  if (!nations) return <p>{`${t(m.byPlace)}: ${t(m.withheldList)}`}</p>
  const hexagons = hexagonsOf(t, nations)
  return (
    <Chart finding={t(m.byPlace)} method={t(m.howPlaces)}>
      {hexagons.length > 1 && (
        <Hexagons
          id="by-place"
          label={t(m.mapLabel)}
          hexagons={hexagons}
          legend={legendOf(t, cellsOnMap(nations))}
        />
      )}
      <Table
        caption={t(m.byPlace)}
        hideCaption
        snug
        columns={[{ heading: t(m.place) }, { heading: t(m.answers), numeric: true }]}
        rows={nations.flatMap((nation) => [
          { cells: [placeName(t, nation), countWords(t, nation.count)] },
          ...(nation.regions ?? []).map((region) => ({
            cells: [`${placeName(t, nation)} › ${placeName(t, region)}`, countWords(t, region.count)],
          })),
        ])}
      />
    </Chart>
  )
}

/** The smallest places that have a hexagon: regions where a nation has them, else the nation. */
export function cellsOnMap(nations: readonly Nation[]): Cell[] {
  return nations.flatMap((nation) => {
    const regions = (nation.regions ?? []).filter(({ key }) => hexOf(key))
    return regions.length > 0 ? regions : [nation].filter(({ key }) => hexOf(key))
  })
}

function hexagonsOf(t: Translate, nations: readonly Nation[]) {
  return drawn(t, cellsOnMap(nations), hexOf)
}

/** Cells that have a place on a map, as the map draws them. */
export function drawn(t: Translate, cells: readonly Cell[], placeOf: (key: string) => Hex | null): Hexagon[] {
  const largest = largestOf(cells)
  return cells.flatMap((cell) => {
    const hex = placeOf(cell.key)
    if (!hex) return []
    const name = placeName(t, cell)
    return [
      {
        ...hex,
        name,
        words: t(m.mapCell, { place: name, count: countWords(t, cell.count) }),
        short: cell.count === null ? '' : shortly(cell.count),
        band: bandOf(cell.count ?? 0, largest),
        isHidden: cell.count === null,
      },
    ]
  })
}

const largestOf = (cells: readonly Cell[]) => Math.max(1, ...cells.map(({ count }) => count ?? 0))
const shortly = (count: number) => (count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`)

export function legendOf(t: Translate, cells: readonly Cell[]) {
  const largest = largestOf(cells)
  const bands = [0, 1, 2, 3, 4].flatMap((band) => {
    const from = Math.max(1, Math.ceil((band * largest) / 5))
    const to = band === 4 ? largest : Math.ceil(((band + 1) * largest) / 5) - 1
    return from <= to ? [{ band, words: t(m.upTo, { from: t.number(from), to: t.number(to) }) }] : []
  })
  const hidden = cells.some(({ count }) => count === null)
  return [...bands, ...(hidden ? [{ band: null, isHidden: true, words: t(m.few) }] : [])]
}
