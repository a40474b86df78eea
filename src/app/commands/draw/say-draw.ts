import { table } from '#core/cli/table.ts'
import {
  diceFor,
  type Feasibility,
  hashOf,
  type Lottery,
  type QuotaBound,
  wordsOf,
} from '#methods/sortition/index.ts'
import type { PublishedDraw } from './published-draw.ts'

type Infeasible = Extract<Feasibility, { feasible: false }>

/** The stable shape of `--json`; fields may be added, none goes. */
export function drawJson(lottery: Lottery, { pool, lottery: published, commitment, result }: PublishedDraw) {
  const { method, least, bounds, seats } = lottery
  const panels = published.panels
  return {
    method,
    minimum_chance: Number(least.numerator) / Number(least.denominator),
    minimum_chance_exact: wordsOf(least),
    bounds: [bounds.low, bounds.high],
    bounds_of: bounds.of,
    proof: published.proof ?? null,
    chances: pool.people.map(({ id }, place) => ({
      id,
      chance: (seats[place] ?? 0) / panels.length,
      panels: seats[place] ?? 0,
    })),
    never: published.never,
    panels,
    seed: result?.value.kind === 'seed' ? result.value.seed : null,
    number: result?.number ?? null,
    panel: result?.panel ?? [],
    commitment: hashOf(commitment),
  }
}

export function drawWords(lottery: Lottery, draw: PublishedDraw): string {
  const { pool, quotas, lottery: published, commitment, result } = draw
  const panels = published.panels.length
  return [
    `${pool.people.length} people, ${quotas.size} places, ${quotas.quotas.length} quotas; ${lottery.method}.`,
    ...chanceWords(lottery, panels),
    ...(published.never.length > 0
      ? [`The quotas let no panel hold these: ${published.never.join(', ')}.`]
      : []),
    '',
    table(['Chance', 'People'], chanceRows(lottery, panels)),
    '',
    `${panels} numbered panels, each as likely. Commitment ${hashOf(commitment)}.`,
    ...(result ? resultWords(draw) : [waitingWords(draw)]),
  ].join('\n')
}

export function resultWords({ pool, quotas, result }: PublishedDraw): string[] {
  const people = new Map(pool.people.map((person) => [person.id, person.values]))
  const panel = result?.panel ?? []
  const held = quotas.quotas.map(({ category, value, min, max }) => {
    const place = pool.categories.indexOf(category)
    return [category, value, min, max, panel.filter((id) => people.get(id)?.[place] === value).length]
  })
  return [
    `Panel number ${result?.number} is drawn:`,
    '',
    table(
      ['Id', ...pool.categories],
      panel.map((id) => [id, ...(people.get(id) ?? [])]),
    ),
    '',
    table(['Category', 'Value', 'At least', 'At most', 'On the panel'], held),
  ]
}

export function impossibleWords(answer: Infeasible, size: number): string {
  if (answer.why === 'too-few-people')
    return `The pool fills ${answer.mostSeats} of the ${size} places at most: invite more people, or draw a smaller panel.`
  const changes = answer.change.map(
    (change) => `${nameOf(change)} ${change.number} becomes ${change.becomes}`,
  )
  return [
    'No panel keeps all the quotas. These cannot all hold together (no smaller set is in conflict):',
    ...answer.conflict.map((bound) => `  ${nameOf(bound)} ${bound.number}`),
    'The least change that makes panels possible:',
    ...changes.map((change) => `  ${change}`),
  ].join('\n')
}

export function impossibleJson(answer: Infeasible) {
  const { feasible, why } = answer
  return why === 'too-few-people'
    ? { feasible, why, most_seats: answer.mostSeats }
    : { feasible, why, conflict: answer.conflict, change: answer.change }
}

function nameOf({ category, value, bound }: QuotaBound): string {
  return `${category} = ${value}: at ${bound === 'min' ? 'least' : 'most'}`
}

function chanceWords({ least, bounds, proof }: Lottery, panels: number): string[] {
  const chance = percent(Number(least.numerator) / Number(least.denominator))
  const proven =
    proof.kind === 'prices' ? 'proven in whole numbers by the prices published' : 'proven by the solver'
  const best =
    bounds.of === 'minimum chance'
      ? `No lottery does better than ${percent(bounds.high)}: ${proven}.`
      : `Geometric mean of the chances ${percent(bounds.low)}; no lottery has more than ${percent(bounds.high)}.`
  return [
    `Everyone who can be drawn has a chance of at least ${chance} (${wordsOf(least)}, of ${panels} panels). ${best}`,
  ]
}

/** How many people have which chance; where there are many, by whole per cents. */
function chanceRows({ seats }: Lottery, panels: number): [string, number][] {
  const exact = new Set(seats).size <= 20
  const label = (held: number) =>
    exact ? percent(held / panels) : `${Math.floor((100 * held) / panels)} % and over`
  const counts = new Map<string, number>()
  for (const held of [...seats].sort((one, other) => one - other))
    counts.set(label(held), (counts.get(label(held)) ?? 0) + 1)
  return [...counts]
}

function waitingWords({ commitment, lottery }: PublishedDraw): string {
  const { decided_by: by } = commitment
  const panels = lottery.panels.length
  if (by.kind === 'dice')
    return `${diceFor({ sides: by.sides, panels })} dice of ${by.sides} sides will decide.`
  if (by.kind === 'drand') return `Round ${by.round} of drand's ${by.chain} will decide.`
  return 'A public seed will decide.'
}

function percent(share: number): string {
  return `${(100 * share).toFixed(4).replace(/\.?0+$/, '')} %`
}
