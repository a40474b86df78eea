import type { FoundPart } from './find-themes.ts'
import type { ThemeMeasure } from './place-in-themes.ts'
import type { DescribedPart } from './themes-found.ts'

const HUNDREDTHS = Array.from({ length: 101 }, (_, at) => at / 100)

/** The themes of each language as new texts can be measured against them; leaves whose last answer went elsewhere are left out. */
export function describeParts(
  found: readonly FoundPart[],
  ids: readonly (readonly string[])[],
): DescribedPart[] {
  return found.flatMap(({ language, result }, part): DescribedPart[] => {
    const { described, sureness } = result
    if (!described) return []
    const { centres, bars, space } = described
    const themes = (ids[part] ?? []).flatMap((id, leaf): ThemeMeasure[] => {
      if (!id) return []
      const centre = [...centres.values.subarray(leaf * centres.width, (leaf + 1) * centres.width)]
      return [{ id, centres: [centre], ...(leaf >= result.firstSmall ? { bar: bars[leaf] ?? 1 } : {}) }]
    })
    const told = (isFirst: boolean) =>
      HUNDREDTHS.map((lead) => Math.round(1000 * sureness({ theme: 0, cosine: 0, lead }, isFirst)) / 1000)
    return [{ language, space, themes, sure: { first: told(true), further: told(false) } }]
  })
}
