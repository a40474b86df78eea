import { countAlternativeVote } from './alternative-vote.ts'
import { countApproval } from './approval.ts'
import { countBorda } from './borda.ts'
import type { CountRequest } from './count-request.ts'
import { countDHondt, countSainteLague } from './divisors.ts'
import { countErs97 } from './ers97.ts'
import { countMeek, countMeekReference } from './meek.ts'
import { countPlurality } from './plurality.ts'
import { countRankedPairs } from './ranked-pairs.ts'
import type { Result } from './result.ts'
import { countSchulze } from './schulze.ts'
import { countScottish } from './scottish.ts'
import { countWarren } from './warren.ts'
import { countWigm, countWigmReference } from './wigm.ts'

export interface RuleBook {
  name: string
  /** What it is, in a line. */
  summary: string
  count(request: CountRequest): Result
  /** Other names people know it by. */
  aliases?: readonly string[]
  /** Candidates are lists, which may win several places. */
  isForLists?: boolean
}

/** Every rule book that counts papers, in the order `./moot count --help` lists them. */
export const ruleBooks: readonly RuleBook[] = [
  {
    name: 'plurality',
    summary: 'most first preferences or crosses win',
    count: countPlurality,
    aliases: ['fptp'],
  },
  { name: 'approval', summary: 'every candidate marked gets a vote', count: countApproval },
  {
    name: 'av',
    summary: 'alternative vote, instant run-off, for one place',
    count: countAlternativeVote,
    aliases: ['irv', 'alternative-vote'],
  },
  {
    name: 'scottish',
    summary: 'STV of Scottish councils (Order of 2007), 5 decimals',
    count: countScottish,
    aliases: ['scotland', 'stv', 'scottish-stv', 'scottish-2007'],
  },
  {
    name: 'wigm',
    summary: 'STV, weighted inclusive Gregory, 18 decimals',
    count: countWigm,
    aliases: ['weighted-inclusive-gregory', 'wig'],
  },
  {
    name: 'wigm-prf',
    summary: 'the same, reference rule with 4 decimals',
    count: (request) => countWigmReference(request),
  },
  {
    name: 'wigm-prf-batch',
    summary: 'the same, sure losers excluded together',
    count: (request) => countWigmReference(request, { batch: true }),
  },
  { name: 'meek', summary: 'STV by Meek, keep factors, 18 decimals', count: countMeek },
  { name: 'meek-prf', summary: 'the same, reference rule with 9 decimals', count: countMeekReference },
  { name: 'warren', summary: 'STV by Warren, equal contributions, 18 decimals', count: countWarren },
  {
    name: 'ers97',
    summary: 'STV, Electoral Reform Society rules of 1997, 2 decimals',
    count: countErs97,
    aliases: ['ers', 'ers-97'],
  },
  { name: 'borda', summary: 'points by rank', count: countBorda },
  {
    name: 'schulze',
    summary: 'Condorcet, strongest paths',
    count: countSchulze,
    aliases: ['condorcet', 'condorcet-schulze'],
  },
  {
    name: 'ranked-pairs',
    summary: 'Condorcet, largest defeats first (Tideman)',
    count: countRankedPairs,
    aliases: ['tideman', 'condorcet-ranked-pairs'],
  },
  {
    name: 'dhondt',
    summary: 'seats for lists, highest averages 1, 2, 3 …',
    count: countDHondt,
    isForLists: true,
    aliases: ["d'hondt", 'd-hondt'],
  },
  {
    name: 'sainte-lague',
    summary: 'seats for lists, highest averages 1, 3, 5 …',
    count: countSainteLague,
    isForLists: true,
    aliases: ['sainte-laguë', 'sainte-lague-webster', 'webster'],
  },
]

export function ruleBookNamed(name: string): RuleBook | undefined {
  const wanted = name.toLowerCase().replaceAll('_', '-')
  return ruleBooks.find((book) => book.name === wanted || book.aliases?.includes(wanted))
}
