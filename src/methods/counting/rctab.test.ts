import { expect, test } from 'vitest'
import { castVoteRecords } from './formats/cast-vote-records.ts'
import { readRctabConfig } from './formats/rctab-config.ts'
import { readXlsx } from './formats/read-xlsx.ts'
import { drawnLots } from './lots.ts'
import { OVERVOTED, type RctabRound, type RctabRules, SKIPPED, tabulate } from './rctab.ts'
import { hasReferenceFiles, referenceBytes, referenceText, withReferences } from './reference-files.ts'

const plainRules: RctabRules = {
  mode: 'single winner',
  overvote: 'ends the paper',
  places: 1,
  decimals: 4,
  skippedRanksAllowed: 1,
  ranks: 4,
  isHareQuota: false,
  excludesTogether: false,
  tiesByCandidateOrder: true,
}

test('overvotes, too many skipped ranks and exhausted papers are told apart', () => {
  const kinds = [
    { slots: [0, 1], count: 4 },
    { slots: [1], count: 3 },
    { slots: [2, OVERVOTED, 0], count: 1 },
    { slots: [2, SKIPPED, SKIPPED, 1], count: 1 },
  ]
  const records = {
    title: '',
    candidates: ['A', 'B', 'C'],
    excluded: [],
    writeIns: undefined,
    kinds,
    papers: 9,
    blank: 0,
  }
  const rounds = tabulate(records, plainRules, drawnLots([]))
  expect(rounds.map(({ threshold }) => threshold)).toEqual([50_000n, 40_000n])
  expect(rounds[1]?.inactive).toEqual({
    overvotes: 10_000n,
    skippedRankings: 10_000n,
    exhaustedChoices: 0n,
    repeatedRankings: 0n,
  })
  expect(rounds[1]?.elected).toEqual([0])
})

/** Those excluded together come in no set order. */
function byName<Entry>(entries: Entry[]): Entry[] {
  const key = (entry: Entry) => JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? '' : value))
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

interface ExpectedRound {
  tally: Record<string, string>
  threshold: string
  inactiveBallots: Record<string, string>
  tallyResults: { eliminated?: string; elected?: string; transfers: Record<string, string> }[]
}

/** "14866" and "14866.0000" are the same number of votes. */
function steps(text: string): bigint {
  const [whole = '0', decimals = ''] = text.split('.')
  return BigInt(whole + decimals.padEnd(4, '0'))
}

function votesOf(record: Record<string, string>): Record<string, bigint> {
  return Object.fromEntries(Object.entries(record).map(([name, votes]) => [name, steps(votes)]))
}

function asExpected(round: RctabRound, candidates: readonly string[]) {
  const name = (candidate: number | undefined) =>
    candidate === undefined ? 'exhausted' : (candidates[candidate] ?? '')
  return {
    tally: Object.fromEntries([...round.tally].map(([candidate, votes]) => [name(candidate), votes])),
    threshold: round.threshold,
    inactive:
      round.finalSurplus > 0n
        ? { ...round.inactive, finalRoundSurplus: round.finalSurplus }
        : { ...round.inactive },
    results: byName(
      [...round.transfers].map(([from, { to, residual }]) => ({
        [round.elected.includes(from) ? 'elected' : 'eliminated']: name(from),
        transfers: {
          ...Object.fromEntries([...to].map(([candidate, votes]) => [name(candidate), votes])),
          ...(residual > 0n ? { 'residual surplus': residual } : {}),
        },
      })),
    ),
  }
}

test
  .skipIf(!hasReferenceFiles)
  .for([
    '2013_minneapolis_mayor',
    '2013_minneapolis_park',
    '2013_minneapolis_park_hare',
    '2013_minneapolis_park_bottoms_up',
    '2015_portland_mayor',
  ])(withReferences('%s: every round as RCTab reports it'), (name) => {
  const config = readRctabConfig(referenceText(`rctab/${name}/${name}_config.json`))
  const tables = config.sources.map(({ path }) => readXlsx(referenceBytes(`rctab/${name}/${path}`)))
  const records = castVoteRecords(config, tables)
  const report: { results: ExpectedRound[]; summary: { totalNumBallots: string; undervotes: number } } =
    JSON.parse(referenceText(`rctab/${name}/${name}_expected_detailed_report.json`))
  const rounds = tabulate(records, config.rules, drawnLots([...records.candidates.keys()]))
  const wanted = report.results.map(({ tally, threshold, inactiveBallots, tallyResults }) => ({
    tally: votesOf(tally),
    threshold: steps(threshold),
    inactive: votesOf(inactiveBallots),
    results: byName(
      tallyResults.map(({ transfers, ...result }) => ({ ...result, transfers: votesOf(transfers) })),
    ),
  }))
  const mine = rounds.map((round) => asExpected(round, records.candidates))
  for (const [at, round] of wanted.entries())
    expect({ round: at + 1, ...mine[at] }).toEqual({ round: at + 1, ...round })
  expect(mine.length).toBe(wanted.length)
  expect([records.papers, records.blank]).toEqual([
    Number(report.summary.totalNumBallots),
    report.summary.undervotes,
  ])
})
