import {
  drawInvitations,
  findLottery,
  loadSolver,
  type Method,
  type PoolShape,
  type Solver,
  streamFrom,
  syntheticPool,
  testFeasibility,
  wordsOf,
} from '#methods/sortition/index.ts'

export interface Measurement {
  task: string
  measured: string
  aim: string
}

/** Pools of our own in the shape of published instances, whose people are not public. */
const shapes: { like: string; shape: PoolShape; methods: Method[]; published: string }[] = [
  {
    like: 'example_small_20',
    shape: { people: 200, size: 20, values: [2, 2] },
    methods: ['leximin'],
    published: '1 s; published 2.7 s',
  },
  {
    like: 'mass_24',
    shape: { people: 70, size: 24, values: [2, 4, 4, 3, 3], slack: 1 },
    methods: ['leximin'],
    published: '1 s; published 0.5 s',
  },
  {
    like: 'sf_c_44',
    shape: { people: 161, size: 44, values: [2, 4, 5, 3, 3, 4, 3], slack: 2, skew: 0.4 },
    methods: ['leximin'],
    published: 'published 6.0 s',
  },
  {
    like: 'cca_75',
    shape: { people: 825, size: 75, values: [2, 5, 8, 4] },
    methods: ['leximin', 'maximin', 'nash'],
    published: '60 s; published 433.5 s (leximin)',
  },
  {
    like: 'sf_e_110',
    shape: { people: 1_727, size: 110, values: [2, 6, 9, 5, 4, 3, 4] },
    methods: ['leximin', 'maximin'],
    published: '60 s; published 4,011.6 s (leximin)',
  },
]

/** Every figure of the method: the same pools on every run. Published times: leximin with Gurobi, 2021, their machine. */
export async function measure(): Promise<Measurement[]> {
  const solver = await loadSolver()
  findLottery(solver, {
    ...syntheticPool({ people: 50, size: 10, values: [2, 2] }, 'warm'),
    size: 10,
    method: 'leximin',
    panels: 20,
  })
  return [
    ...shapes.flatMap((one) => one.methods.map((method) => lottery(solver, one, method))),
    crowd(solver),
    impossible(solver),
    letters(),
  ]
}

function lottery(
  solver: Solver,
  { like, shape, published }: (typeof shapes)[number],
  method: Method,
): Measurement {
  const { people, size, values } = shape
  const made = syntheticPool(shape, 'bench')
  const started = coreMilliseconds()
  const found = findLottery(solver, { ...made, size, method })
  const seconds = secondsSince(started)
  const task = `${method}, ${people.toLocaleString('en')} people, ${size} places, ${values.length} categories (like ${like})`
  if (!found) return { task, measured: `no panel keeps these quotas; ${seconds}`, aim: published }
  const { bounds, least, panels } = found
  const gap = (bounds.high - bounds.low).toExponential(1)
  const chance = `least chance ${wordsOf(least)} = ${percent(Number(least.numerator) / Number(least.denominator))}`
  return {
    task,
    measured: `${seconds}; ${chance}; certified gap of the ${bounds.of} ${gap}; ${panels.length} panels`,
    aim: published,
  }
}

/** A pool as large as a party; the aim is for everything from file to result, of which this is the greater part. */
function crowd(solver: Solver): Measurement {
  const size = 500
  const made = syntheticPool({ people: 500_000, size, values: [2, 5, 8, 4] }, 'bench')
  const started = coreMilliseconds()
  const found = findLottery(solver, { ...made, size, method: 'leximin' })
  const chance = found ? `least chance ${wordsOf(found.least)}` : 'no panel'
  const task =
    'leximin, 500,000 people, 500 places, 4 categories: the lottery alone, without reading and writing'
  return { task, measured: `${secondsSince(started)}; ${chance}`, aim: '10 s' }
}

function impossible(solver: Solver): Measurement {
  const made = syntheticPool({ people: 300, size: 40, values: [2, 5, 6, 4] }, 'bench')
  const quotas = made.quotas.map((quota, place) => (place === 3 ? { ...quota, min: 39, max: 40 } : quota))
  const started = coreMilliseconds()
  const answer = testFeasibility(solver, { pool: made.pool, quotas, size: 40 })
  const named = !answer.feasible && answer.why === 'quotas-conflict' ? answer.conflict.length : 0
  return {
    task: 'impossible quotas, 300 people: smallest conflict and least change',
    measured: `${secondsSince(started)}; ${named} bounds named`,
    aim: '',
  }
}

function letters(): Measurement {
  const stream = streamFrom(Buffer.from('bench'), 'bench')
  const strata = Array.from({ length: 100_000 }, () => `region ${stream.below(12)} / ${stream.below(5)}`)
  const started = coreMilliseconds()
  const { drawn } = drawInvitations({ strata, letters: 5_000, stream })
  return {
    task: 'invitations: 5,000 of 100,000 addresses in 60 strata',
    measured: `${secondsSince(started)}; ${drawn.length} drawn`,
    aim: '10 s',
  }
}

/** Time of one core, so that other work on the machine does not count; all of this runs in one thread. */
function coreMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function secondsSince(started: number): string {
  return `${((coreMilliseconds() - started) / 1000).toFixed(2)} s of one core`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)} %`
}
