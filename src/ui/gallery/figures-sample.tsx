import { BarRows, Chart } from '../chart/chart.tsx'
import { Facts } from '../facts/facts.tsx'
import { Figure } from '../figure/figure.tsx'
import { Columns, Stack } from '../layout/layout.tsx'
import { Table } from '../table/table.tsx'
import type { GalleryWords } from './words-en.ts'

export function Tables({ table }: GalleryWords['parts']) {
  const columns = table.columns.map((heading, at) => ({ heading, numeric: at > 0 }))
  const rows = table.rows.map((cells, at) => ({ cells, total: at === 2 }))
  return (
    <Stack gap="wide">
      <Table caption={table.caption} columns={columns} rows={rows} />
      <Table caption={`${table.caption} (2)`} hideCaption folds columns={columns} rows={rows} />
    </Stack>
  )
}

export function FactsAndFigures(parts: GalleryWords['parts']) {
  const { figures, facts } = parts
  const all = facts.map(([label, value]) => ({ label, value }))
  return (
    <Stack gap="wide">
      <Columns width="slim">
        {figures.map(([value, base]) => (
          <Figure value={value} base={base} />
        ))}
      </Columns>
      <Facts facts={all} />
      <Facts lines facts={all} />
      <DaysTaken {...parts} />
    </Stack>
  )
}

function DaysTaken({ charts }: GalleryWords['parts']) {
  const counts = [92, 95, 25]
  const rows = charts.rows.map((label, at) => ({
    label,
    words: String(counts[at]),
    share: (counts[at] ?? 0) / 95,
    late: at === 2,
  }))
  return (
    <Chart finding={charts.finding} method={charts.method}>
      <BarRows caption={charts.caption} headings={charts.headings} rows={rows} />
    </Chart>
  )
}
