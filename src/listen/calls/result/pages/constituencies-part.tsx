import type { Translate } from '#core/i18n/translate.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { Hexagons } from '#ui/hexagons/hexagons.tsx'
import { Table } from '#ui/table/table.tsx'
import type { CallFigures, Cell } from '../figures.ts'
import { hexOfConstituency } from '../hexes.ts'
import { m } from '../messages.ts'
import { countWords, placeName } from '../words-of.ts'
import { drawn, legendOf } from './places-part.tsx'

type Props = { t: Translate; figures: CallFigures }

/** The constituencies as a map, and as a table folded away; nothing where not one of them can be shown. */
export function ConstituenciesPart({ t, figures: { constituencies, nations } }: Props) {
  if (!constituencies.some(({ count }) => count !== null && count > 0)) return null
  const hexagons = drawn(t, constituencies, hexOfConstituency)
  const names = new Map((nations ?? []).flatMap(cellsOf).map((cell) => [cell.key, placeName(t, cell)]))
  const answered = constituencies.filter(({ count }) => count !== 0)
  return (
    <Chart
      finding={t(m.byConstituency)}
      method={t(m.howConstituencies, { count: constituencies.length - answered.length })}
      numbers={{
        summary: t(m.theNumbers),
        table: (
          <Table
            caption={t(m.byConstituency)}
            hideCaption
            snug
            columns={[{ heading: t(m.place) }, { heading: t(m.answers), numeric: true }]}
            rows={answered.map((one) => ({
              cells: [
                `${names.get(one.within) ?? one.within} › ${placeName(t, one)}`,
                countWords(t, one.count),
              ],
            }))}
          />
        ),
      }}
    >
      {hexagons.length > 1 && (
        <Hexagons
          id="by-constituency"
          label={t(m.mapLabelConstituencies)}
          hexagons={hexagons}
          legend={legendOf(t, constituencies)}
        />
      )}
    </Chart>
  )
}

const cellsOf = (nation: NonNullable<CallFigures['nations']>[number]): Cell[] => [
  nation,
  ...(nation.regions ?? []),
]
