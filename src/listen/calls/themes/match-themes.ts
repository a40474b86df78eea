/** Of a standing theme and of one a new run found: which answers have it first. */
export interface Group {
  id: string
  members: readonly string[]
}

export interface StandingGroup extends Group {
  /** People named it, placed answers in it, merged, split, quoted or decided about it. */
  isKept: boolean
}

export interface Matching {
  /** By found theme, the standing one it continues. */
  continues: Map<string, string>
  /** By found theme, the kept one it lies within: people joined them, and a run does not part them. */
  within: Map<string, string>
  /** Standing themes that no found one continues and nobody had decided about. */
  ended: string[]
}

/** Of all answers in either, so many must be in both for one theme to be the other grown older. */
const LEAST_IN_BOTH = 0.3
/** A found theme with more than this share of its answers in one kept theme is a part of that. */
const LIES_WITHIN = 0.5

/**
 * How a new run meets the themes that stand, by the answers they share: the greatest share in both first, one to one (ties by
 * order). What people decided about never ends and is never taken apart (docs/decisions/026).
 */
export function matchThemes(standing: readonly StandingGroup[], found: readonly Group[]): Matching {
  const shared = sharedAnswers(standing, found)
  const pairs = shared
    .map(({ stands, finds, both }) => {
      const [one, other] = [standing[stands], found[finds]]
      const either = (one?.members.length ?? 0) + (other?.members.length ?? 0) - both
      return { stands, finds, both, share: both / Math.max(1, either) }
    })
    .filter(({ share }) => share >= LEAST_IN_BOTH)
    .sort((a, b) => b.share - a.share || a.stands - b.stands || a.finds - b.finds)
  const continues = new Map<string, string>()
  const taken = new Set<string>()
  for (const { stands, finds } of pairs) {
    const [from, to] = [found[finds]?.id ?? '', standing[stands]?.id ?? '']
    if (continues.has(from) || taken.has(to)) continue
    continues.set(from, to)
    taken.add(to)
  }
  const within = new Map<string, string>()
  for (const { stands, finds, both } of shared) {
    const [one, other] = [standing[stands], found[finds]]
    if (!one?.isKept || !other || continues.has(other.id)) continue
    if (both > LIES_WITHIN * other.members.length) within.set(other.id, one.id)
  }
  const ended = standing.filter(({ id, isKept }) => !isKept && !taken.has(id)).map(({ id }) => id)
  return { continues, within, ended }
}

function sharedAnswers(standing: readonly Group[], found: readonly Group[]) {
  const home = new Map<string, number>()
  standing.forEach(({ members }, at) => {
    for (const member of members) home.set(member, at)
  })
  return found.flatMap(({ members }, finds) => {
    const counts = new Map<number, number>()
    for (const member of members) {
      const stands = home.get(member)
      if (stands !== undefined) counts.set(stands, (counts.get(stands) ?? 0) + 1)
    }
    return [...counts].map(([stands, both]) => ({ stands, finds, both }))
  })
}
