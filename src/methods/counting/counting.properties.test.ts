import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lotsFromPapers } from './lots.ts'
import { validPapers } from './papers.ts'
import { anyElection, papersOf, type RandomElection } from './random-election.ts'
import type { Result } from './result.ts'
import { ruleBooks } from './rule-books.ts'

function countBy(name: string, election: RandomElection): Result {
  const papers = papersOf(election)
  const places = name === 'av' ? 1 : election.places
  const book = ruleBooks.find((known) => known.name === name)
  if (!book) throw new Error(`no rules ${name}`)
  return book.count({ papers, places, lots: lotsFromPapers(papers), minimums: [] })
}

const names = ruleBooks.filter(({ isForLists }) => !isForLists).map(({ name }) => name)

test.for(names)('%s: the order of the papers changes nothing', (name) => {
  fc.assert(
    fc.property(anyElection(), fc.infiniteStream(fc.nat()), (election, keys) => {
      const shuffled = election.papers
        .flatMap(({ ranking, count }) => [
          { ranking, count: 1 },
          { ranking, count: count - 1 },
        ])
        .filter(({ count }) => count > 0)
        .map((paper) => ({ paper, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ paper }) => paper)
      expect(countBy(name, { ...election, papers: shuffled })).toEqual(countBy(name, election))
    }),
    { numRuns: 60 },
  )
})

test.for(names)('%s: as many are elected as there are places, nobody twice', (name) => {
  fc.assert(
    fc.property(anyElection(), (election) => {
      const { elected, places } = countBy(name, election)
      expect(elected.length).toBe(Math.min(places, election.candidates.length))
      expect(new Set(elected).size).toBe(elected.length)
    }),
    { numRuns: 100 },
  )
})

const stepsOf = (text: string) => BigInt(text.replace('.', ''))

test.for(names.filter((name) => !['borda', 'approval', 'schulze', 'ranked-pairs'].includes(name)))(
  '%s: at every stage votes, non-transferable votes and cut decimals make up the valid papers',
  (name) => {
    fc.assert(
      fc.property(anyElection(), (election) => {
        const result = countBy(name, election)
        for (const { totals, nonTransferable, lostToRounding } of result.stages) {
          const places = nonTransferable.split('.')[1]?.length ?? 0
          const sum = [...Object.values(totals), nonTransferable, lostToRounding].reduce(
            (all, text) => all + stepsOf(text),
            0n,
          )
          const wanted = BigInt(validPapers(papersOf(election))) * 10n ** BigInt(places)
          // Guarded decimals are rounded for showing, half a step for each figure at most.
          const slack = ['wigm', 'meek', 'warren'].includes(name)
            ? BigInt(election.candidates.length + 2)
            : 0n
          expect(sum - wanted <= slack && wanted - sum <= slack).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  },
)

test('the Scottish quota is the smallest whole number that only as many candidates as places can reach', () => {
  fc.assert(
    fc.property(anyElection(), (election) => {
      const quota = Number(countBy('scottish', election).quota)
      const valid = validPapers(papersOf(election))
      expect(quota * (election.places + 1)).toBeGreaterThan(valid)
      expect((quota - 1) * (election.places + 1)).toBeLessThanOrEqual(valid)
    }),
  )
})

test.for(['schulze', 'ranked-pairs'])(
  '%s: a Condorcet winner wins, and a clone of a loser changes no clear winner',
  (name) => {
    fc.assert(
      fc.property(anyElection({ places: 1 }), fc.nat(), (election, pick) => {
        const before = countBy(name, election)
        const winner = before.notes.find((note) => note.includes('Condorcet winner'))
        if (winner) expect(winner.startsWith(`${before.elected[0]} `)).toBe(true)
        const cloned = pick % election.candidates.length
        const clone = election.candidates.length
        const after = countBy(name, {
          ...election,
          candidates: [...election.candidates, 'clone'],
          papers: election.papers.map(({ ranking, count }) => ({
            ranking: ranking.flatMap((candidate) =>
              candidate === cloned ? [candidate, clone] : [candidate],
            ),
            count,
          })),
        })
        if (before.lots || after.lots) return
        const same =
          before.elected[0] === election.candidates[cloned] ? [before.elected[0], 'clone'] : before.elected
        expect(same).toContain(after.elected[0])
      }),
      { numRuns: 300 },
    )
  },
)
