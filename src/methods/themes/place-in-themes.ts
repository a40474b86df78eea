import { assignThemes, type Membership } from './assign-themes.ts'
import { denseRows } from './sparse-rows.ts'
import { type ThemeSpace, vectorsIn } from './theme-space.ts'

/** A theme as new texts are measured against it: one middle or, once themes were merged, several. */
export interface ThemeMeasure {
  id: string
  /** Of length 1, in the space of the theme's language. */
  centres: readonly (readonly number[])[]
  /** A small theme takes only what lies at least this near, and then comes first; a large one by its place among the others. */
  bar?: number
}

/** By hundredths of the lead from 0 to 1, how often such a first theme, or such a further one, held in other runs. */
export interface SureTable {
  first: readonly number[]
  further: readonly number[]
}

export interface Standing {
  space: ThemeSpace
  themes: readonly ThemeMeasure[]
  sure: SureTable
}

export interface Placement {
  /** At most three, the surest first; none where no theme fits well. */
  themes: string[]
  sure: number[]
}

const MOST_THEMES = 3

/** Puts new texts into themes that stand already, by the rule that made them; nothing of the themes moves. */
export function placeInThemes(texts: readonly string[], { space, themes, sure }: Standing): Placement[] {
  const rows = vectorsIn(space, texts)
  const [large, small] = [
    themes.filter(({ bar }) => bar === undefined),
    themes.filter(({ bar }) => bar !== undefined),
  ]
  const near = membershipsIn(rows, large)
  const inSmall = membershipsIn(rows, small)
  return texts.map((_, row) => {
    const firm = (inSmall[row] ?? []).filter(({ theme, cosine }) => cosine >= (barOf(small, theme) ?? 1))
    const all = [
      ...firm.slice(0, 1).map((one) => ({ ...one, lead: Math.max(one.lead, SMALL_LEAD) })),
      ...(near[row] ?? []),
    ]
    const kept = all.slice(0, MOST_THEMES)
    return {
      themes: kept.map(({ id }) => id),
      sure: kept.map(({ lead }, rank) => sureAt(rank === 0 ? sure.first : sure.further, lead)),
    }
  })
}

/** As a full run has it for the members of a small theme. */
const SMALL_LEAD = 0.5

function barOf(themes: readonly ThemeMeasure[], id: number): number | undefined {
  return themes[id]?.bar
}

/** A theme's nearest middle is the theme's; where two middles of one theme stand among the nearest, it counts once. */
function membershipsIn(
  rows: ReturnType<typeof vectorsIn>,
  themes: readonly ThemeMeasure[],
): (Membership & { id: string })[][] {
  const middles = themes.flatMap(({ centres }, theme) => centres.map((centre) => ({ centre, theme })))
  if (middles.length === 0) return Array.from({ length: rows.height }, () => [])
  const all = denseRows(middles.length, rows.width)
  middles.forEach(({ centre }, at) => {
    all.values.set(centre.slice(0, rows.width), at * rows.width)
  })
  return assignThemes(rows, all).map((memberships) => {
    const seen = new Set<number>()
    return memberships.flatMap((membership) => {
      const theme = middles[membership.theme]?.theme ?? 0
      if (seen.has(theme)) return []
      seen.add(theme)
      return [{ ...membership, theme, id: themes[theme]?.id ?? '' }]
    })
  })
}

function sureAt(table: readonly number[], lead: number): number {
  return table[Math.max(0, Math.min(table.length - 1, Math.floor(lead * 100)))] ?? 0
}
