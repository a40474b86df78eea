import type { DrawFiles } from './files.ts'

/**
 * What the published prices prove, computed from pool and quotas person by person (the program that made them works by
 * profile): the best least chance that any lottery can give to those who can be drawn, as a fraction.
 *
 * Each person's worth is the sum of the prices that apply to them. A panel's worth is the sum of its members', and the
 * quotas cap it at `cap`. A lottery gives each person a chance p, so Σ worth·p ≤ cap. If every chance is at least z (and
 * none above 1), then z·Σ(worths above 0) + Σ(worths below 0) ≤ cap.
 */
export function provenBound({
  pool,
  quotas,
  lottery,
}: Pick<DrawFiles, 'pool' | 'quotas' | 'lottery'>): { numerator: bigint; denominator: bigint } | undefined {
  const { proof } = lottery
  if (!proof) return undefined
  const homes = homesOf(pool)
  let cap = BigInt(proof.size) * BigInt(quotas.size)
  quotas.quotas.forEach(({ min, max }, place) => {
    cap += capOf(BigInt(proof.quotas[place] ?? '0'), min, max)
  })
  for (const { home, price } of proof.homes)
    cap += capOf(BigInt(price), 0, homes.households.get(home)?.size ?? 0)
  const homePrices = new Map(proof.homes.map(({ home, price }) => [home, BigInt(price)]))
  const never = new Set(lottery.never)
  let above = 0n
  pool.people.forEach(({ id, values }, person) => {
    if (never.has(id)) return
    let worth = BigInt(proof.size) + (homePrices.get(homes.ofPerson[person] ?? '') ?? 0n)
    quotas.quotas.forEach(({ category, value }, place) => {
      if (values[pool.categories.indexOf(category)] === value) worth += BigInt(proof.quotas[place] ?? '0')
    })
    if (worth > 0n) above += worth
    else cap -= worth
  })
  return above > 0n ? { numerator: cap, denominator: above } : undefined
}

function capOf(price: bigint, min: number, max: number): bigint {
  return price * BigInt(price > 0n ? max : min)
}

/** The make-up of each person's household ('' where nobody else of the pool lives there), and which have each. */
function homesOf({ people }: DrawFiles['pool']) {
  const members = new Map<number, string[][]>()
  for (const { household, values } of people)
    if (household !== undefined) members.set(household, [...(members.get(household) ?? []), values])
  const households = new Map<string, Set<number>>()
  const ofPerson = people.map(({ household }) => {
    const together = household === undefined ? [] : (members.get(household) ?? [])
    if (household === undefined || together.length < 2) return ''
    const home = JSON.stringify(together.map((values) => JSON.stringify(values)).sort())
    households.set(home, (households.get(home) ?? new Set()).add(household))
    return home
  })
  return { households, ofPerson }
}
