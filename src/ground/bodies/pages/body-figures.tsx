import type { Translate } from '#core/i18n/translate.ts'
import { outcomeWords } from '#ground/matters/outcome-words.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Table } from '#ui/table/table.tsx'
import type { BodyFigures } from '../body-figures.ts'
import { m } from '../messages.ts'

type Props = { t: Translate; figures: BodyFigures; promiseDays: number }

/** How it kept its promise, each figure with its base and how it was computed. */
export function Figures(props: Props) {
  const { t, figures } = props
  if (figures.counted === 0) return <p class="quiet">{t(m.noFigures)}</p>
  return (
    <>
      <KeptAndTimes {...props} />
      <p>{t(m.deferrals, { count: figures.deferrals })}</p>
      <details>
        <summary>{t(m.howComputed)}</summary>
        <div class="stack tight small">
          <p>{t(m.howKept)}</p>
          <p>{t(m.howMiddle)}</p>
          <p>{t(m.howVerdict)}</p>
        </div>
      </details>
      <OutcomeTable t={t} outcomes={figures.outcomes} />
    </>
  )
}

function KeptAndTimes({ t, figures, promiseDays }: Props) {
  const { counted, kept, medianDays, longest } = figures
  return (
    <div class="columns slim">
      <Figure
        value={t.percent(kept / counted)}
        base={t(m.keptShare, { days: promiseDays, kept, all: counted })}
      />
      {medianDays !== null && <Figure value={t(m.daysFigure, { days: medianDays })} base={t(m.middle)} />}
      {longest && (
        <Figure
          value={t(m.daysFigure, { days: longest.days })}
          base={
            <>
              {t(longest.isOpen ? m.worstOpen : m.worstFigure)} <a href={longest.path}>{longest.number}</a>
            </>
          }
        />
      )}
      <Verdicts t={t} {...figures.verdicts} />
    </div>
  )
}

function Verdicts({ t, yes, partly, no }: { t: Translate } & BodyFigures['verdicts']) {
  const all = yes + partly + no
  if (all === 0) return <p class="small quiet">{t(m.noVerdicts)}</p>
  return (
    <Figure
      value={t.percent(yes / all)}
      base={
        <>
          {t(m.verdictFigure, { yes, all })}; {t(m.verdictPartly, { partly, no })}
        </>
      }
    />
  )
}

function OutcomeTable({ t, outcomes }: { t: Translate; outcomes: BodyFigures['outcomes'] }) {
  const all = outcomes.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const rows = outcomes.map(({ outcome, count }) => ({
    cells: [outcomeWords(t, outcome), t.number(count), t.percent(count / all)],
  }))
  return (
    <Table
      snug
      caption={t(m.whatBecame)}
      columns={[
        { heading: t(m.outcomeColumn) },
        { heading: t(m.countColumn), numeric: true },
        { heading: t(m.shareColumn), numeric: true },
      ]}
      rows={[...rows, { cells: [t(m.total), t.number(all), t.percent(1)], total: true }]}
    />
  )
}
