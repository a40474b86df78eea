/**
 * Krippendorff's alpha for names (nominal data): 1 when all coders agree, 0 when they agree as by chance, below that when they
 * agree less. Any number of coders, any gaps (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C).
 *
 * @param codings for each unit what each coder called it; `undefined` where a coder did not look.
 * @returns undefined when no unit was coded twice, or when only one name was ever used: nothing can be said then.
 */
export function krippendorffAlpha(codings: readonly (readonly (string | undefined)[])[]): number | undefined {
  const units = codings.map(countNames).filter(({ coders }) => coders >= 2)
  const totals = new Map<string, number>()
  for (const { counts } of units)
    for (const [name, count] of counts) totals.set(name, (totals.get(name) ?? 0) + count)
  const pairable = [...totals.values()].reduce((sum, count) => sum + count, 0)
  if (totals.size < 2) return undefined
  const disagreed = units.reduce(
    (sum, { counts, coders }) => sum + unlikePairs(counts, coders) / (coders - 1),
    0,
  )
  const expected = unlikePairs(totals, pairable) / (pairable - 1)
  return 1 - disagreed / expected
}

/**
 * Alpha of one theme when each answer may have several: of each coder the question is only "this theme or not".
 *
 * @param codings for each answer the themes each coder gave it; `undefined` where a coder did not look.
 */
export function alphaByTheme(
  codings: readonly (readonly (readonly string[] | undefined)[])[],
): { theme: string; alpha: number | undefined }[] {
  const themes = [...new Set(codings.flat(2))].filter((theme) => theme !== undefined).sort()
  return themes.map((theme) => ({
    theme,
    alpha: krippendorffAlpha(
      codings.map((coders) => coders.map((given) => given && (given.includes(theme) ? 'yes' : 'no'))),
    ),
  }))
}

function countNames(names: readonly (string | undefined)[]): { counts: Map<string, number>; coders: number } {
  const given = names.filter((name) => name !== undefined)
  const counts = new Map<string, number>()
  for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1)
  return { counts, coders: given.length }
}

/** Ordered pairs of different names among `all`. */
function unlikePairs(counts: Map<string, number>, all: number): number {
  return [...counts.values()].reduce((sum, count) => sum + count * (all - count), 0)
}
