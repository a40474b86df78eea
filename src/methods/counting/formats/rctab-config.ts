import type { RctabRules } from '../rctab.ts'
import { CountRefused } from '../result.ts'

/** What an RCTab configuration says (BrightSpots RCTab 1 and 2): where the records lie, who stands, by which rules. */
export interface RctabConfig {
  title: string
  sources: RctabSource[]
  candidates: { name: string; aliases: string[]; isExcluded: boolean }[]
  rules: RctabRules
}

export interface RctabSource {
  path: string
  /** From 0. */
  firstVoteColumn: number
  firstVoteRow: number
  overvote: string
  skipped: string
  writeIn: string
}

type Fields = Record<string, unknown>

/** Reads the configuration; a setting that this count does not know is refused by name, never passed over. */
export function readRctabConfig(text: string): RctabConfig {
  const root = fieldsOf(parsed(text), 'the configuration')
  const output = fieldsOf(root.outputSettings ?? {}, 'outputSettings')
  return {
    title: textOf(output.contestName),
    sources: listOf(root.cvrFileSources, 'cvrFileSources').map(sourceOf),
    candidates: listOf(root.candidates, 'candidates').map((entry) => {
      const candidate = fieldsOf(entry, 'a candidate')
      const aliases = Array.isArray(candidate.aliases) ? candidate.aliases.map(textOf) : []
      return { name: textOf(candidate.name), aliases, isExcluded: candidate.excluded === true }
    }),
    rules: rulesOf(fieldsOf(root.rules, 'rules')),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CountRefused('The configuration is no JSON. Export it from RCTab again.')
  }
}

function sourceOf(entry: unknown): RctabSource {
  const source = fieldsOf(entry, 'a file of cast vote records')
  return {
    path: textOf(source.filePath),
    firstVoteColumn: numberOf(source.firstVoteColumnIndex, 'firstVoteColumnIndex') - 1,
    firstVoteRow: numberOf(source.firstVoteRowIndex, 'firstVoteRowIndex') - 1,
    overvote: textOf(source.overvoteLabel),
    skipped: textOf(source.skippedRankLabel),
    writeIn: textOf(source.undeclaredWriteInLabel),
  }
}

const modes: Record<string, RctabRules['mode']> = {
  singleWinnerMajority: 'single winner',
  multiWinnerAllowMultipleWinnersPerRound: 'several a round',
  bottomsUp: 'bottoms up',
}
const overvotes: Record<string, RctabRules['overvote']> = {
  exhaustImmediately: 'ends the paper',
  alwaysSkipToNextRank: 'is passed over',
}
/** Settings whose other values would change the count and are not written here. */
const onlyFalse = [
  'nonIntegerWinningThreshold',
  'doesFirstRoundDetermineThreshold',
  'continueUntilTwoCandidatesRemain',
  'exhaustOnDuplicateCandidate',
  'treatBlankAsUndeclaredWriteIn',
]

function rulesOf(rules: Fields): RctabRules {
  for (const name of onlyFalse) if (rules[name] === true) throw unknownSetting(name, true)
  if (textOf(rules.minimumVoteThreshold ?? '0') !== '0')
    throw unknownSetting('minimumVoteThreshold', rules.minimumVoteThreshold)
  const mode = modes[textOf(rules.winnerElectionMode)]
  if (!mode) throw unknownSetting('winnerElectionMode', rules.winnerElectionMode)
  const overvote = overvotes[textOf(rules.overvoteRule)]
  if (!overvote) throw unknownSetting('overvoteRule', rules.overvoteRule)
  const skipped = textOf(rules.maxSkippedRanksAllowed)
  return {
    mode,
    overvote,
    places: numberOf(rules.numberOfWinners, 'numberOfWinners'),
    decimals: numberOf(rules.decimalPlacesForVoteArithmetic ?? '4', 'decimalPlacesForVoteArithmetic'),
    skippedRanksAllowed:
      skipped === 'unlimited' ? Number.POSITIVE_INFINITY : numberOf(skipped, 'maxSkippedRanksAllowed'),
    ranks:
      textOf(rules.maxRankingsAllowed) === 'max'
        ? Number.POSITIVE_INFINITY
        : numberOf(rules.maxRankingsAllowed, 'maxRankingsAllowed'),
    isHareQuota: rules.hareQuota === true,
    excludesTogether: rules.batchElimination === true,
    tiesByCandidateOrder: textOf(rules.tiebreakMode) === 'useCandidateOrder',
  }
}

function unknownSetting(name: string, value: unknown): CountRefused {
  return new CountRefused(
    `The configuration sets ${name} to ${String(value)}, which this count does not know.`,
  )
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value))
  throw new CountRefused(`The configuration lacks ${what}. Export it from RCTab again.`)
}

function listOf(value: unknown, what: string): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value
  throw new CountRefused(`The configuration lacks ${what}. Export it from RCTab again.`)
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function numberOf(value: unknown, what: string): number {
  const text = textOf(value)
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new CountRefused(`The configuration has no whole number for ${what} (it says "${text}").`)
}
