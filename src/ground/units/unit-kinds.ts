import type { Translate } from '#core/i18n/translate.ts'
import { KIND_MESSAGES } from './kind-messages.ts'

/** What a unit can be. A new sort is added here with its words; the database takes any. */
export const UNIT_KINDS = [
  'national',
  'nation',
  'region',
  'county',
  'district',
  'constituency',
  'ward',
  'branch',
  'group',
  'network',
  'union',
  'society',
  'affiliate',
] as const

export type UnitKind = (typeof UNIT_KINDS)[number]

/** Organisations of their own that belong to ours; they stand apart from the places. */
export const AFFILIATED_KINDS: readonly string[] = ['union', 'society', 'affiliate']

/** "Region"; the kind itself for one that is not in the list. */
export function kindWords(t: Translate, kind: string): string {
  const message = isUnitKind(kind) ? KIND_MESSAGES[kind].one : null
  return message ? t(message) : kind
}

/** "9 regions". */
export function kindCount(t: Translate, { kind, count }: { kind: string; count: number }): string {
  return isUnitKind(kind) ? t(KIND_MESSAGES[kind].many, { count }) : `${t.number(count)} × ${kind}`
}

function isUnitKind(kind: string): kind is UnitKind {
  return UNIT_KINDS.some((known) => known === kind)
}
