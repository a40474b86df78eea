import { Misuse, Report, say } from '../say.ts'
import { readText, readWords } from '../words.ts'
import { countCondorcet } from './condorcet.ts'
import { type Election, lotsFor, readBlt, singleRanks } from './papers.ts'
import { readGrid } from './read-csv.ts'
import type { Recount } from './recount.ts'
import { countAlternative, countApproval } from './single-stage.ts'
import { countTransferable } from './transferable.ts'

const HELP = `Counts papers again, by a program that shares nothing with the first.

  node verify.mjs count FILE --rules NAME [--places N] [--seed HEX] [--against RESULT.json]

FILE is .blt, or .csv with a column for each candidate. Rules: scottish, wigm, wigm-prf, av, approval, schulze,
ranked-pairs. With --against, a file that "./moot count --json" wrote, it says whether quota, every stage and the elected
agree; without, it prints what it found.`

const NAMES = ['scottish', 'wigm', 'wigm-prf', 'av', 'approval', 'schulze', 'ranked-pairs']

/** Exit code: 0 the counts agree (or there was nothing to compare), 1 they do not, 2 it could not be counted. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    say(HELP)
    return args.length === 0 ? 2 : 0
  }
  const words = readWords(args, { options: ['rules', 'places', 'seed', 'against'], flags: [] })
  const [file, ...others] = words.plain
  const last = (name: string) => words.options.get(name)?.at(-1)
  if (file === undefined || others.length > 0) throw new Misuse('Name one file of papers.')
  const against = last('against')
  const published = against === undefined ? undefined : publishedIn(readText(against))
  const rules = last('rules') ?? published?.rules ?? ''
  const text = readText(file)
  const read = /\.csv$/i.test(file) ? readGrid(text) : readBlt(text)
  const places = Number(last('places') ?? published?.places ?? read.places)
  const found = recount({ ...read, places }, rules, last('seed'))
  if (!published) {
    say(JSON.stringify(found, null, 2))
    return 0
  }
  return compare(found, published)
}

/** Counts an election by one of the rules known here. */
export function recount(election: Election, rules: string, seed: string | undefined): Recount {
  const isRanked = rules === 'approval' || rules === 'schulze' || rules === 'ranked-pairs'
  const valid = isRanked ? election.kinds : singleRanks(election)
  if (valid.length === 0) throw new Misuse('There is no valid paper, so nobody can be elected.')
  const lots = lotsFor(election, seed)
  if (rules === 'av') return countAlternative(election, lots)
  if (rules === 'approval') return countApproval(election, lots)
  if (rules === 'schulze' || rules === 'ranked-pairs') return countCondorcet(election, rules, lots)
  const found = countTransferable(election, rules, lots)
  if (found) return found
  throw new Misuse(`Rules "${rules}" are not known here. Known are ${NAMES.join(', ')}.`)
}

interface Published extends Recount {
  rules: string
  places: number
}

function publishedIn(text: string): Published {
  try {
    const { rules, places, quota, stages, elected } = JSON.parse(text)
    return {
      rules,
      places,
      quota,
      elected,
      stages: stages.map((stage: { totals: Record<string, string> }) => stage.totals),
    }
  } catch {
    throw new Misuse('The file after --against is not the JSON of a count.')
  }
}

function compare(found: Recount, published: Published): number {
  const report = new Report()
  report.check(
    found.quota === published.quota,
    `the quota is ${found.quota ?? 'none'}`,
    `the quota is ${found.quota}, not ${published.quota}`,
  )
  report.check(
    found.stages.length === published.stages.length,
    `there are ${found.stages.length} stages`,
    `there are ${found.stages.length} stages, not ${published.stages.length}`,
  )
  for (const at of found.stages.keys()) compareStage(report, at, { found, published })
  const isSame = found.elected.join('\n') === published.elected.join('\n')
  report.check(
    isSame,
    `elected: ${found.elected.join(', ')}`,
    `elected are ${found.elected.join(', ')}, not ${published.elected.join(', ')}`,
  )
  return report.isSound ? 0 : 1
}

function compareStage(
  report: Report,
  at: number,
  { found, published }: { found: Recount; published: Recount },
): void {
  const votes = found.stages[at] ?? {}
  const theirs = published.stages[at] ?? {}
  const differing = Object.keys(votes).filter((name) => (theirs[name] ?? votes[name]) !== votes[name])
  const said = differing.map((name) => `${name} has ${votes[name]}, not ${theirs[name]}`)
  const stage = `stage ${at + 1}`
  report.check(said.length === 0, `${stage}: every vote agrees`, `${stage}: ${said.join('; ')}`)
}
