import type { UnitRow } from './imported-tree.ts'

/** A unit that is neither there nor in the file. */
export const noSuchUnit = (slug: string | null) =>
  `No unit has the slug “${slug ?? ''}”, here or in this file.`

/** A parent that is missing, that was itself left out, or a circle. */
export function whyItWaits(read: UnitRow, waiting: ReadonlyMap<string, UnitRow>): string {
  const chain = [read.slug]
  for (let at = waiting.get(read.parent ?? ''); at; at = waiting.get(at.parent ?? '')) {
    chain.push(at.slug)
    if (chain.indexOf(at.slug) < chain.length - 1)
      return `The parents go round in a circle: ${chain.join(' → ')}. Mend one of them.`
  }
  return chain.length === 1
    ? noSuchUnit(read.parent ?? '')
    : `Its parent “${read.parent}” was left out, so it has nowhere to stand.`
}
