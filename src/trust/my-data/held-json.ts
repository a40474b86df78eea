import type { Translate } from '#core/i18n/translate.ts'
import { isoSecond } from '#core/time/days.ts'
import type { Held, HeldRow } from './held-of.ts'

/** What is held, for programs and for the copy: the table, why and until when, and its rows by the labels of the page. */
export function heldJson(t: Translate, held: readonly Held[]) {
  return held.map(({ data, rows }) => ({
    table: data.table,
    about: t(data.about),
    why: t(data.why),
    until: t(data.until),
    rows: rows.map(rowJson),
  }))
}

function rowJson(row: HeldRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([label, value]) => [label, plainValue(value)]))
}

/** Times as RFC 3339; of a file, its size (the copy has the file itself). */
export function plainValue(value: unknown): unknown {
  if (value instanceof Date) return isoSecond(value)
  return Buffer.isBuffer(value) ? { bytes: value.length } : value
}
