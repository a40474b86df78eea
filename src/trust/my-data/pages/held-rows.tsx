import type { Translate } from '#core/i18n/translate.ts'
import { HELD_LABELS, type HeldLabel } from '#core/slice/held-messages.ts'
import { Facts } from '#ui/facts/facts.tsx'
import type { HeldRow } from '../held-of.ts'

/** Rows of one thing that is held, each as labels over values. */
export function HeldRows({ t, rows, files }: { t: Translate; rows: readonly HeldRow[]; files?: FileNames }) {
  return (
    <>
      {rows.map((row, at) => (
        <Facts
          lines
          facts={Object.entries(row)
            .filter(([, value]) => value !== null && value !== '')
            .map(([label, value]) => ({
              label: labelIn(t, label),
              value: <Value t={t} value={value} file={files?.(at)} />,
              plain: true,
            }))}
        />
      ))}
    </>
  )
}

/** The path, in a copy, of the file that belongs to a row. */
export type FileNames = (row: number) => string

const isLabel = (label: string): label is HeldLabel => Object.hasOwn(HELD_LABELS, label)

export function labelIn(t: Translate, label: string): string {
  return isLabel(label) ? t(HELD_LABELS[label]) : label
}

function Value({ t, value, file }: { t: Translate; value: unknown; file?: string }) {
  if (value instanceof Date) return <time dateTime={value.toISOString()}>{t.moment(value)}</time>
  if (Buffer.isBuffer(value))
    return file === undefined ? <span dir="ltr">{sizeOf(t, value)}</span> : <a href={file}>{file}</a>
  return <span dir="auto">{saidOf(t, value)}</span>
}

/** A value as the page says it: days and moments in words, everything else as it is. */
export function saidOf(t: Translate, value: unknown): string {
  if (value instanceof Date) return t.day(value)
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? t.day(new Date(value)) : textOf(value)
}

const sizeOf = (t: Translate, bytes: Buffer) => `${t.number(Math.ceil(bytes.length / 1024))} kB`

/** A value as one reads it; what has parts is shown as JSON. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
