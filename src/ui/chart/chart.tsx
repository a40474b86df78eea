import type { ComponentChildren } from 'preact'
import { Bar } from '../bar/bar.tsx'

export type ChartProps = {
  /** What was found, as a title: "Most answers come in the second and third week". */
  finding: ComponentChildren
  /** What was counted, by whom, how sure, updated when; with the way to the numbers as a file. */
  method: ComponentChildren
  /** The numbers as a `Table`, under a summary in words. Left out only where the drawing is itself a table. */
  numbers?: { summary: string; table: ComponentChildren }
  children: ComponentChildren
}

/** Finding, drawing, method and numbers travel together; never a drawing alone. */
export function Chart({ finding, method, numbers, children }: ChartProps) {
  return (
    <figure class="chart">
      <figcaption>{finding}</figcaption>
      {children}
      <p class="small quiet">{method}</p>
      {numbers && (
        <details>
          <summary>{numbers.summary}</summary>
          {numbers.table}
        </details>
      )}
    </figure>
  )
}

export type BarRow = { label: ComponentChildren; words: ComponentChildren; share: number; late?: boolean }

export type BarRowsProps = {
  /** Heard, not seen: the figure's title says it already. */
  caption: ComponentChildren
  headings: [label: string, value: string]
  /** `share` is of the longest bar, 0…1; `words` the figure as it is read. */
  rows: BarRow[]
}

/** Bars that are a table: label, bar, figure. It needs no second form for the ear. */
export function BarRows({ caption, headings, rows }: BarRowsProps) {
  return (
    <table class="bar-rows">
      <caption class="unseen">{caption}</caption>
      <thead class="unseen">
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, words, share, late }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>
              <div>
                <Bar share={share} late={late} />
                <span>{words}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
