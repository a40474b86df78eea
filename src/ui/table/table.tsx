import type { ComponentChildren } from 'preact'
import { Sideways } from '../sideways/sideways.tsx'

export type Column = { heading: string; numeric?: boolean; hideHeading?: boolean }
/** The first cell names the row. `total` rules it off. */
export type TableRow = { cells: ComponentChildren[]; total?: boolean; id?: string }

export type TableProps = {
  caption: string
  hideCaption?: boolean
  columns: Column[]
  rows: TableRow[]
  /** On a phone each row becomes labelled lines instead of being pushed sideways. */
  folds?: boolean
  snug?: boolean
}

/**
 * A table people can read by ear: a caption, column and row heads. A wide one that does not fold can be pushed
 * sideways with the keyboard, so it is a named region that takes the focus.
 */
export function Table({ caption, hideCaption, columns, rows, folds, snug }: TableProps) {
  const classes = [folds && 'folds', snug && 'snug'].filter(Boolean).join(' ') || undefined
  const table = (
    <table class={classes} role={folds ? 'table' : undefined}>
      <caption class={hideCaption ? 'unseen' : undefined}>{caption}</caption>
      <thead role={folds ? 'rowgroup' : undefined}>
        <tr role={folds ? 'row' : undefined}>
          {columns.map((column) => (
            <th
              scope="col"
              class={column.numeric ? 'number' : undefined}
              role={folds ? 'columnheader' : undefined}
            >
              {column.hideHeading ? <span class="unseen">{column.heading}</span> : column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={folds ? 'rowgroup' : undefined}>
        {rows.map((row) => (
          <Row columns={columns} folds={folds} {...row} />
        ))}
      </tbody>
    </table>
  )
  if (folds) return table
  return <Sideways label={caption}>{table}</Sideways>
}

/** Folded rows are blocks, and blocks lose their table roles in most browsers, so the roles are said aloud. */
function Row({ columns, folds, cells, total, id }: TableRow & Pick<TableProps, 'columns' | 'folds'>) {
  return (
    <tr class={total ? 'total' : undefined} id={id} role={folds ? 'row' : undefined}>
      {cells.map((cell, at) => {
        const column = columns[at]
        const numeric = column?.numeric ? 'number' : undefined
        if (at === 0) {
          return (
            <th scope="row" class={numeric} role={folds ? 'rowheader' : undefined}>
              {cell}
            </th>
          )
        }
        return (
          <td
            class={numeric}
            role={folds ? 'cell' : undefined}
            data-label={folds && !column?.hideHeading ? column?.heading : undefined}
          >
            {cell}
          </td>
        )
      })}
    </tr>
  )
}
