import { bestPairing } from './best-pairing.ts'

/** How well found themes cover one theme that people set. */
export interface ThemeAgreement {
  theme: string
  /** The found theme paired with it, if any. */
  found?: string
  precision: number
  recall: number
  f1: number
  /** Items that people gave this theme. */
  size: number
}

export interface F1ByTheme {
  themes: ThemeAgreement[]
  /** Mean F1 of the themes, each counted once. */
  macro: number
  /** F1 over all (item, theme) pairs. */
  micro: number
}

/**
 * F1 by theme between two many-to-many codings of the same items: themes are first paired one to one so that the sum of F1
 * is greatest (Kuhn 1955); a theme without a partner scores 0. The same names are *not* assumed to mean the same.
 *
 * @param people for each item the themes that people gave it; @param found for each item the themes that were found.
 */
export function f1ByTheme(
  people: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
): F1ByTheme {
  if (people.length !== found.length) {
    throw new RangeError(`Two codings of one corpus are as long: ${people.length} and ${found.length} items.`)
  }
  const counts = countPairs(people, found)
  const [names, foundNames] = [[...counts.people.keys()].sort(), [...counts.found.keys()].sort()]
  const scores = names.map((theme) => foundNames.map((other) => score(counts, theme, other)))
  const partners = bestPairing(scores.map((row) => row.map(({ f1 }) => f1)))
  const themes = names.map((theme, at): ThemeAgreement => {
    const size = counts.people.get(theme) ?? 0
    const paired = scores[at]?.[partners[at] ?? -1]
    return paired && paired.f1 > 0
      ? { theme, found: foundNames[partners[at] ?? 0], ...paired, size }
      : { theme, precision: 0, recall: 0, f1: 0, size }
  })
  return { themes, macro: meanOf(themes.map(({ f1 }) => f1)), micro: microOf(themes, counts) }
}

interface PairCounts {
  people: Map<string, number>
  found: Map<string, number>
  both: Map<string, number>
}

function countPairs(
  people: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
): PairCounts {
  const counts: PairCounts = { people: new Map(), found: new Map(), both: new Map() }
  people.forEach((themes, item) => {
    const others = new Set(found[item])
    for (const theme of new Set(themes)) {
      addOne(counts.people, theme)
      for (const other of others) addOne(counts.both, pairKey(theme, other))
    }
    for (const other of others) addOne(counts.found, other)
  })
  return counts
}

function score(
  counts: PairCounts,
  theme: string,
  other: string,
): { precision: number; recall: number; f1: number } {
  const both = counts.both.get(pairKey(theme, other)) ?? 0
  const [size, otherSize] = [counts.people.get(theme) ?? 0, counts.found.get(other) ?? 0]
  return { precision: both / otherSize, recall: both / size, f1: (2 * both) / (size + otherSize) }
}

function microOf(themes: readonly ThemeAgreement[], counts: PairCounts): number {
  const both = themes.reduce(
    (sum, { theme, found }) => sum + (counts.both.get(pairKey(theme, found ?? '')) ?? 0),
    0,
  )
  const all = [...counts.people.values(), ...counts.found.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? 1 : (2 * both) / all
}

function pairKey(theme: string, other: string): string {
  return JSON.stringify([theme, other])
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length
}
