import { directionOf } from '#core/i18n/languages.ts'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Sideways } from '#ui/sideways/sideways.tsx'
import { m } from '../messages.ts'
import type { SheetProps } from './sheet-page.tsx'

/** One box a question. Labels stand at the head of each column; for the ear each box names its row and its question. */
export function SheetTable(props: SheetProps) {
  const { t, call, rows, done } = props
  const isIn = (row: number) => done.some((one) => one.row === row)
  const asked = call.questions.filter(({ kind }) => kind !== 'place')
  return (
    <Sideways label={t(m.rows)}>
      <table class="snug sheet">
        <thead>
          <tr>
            <th scope="col">{t(m.row)}</th>
            {asked.map(({ place, wording }) => (
              <th scope="col" lang={call.language} dir={directionOf(call.language)}>
                {`${place}. ${wording}`}
              </th>
            ))}
            <th scope="col">{t(m.became)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row}</th>
              {asked.map(({ place, kind }) => (
                <td>
                  <Cell {...props} row={row} place={place} isWords={kind === 'open'} isIn={isIn(row)} />
                </td>
              ))}
              <td dir="auto" data-row-words>
                {receiptOf(props, row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

interface CellProps extends SheetProps {
  row: number
  place: number
  isWords: boolean
  isIn: boolean
}

function receiptOf({ done }: SheetProps, row: number): string {
  const one = done.find((there) => there.row === row)
  return one ? `✓ ${one.number} · ${one.key}` : ''
}

function Cell({ t, typed, problems, row, place, isWords, isIn }: CellProps) {
  const name = `r${row}-q${place}`
  return (
    <input
      id={name}
      name={name}
      type="text"
      class={isWords ? 'sheet-words' : 'short'}
      dir={isWords ? 'auto' : 'ltr'}
      size={isWords ? 40 : 6}
      autocomplete="off"
      readOnly={isIn}
      enterkeyhint="next"
      aria-label={t(m.cell, { row, question: place })}
      aria-invalid={errorOf([...problems], name) ? true : undefined}
      value={textOf(typed[name])}
    />
  )
}
