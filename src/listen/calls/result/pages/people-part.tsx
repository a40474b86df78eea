import type { Translate } from '#core/i18n/translate.ts'
import { BarRows, Chart } from '#ui/chart/chart.tsx'
import { Figure } from '#ui/figure/figure.tsx'
import { Columns, Stack } from '#ui/layout/layout.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { CallFigures, Cell } from '../figures.ts'
import { m } from '../messages.ts'
import { countWords, languageName, type Naming, reasonName, routeName, standingName } from '../words-of.ts'
import { ConstituenciesPart } from './constituencies-part.tsx'
import { PlacesPart } from './places-part.tsx'

type Props = { t: Translate; figures: CallFigures }

export function HowMany({ t, figures }: Props) {
  const { received, counted, from_office_holders: officeHolders } = figures
  const apart = apartOf(t, figures)
  return (
    <Section heading={t(m.howMany)}>
      <Columns width="slim">
        <Figure value={t.number(received)} base={t(m.received)} />
        <Figure value={t.number(counted)} base={t(m.counted)} />
      </Columns>
      <p>{t(m.officeHolders, { count: officeHolders })}</p>
      {apart.length > 0 && (
        <Table
          caption={t(m.notCounted)}
          snug
          columns={[{ heading: t(m.why) }, { heading: t(m.answers), numeric: true }]}
          rows={apart.map(([why, count]) => ({ cells: [why, t.number(count)] }))}
        />
      )}
    </Section>
  )
}

function apartOf(t: Translate, { withdrawn, joined, held }: CallFigures): [string, number][] {
  const rows: [string, number][] = [
    [t(m.withdrawn), withdrawn],
    [t(m.joined), joined],
    ...held.flatMap(({ reason, waiting, removed }): [string, number][] => [
      [t(m.heldWaiting, { reason: reasonName(t, reason) }), waiting],
      [t(m.heldRemoved, { reason: reasonName(t, reason) }), removed],
    ]),
  ]
  return rows.filter(([, count]) => count > 0)
}

export function WhoAnswered({ t, figures }: Props) {
  return (
    <Section heading={t(m.whoAnswered)} note={t(m.fewSays)}>
      <Stack gap="wide">
        <List t={t} finding={m.byRoute} heading={m.route} cells={figures.routes} nameOf={routeName} />
        <List
          t={t}
          finding={m.byLanguage}
          heading={m.language}
          cells={figures.languages}
          nameOf={languageName}
        />
        <List
          t={t}
          finding={m.byStanding}
          heading={m.standing}
          cells={figures.standings}
          nameOf={standingName}
        />
        <PlacesPart t={t} nations={figures.nations} />
        <ConstituenciesPart t={t} figures={figures} />
      </Stack>
    </Section>
  )
}

type ListProps = {
  t: Translate
  finding: typeof m.byRoute
  heading: typeof m.byRoute
  cells: readonly Cell[] | null
  nameOf: Naming
}

/** Bars that are a table themselves; a hidden count has no bar. */
function List({ t, finding, heading, cells, nameOf }: ListProps) {
  if (!cells) return <p>{`${t(finding)}: ${t(m.withheldList)}`}</p>
  const longest = Math.max(1, ...cells.map(({ count }) => count ?? 0))
  return (
    <Chart finding={t(finding)} method={t(m.howCounts)}>
      <BarRows
        caption={t(finding)}
        headings={[t(heading), t(m.answers)]}
        rows={cells.map((cell) => ({
          label: nameOf(t, cell),
          words: countWords(t, cell.count),
          share: (cell.count ?? 0) / longest,
        }))}
      />
    </Chart>
  )
}
