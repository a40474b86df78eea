import { CountRefused } from '../result.ts'
import type { Tally } from './tally.ts'
import { continuing } from './tally.ts'

/** At least `minimum` places go to these candidates: gender balance, a region, a section. */
export interface GroupMinimum {
  name: string
  /** Indexes of candidates. */
  members: ReadonlySet<number>
  minimum: number
}

/**
 * Minimum places by "doomed and guarded" (Hill, "STV with constraints", Voting matters 9, 1998; Otten, "Fuller disclosure
 * than intended", Voting matters 25, 2008): a candidate is *guarded* when without him or her the minimums could no longer
 * be met, and *doomed* when with him or her they could not. Guarded ones are never excluded; doomed ones are never
 * elected, and are excluded at once.
 */
export function doomed<Value>(tally: Tally<Value>): number[] {
  if (tally.minimums.length === 0) return []
  return continuing(tally).filter((candidate) => !isPossible(tally, { elected: candidate }))
}

export function isDoomed<Value>(tally: Tally<Value>, candidate: number): boolean {
  return tally.minimums.length > 0 && !isPossible(tally, { elected: candidate })
}

/** Those of `candidates` who may be excluded. */
export function unguarded<Value>(tally: Tally<Value>, candidates: readonly number[]): number[] {
  if (tally.minimums.length === 0) return [...candidates]
  return candidates.filter((candidate) => isPossible(tally, { excluded: candidate }))
}

/** Refuses a count whose minimums no set of candidates can meet. */
export function refuseImpossibleGroups<Value>(tally: Tally<Value>): void {
  for (const { name, members, minimum } of tally.minimums) {
    const standing = continuing(tally).filter((candidate) => members.has(candidate)).length
    if (standing < minimum)
      throw new CountRefused(
        `${minimum} places are kept for ${name}, but ${standing} of them stand. Lower the minimum or nominate more.`,
      )
  }
  if (tally.minimums.length > 0 && !isPossible(tally, {}))
    throw new CountRefused(
      `The minimums (${tally.minimums.map(({ name, minimum }) => `${name} ${minimum}`).join(', ')}) cannot all be met with ${tally.places} places. Lower one of them.`,
    )
}

/** Can the places still left be filled so that every minimum is met, with one candidate elected or excluded besides? */
function isPossible<Value>(
  tally: Tally<Value>,
  { elected, excluded }: { elected?: number; excluded?: number },
): boolean {
  const chosen = elected === undefined ? tally.elected : [...tally.elected, elected]
  const free = continuing(tally).filter((candidate) => candidate !== elected && candidate !== excluded)
  const missing = tally.minimums.map(({ members, minimum }) => {
    const has = chosen.filter((candidate) => members.has(candidate)).length
    return Math.max(0, minimum - has)
  })
  const left = tally.places - chosen.length
  return left >= 0 && canMeet(missing, kindsOf(tally, free), Math.min(left, free.length))
}

/** Candidates of one kind belong to the same groups; only how many there are matters. */
interface Kind {
  groups: boolean[]
  available: number
}

function kindsOf<Value>(tally: Tally<Value>, candidates: readonly number[]): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const candidate of candidates) {
    const groups = tally.minimums.map(({ members }) => members.has(candidate))
    const key = groups.map(Number).join('')
    const kind = kinds.get(key) ?? { groups, available: 0 }
    kind.available += 1
    kinds.set(key, kind)
  }
  return [...kinds.values()].filter(({ groups }) => groups.includes(true))
}

/** Tries every number of each kind: few kinds and few places, so this stays small. */
function canMeet(missing: readonly number[], kinds: readonly Kind[], places: number): boolean {
  if (missing.every((lacking) => lacking === 0)) return true
  const [kind, ...others] = kinds
  if (!kind || Math.max(...missing) > places) return false
  for (let taken = Math.min(kind.available, places); taken >= 0; taken -= 1) {
    const rest = missing.map((lacking, group) =>
      kind.groups[group] ? Math.max(0, lacking - taken) : lacking,
    )
    if (canMeet(rest, others, places - taken)) return true
  }
  return false
}
