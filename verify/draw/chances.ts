import type { Report } from '../say.ts'
import { provenBound } from './bound.ts'
import type { DrawFiles } from './files.ts'

/** What the panels make of everyone's chance, and what the prices prove about it. */
export function checkChances(files: DrawFiles, report: Report) {
  const { pool, lottery } = files
  const seats = new Map(pool.people.map(({ id }) => [id, 0]))
  for (const id of lottery.panels.flat()) seats.set(id, (seats.get(id) ?? 0) + 1)
  const never = new Set(lottery.never)
  let fewest = lottery.panels.length
  for (const { id } of pool.people) if (!never.has(id)) fewest = Math.min(fewest, seats.get(id) ?? 0)
  report.holds(
    `The least chance is ${fewest} in ${lottery.panels.length} (${percent(fewest / lottery.panels.length)}).`,
  )
  checkNever(files, seats, report)
  checkProof(files, fewest, report)
}

function checkProof(files: DrawFiles, fewest: number, report: Report) {
  const { lottery } = files
  const bound = provenBound(files)
  if (!bound) {
    report.leavesOpen('No prices are published: that no lottery does better rests on the word of the solver.')
    return
  }
  const gap = bound.numerator * BigInt(lottery.panels.length) - BigInt(fewest) * bound.denominator
  const high = percent(Number((bound.numerator * 10n ** 15n) / bound.denominator) / 1e15)
  if (gap < 0n)
    report.fails(`The prices prove a bound of ${high}, below the least chance: they or the panels are wrong.`)
  else if (gap === 0n) report.holds('The prices prove it: no lottery gives a better least chance.')
  else report.holds(`The prices prove that no lottery gives a better least chance than ${high}.`)
  report.check(
    sameFraction(lottery.proof?.high ?? '', bound),
    'The bound stated is the bound proven.',
    `The bound stated is ${lottery.proof?.high}, not what its prices prove.`,
  )
}

/** Nobody is left out by a mere claim: a person who can be drawn must not be listed among those who cannot. */
function checkNever({ pool, quotas, lottery }: DrawFiles, seats: Map<string, number>, report: Report) {
  const barred = new Set(
    quotas.quotas.flatMap(({ category, value, max }) =>
      max === 0 ? [JSON.stringify([category, value])] : [],
    ),
  )
  const people = new Map(pool.people.map((person) => [person.id, person]))
  const seated = lottery.never.filter((id) => (seats.get(id) ?? 0) > 0)
  if (seated.length > 0) report.fails(`Said to fit no panel, yet on one: ${seated.join(', ')}.`)
  const unclear = lottery.never.filter(
    (id) =>
      !people
        .get(id)
        ?.values.some((value, place) => barred.has(JSON.stringify([pool.categories[place], value]))),
  )
  if (unclear.length > 0)
    report.leavesOpen(`Said to fit no panel, which only a solver can check: ${unclear.join(', ')}.`)
}

function sameFraction(
  text: string,
  { numerator, denominator }: { numerator: bigint; denominator: bigint },
): boolean {
  const [over, under] = text.split('/')
  return /^-?\d+\/\d+$/.test(text) && BigInt(over ?? 0) * denominator === BigInt(under ?? 1) * numerator
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(6))} %`
}
