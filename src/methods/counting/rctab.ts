import { fixedDecimals } from './arithmetic/fixed.ts'
import type { Lots } from './lots.ts'
import { InRounds } from './rctab-rounds.ts'
import type { Result, Stage, Tie } from './result.ts'

export const SKIPPED = -1
export const OVERVOTED = -2

/** Cast vote records as scanners give them: what each rank of a paper holds, the empty ranks too. */
export interface CastVoteRecords {
  title: string
  candidates: readonly string[]
  excluded: readonly number[]
  /** The number under which all undeclared write-ins stand, where the file has any. */
  writeIns: number | undefined
  /** `slots`: a candidate, `SKIPPED` or `OVERVOTED` for each rank. */
  kinds: readonly { slots: readonly number[]; count: number }[]
  papers: number
  blank: number
}

/** The rules that an RCTab configuration chooses. */
export interface RctabRules {
  mode: 'single winner' | 'several a round' | 'bottoms up'
  overvote: 'ends the paper' | 'is passed over'
  places: number
  decimals: number
  /** More skipped ranks in a row than this end the paper. */
  skippedRanksAllowed: number
  ranks: number
  isHareQuota: boolean
  excludesTogether: boolean
  tiesByCandidateOrder: boolean
}

export const INACTIVE = ['overvotes', 'skippedRankings', 'exhaustedChoices', 'repeatedRankings'] as const
export type Inactive = (typeof INACTIVE)[number]

/** One round as RCTab reports it. Votes in steps of 10^-decimals. */
export interface RctabRound {
  tally: ReadonlyMap<number, bigint>
  threshold: bigint
  inactive: Record<Inactive, bigint>
  residualSurplus: bigint
  /** Surplus of the last round, for which nobody is left; 0 before. */
  finalSurplus: bigint
  elected: readonly number[]
  excluded: readonly number[]
  /** By giver: what each received, `undefined` standing for nobody, and what decimals lost. */
  transfers: ReadonlyMap<number, { to: ReadonlyMap<number | undefined, bigint>; residual: bigint }>
  /** Equals at the exclusion, if a tie was broken. */
  tieBroken: readonly number[]
}

/**
 * Ranked-choice counts of American cities as RCTab tabulates them (Bright Spots / Ranked Choice Voting Resource Center,
 * "Universal RCV Tabulator"; Maine and Minneapolis rules): instant run-off with a threshold anew in each round, several
 * winners with fractional surpluses to four decimals, or the last ones left ("bottoms up"). Overvotes, skipped ranks and
 * exhausted papers are kept apart.
 */
export function countRctab(records: CastVoteRecords, rules: RctabRules, lots: Lots): Result {
  const rounds = tabulate(records, rules, lots)
  const { format } = fixedDecimals(rules.decimals)
  const name = (candidate: number) => records.candidates[candidate] ?? ''
  const elected = rounds.flatMap((round) => round.elected).map(name)
  const usedLots = !rules.tiesByCandidateOrder && rounds.some(({ tieBroken }) => tieBroken.length > 0)
  return {
    rules: 'rctab',
    title: records.title,
    places: rules.places,
    papers: {
      valid: records.papers - records.blank,
      spoiled: records.blank,
      spoiledBy: records.blank > 0 ? { blank: records.blank } : {},
    },
    candidates: records.candidates,
    withdrawn: records.excluded.map(name),
    arithmetic: fixedDecimals(rules.decimals).name,
    quota: format(rounds.at(-1)?.threshold ?? 0n),
    stages: rounds.map((round, at) => stageOf(round, at, { records, format })),
    elected,
    lots: usedLots ? { source: lots.source, order: lots.order().map(name) } : null,
    tables: [inactiveTable(rounds, format)],
    notes: [],
  }
}

/** The rounds themselves, as RCTab's detailed report gives them. */
export function tabulate(records: CastVoteRecords, rules: RctabRules, lots: Lots): RctabRound[] {
  return new InRounds(records, rules, lots).run()
}

function stageOf(
  round: RctabRound,
  at: number,
  { records, format }: { records: CastVoteRecords; format(value: bigint): string },
): Stage {
  const name = (candidate: number | undefined) =>
    candidate === undefined ? 'nobody' : (records.candidates[candidate] ?? '')
  const inactive = Object.values(round.inactive).reduce((sum, votes) => sum + votes, round.finalSurplus)
  return {
    n: at + 1,
    action: round.elected.length > 0 ? `Round ${at + 1}: election` : `Round ${at + 1}`,
    totals: Object.fromEntries(
      [...round.tally].map(([candidate, votes]) => [name(candidate), format(votes)]),
    ),
    elected: round.elected.map(name),
    excluded: round.excluded.map(name),
    nonTransferable: format(inactive),
    lostToRounding: format(round.residualSurplus),
    quota: format(round.threshold),
    transfers: [...round.transfers].map(([from, { to }]) => {
      const received = [...to].map(([one, votes]) => ({ name: name(one), papers: 0, votes: format(votes) }))
      return { from: name(from), papers: 0, value: '', newValue: '', to: received, nonTransferablePapers: 0 }
    }),
    ties: round.tieBroken.length === 0 ? [] : [tieOf(round, name)],
  }
}

function tieOf({ tieBroken, excluded }: RctabRound, name: (candidate: number) => string): Tie {
  const chosen = excluded.map(name).join()
  return {
    between: tieBroken.map(name),
    purpose: 'exclusion',
    chosen,
    decidedBy: 'the order of candidates, or lots',
  }
}

function inactiveTable(rounds: readonly RctabRound[], format: (value: bigint) => string) {
  const reasons = {
    overvotes: 'Overvotes',
    skippedRankings: 'Skipped ranks',
    exhaustedChoices: 'Exhausted choices',
    repeatedRankings: 'Repeated ranks',
  }
  return {
    title: 'Inactive papers by round',
    headings: ['Reason', ...rounds.map((_, at) => `Round ${at + 1}`)],
    rows: INACTIVE.map((reason) => [
      reasons[reason],
      ...rounds.map(({ inactive }) => format(inactive[reason])),
    ]),
  }
}
