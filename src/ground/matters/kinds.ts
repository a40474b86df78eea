import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Kind } from '#core/slice/define-slice.ts'

const known = new Map<string, Kind>()

/** Makes the kinds of every slice known to desks, bodies and links; called once, when the house is put together. */
export function learnKinds(kinds: Readonly<Record<string, Kind>>): void {
  for (const [name, kind] of Object.entries(kinds)) known.set(name, kind)
}

/** Where a matter or work of this kind is read. */
export function pathTo({ kind, number }: { kind: string; number: number }): string {
  return known.get(kind)?.path(number) ?? `/${kind}/${number}`
}

/** Its kind in words; null for one that no slice declared. */
export function kindTitle(kind: string): Message<Plain> | null {
  return known.get(kind)?.title ?? null
}

/** Everything a slice said of a kind. */
export function kindNamed(kind: string): Kind | undefined {
  return known.get(kind)
}
