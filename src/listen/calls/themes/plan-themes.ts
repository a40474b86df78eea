import type { Theme } from '#methods/themes/themes-found.ts'
import { type Group, type Matching, matchThemes } from './match-themes.ts'
import type { ReadableAnswer } from './readable-answers.ts'
import type { StandingTheme } from './standing-themes.ts'
import type { FoundByProcess, PackedPart } from './theming-messages.ts'

/** What a run makes of the themes that stand, before anything is written. */
export interface Plan {
  /** Found ids of themes that are new. */
  fresh: Theme[]
  /** By found id, the standing theme whose words and middle it brings up to date. */
  continues: Map<string, string>
  ended: string[]
  /** Kept themes that the run did not find: their answers stay where they are. */
  untouched: Set<string>
  placements: FoundPlacement[]
  /** The found themes whose middles a standing one takes in beside its own, by found id. */
  within: Map<string, string>
}

export interface FoundPlacement {
  answerId: string
  /** Found ids, the surest first. */
  themes: string[]
  sure: number[]
}

interface Before {
  answers: readonly ReadableAnswer[]
  standing: readonly StandingTheme[]
  placedByTeam: readonly string[]
}

/** Meets what a run found with what stands: leaves with leaves, broad themes with broad ones. */
export function planThemes({ found }: FoundByProcess, { answers, standing, placedByTeam }: Before): Plan {
  const parents = new Set(found.themes.flatMap(({ parent }) => parent ?? []))
  const groups = groupsOf(found, answers)
  const [broad, leaves] = [
    found.themes.filter(({ id }) => parents.has(id)),
    found.themes.filter(({ id }) => !parents.has(id)),
  ]
  const matchings = [
    matchThemes(
      standing.filter(({ isBroad }) => isBroad),
      groups(broad),
    ),
    matchThemes(
      standing.filter(({ isBroad }) => !isBroad),
      groups(leaves),
    ),
  ]
  const merged = (pick: (matching: Matching) => Map<string, string>) =>
    new Map(matchings.flatMap((one) => [...pick(one)]))
  const [continues, within] = [merged((one) => one.continues), merged((one) => one.within)]
  const met = new Set(continues.values())
  const ended = matchings.flatMap((one) => one.ended)
  const untouched = new Set(
    standing.filter(({ id, isKept, isBroad }) => isKept && !isBroad && !met.has(id)).map(({ id }) => id),
  )
  const stays = new Set(placedByTeam)
  for (const { id, members } of standing)
    if (untouched.has(id)) for (const member of members) stays.add(member)
  const fresh = found.themes.filter(({ id }) => !continues.has(id) && !within.has(id))
  return { fresh, continues, within, ended, untouched, placements: placementsOf(found, answers, stays) }
}

function groupsOf(found: FoundByProcess['found'], answers: readonly ReadableAnswer[]) {
  const members = new Map<string, string[]>()
  const add = (theme: string | undefined, answer: string) => {
    if (theme === undefined) return
    const list = members.get(theme)
    if (list) list.push(answer)
    else members.set(theme, [answer])
  }
  const parentOf = new Map(found.themes.map(({ id, parent }) => [id, parent]))
  found.answers.forEach(({ themes: [first] }, at) => {
    if (first === undefined) return
    add(first, answers[at]?.id ?? '')
    add(parentOf.get(first), answers[at]?.id ?? '')
  })
  return (themes: readonly Theme[]): Group[] =>
    themes.map(({ id }) => ({ id, members: members.get(id) ?? [] }))
}

function placementsOf(
  found: FoundByProcess['found'],
  answers: readonly ReadableAnswer[],
  stays: ReadonlySet<string>,
) {
  return found.answers.flatMap(({ themes, sure }, at): FoundPlacement[] => {
    const answerId = answers[at]?.id ?? ''
    return stays.has(answerId) ? [] : [{ answerId, themes, sure }]
  })
}

/** What a theme is measured by: in which language's space, and its middles there. */
export interface StoredMeasure {
  language: string
  centres: readonly (readonly number[])[]
  bar?: number
}

/** By found id, its own measure with those of the themes that lie within it. */
export function measuresOf(spaces: readonly PackedPart[]): Map<string, StoredMeasure> {
  return new Map(
    spaces.flatMap(({ language, themes }) =>
      themes.map(
        ({ id, centres, bar }) =>
          [
            id,
            {
              language,
              centres: centres.map((one) => one.map(short)),
              ...(bar === undefined ? {} : { bar }),
            },
          ] as const,
      ),
    ),
  )
}

/** Five decimals: a cosine of eighty of them moves by less than a thousandth. */
function short(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
