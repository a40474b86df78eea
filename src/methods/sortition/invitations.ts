import type { Stream } from './stream.ts'

export interface InvitationDraw {
  /** The stratum of each address: its region, or several columns together. One address, one letter. */
  strata: readonly string[]
  /** Letters to send. */
  letters: number
  /** How much likelier an address of a stratum is to be drawn than others; absent: 1. For those who answer less. */
  weights?: ReadonlyMap<string, number> | undefined
  stream: Stream
}

export interface Invitations {
  /** Places in the list, ascending. */
  drawn: number[]
  /** By stratum, in the order of the strata's names: addresses, letters, and the chance of each address. */
  strata: { stratum: string; addresses: number; letters: number; chance: number }[]
}

/**
 * A stratified draw of invitations: every stratum gets its share of the letters (addresses × weight), so that no region
 * or street is left to luck; within a stratum every address is as likely as any other.
 *
 * A share is seldom whole. Which strata get the letter over is drawn systematically (Madow 1949): the fractions are laid
 * end to end, and one random point and all points a whole step from it pick; so each stratum's expected letters are
 * exactly its share, and each address's chance is exactly what is stated.
 */
export function drawInvitations({ strata, letters, weights, stream }: InvitationDraw): Invitations {
  const places = placesByStratum(strata)
  const names = [...places.keys()].sort((one, other) => (one < other ? -1 : 1))
  const sizes = names.map((name) => places.get(name)?.length ?? 0)
  const shares = sharesOf(sizes, { letters, weights: names.map((name) => weights?.get(name) ?? 1) })
  const whole = roundedSystematically(shares, stream.fraction())
  const drawn = names.flatMap((name, index) => sampleOf(places.get(name) ?? [], whole[index] ?? 0, stream))
  return {
    drawn: drawn.sort((one, other) => one - other),
    strata: names.map((stratum, index) => ({
      stratum,
      addresses: sizes[index] ?? 0,
      letters: whole[index] ?? 0,
      chance: (shares[index] ?? 0) / (sizes[index] || 1),
    })),
  }
}

function placesByStratum(strata: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  strata.forEach((stratum, place) => {
    const list = places.get(stratum)
    if (list) list.push(place)
    else places.set(stratum, [place])
  })
  return places
}

/** Letters by stratum, in proportion; what a full stratum cannot take goes to the others, in proportion again. */
function sharesOf(
  sizes: readonly number[],
  { letters, weights }: { letters: number; weights: readonly number[] },
): number[] {
  const shares = sizes.map(() => 0)
  const full = new Set<number>()
  for (;;) {
    const open = sizes.map((size, index) => (full.has(index) ? 0 : size * (weights[index] ?? 1)))
    const total = open.reduce((sum, weight) => sum + weight, 0)
    const left = letters - [...full].reduce((sum, index) => sum + (sizes[index] ?? 0), 0)
    open.forEach((weight, index) => {
      shares[index] = full.has(index) ? (sizes[index] ?? 0) : total > 0 ? (left * weight) / total : 0
    })
    const over = shares.flatMap((share, index) =>
      !full.has(index) && share > (sizes[index] ?? 0) ? [index] : [],
    )
    if (over.length === 0) return shares
    for (const index of over) full.add(index)
  }
}

/** Whole numbers next to the shares with the same sum; each rounds up as often as its fraction says. */
function roundedSystematically(shares: readonly number[], start: number): number[] {
  // On the running sum, in steps of a billionth: it ends whole, as the letters do, whatever the shares' last digits.
  let sum = 0
  let before = Math.floor(start)
  return shares.map((share) => {
    sum += share
    const passed = Math.floor((Math.round(sum * 1e9) + Math.floor(start * 1e9)) / 1e9)
    const letters = passed - before
    before = passed
    return letters
  })
}

/** The first `count` places of a random order, without ordering the rest. */
function sampleOf(places: readonly number[], count: number, stream: Stream): number[] {
  const order = [...places]
  for (let index = 0; index < count; index++) {
    const other = index + stream.below(order.length - index)
    const moved = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = moved
  }
  return order.slice(0, count)
}
