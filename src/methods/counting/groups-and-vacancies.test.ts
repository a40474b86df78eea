import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countback } from './countback.ts'
import { drawnLots } from './lots.ts'
import { anyElection, papersOf, type RandomElection } from './random-election.ts'
import { ruleBooks } from './rule-books.ts'
import type { GroupMinimum } from './stv/groups.ts'

function count(name: string, election: RandomElection, minimums: GroupMinimum[] = []) {
  const papers = papersOf(election)
  const book = ruleBooks.find((known) => known.name === name)
  if (!book) throw new Error(`no rules ${name}`)
  const request = {
    papers,
    places: election.places,
    lots: drawnLots([...election.candidates.keys()]),
    minimums,
  }
  return { book, request, result: book.count(request) }
}

const board: RandomElection = {
  candidates: ['Ada', 'Bede', 'Cyd', 'Dov'],
  places: 2,
  papers: [
    { ranking: [1, 3], count: 40 },
    { ranking: [3, 1], count: 35 },
    { ranking: [0, 2], count: 15 },
    { ranking: [2, 0], count: 10 },
  ],
}

const women = (minimum: number): GroupMinimum => ({ name: 'women', members: new Set([0, 2]), minimum })

test('a place kept for women: the second man is doomed as soon as the first is in, the last woman is guarded', () => {
  expect(count('scottish', board).result.elected).toEqual(['Bede', 'Dov'])
  const { result } = count('scottish', board, [women(1)])
  expect(result.elected).toEqual(['Bede', 'Ada'])
  expect(result.stages.find(({ excluded }) => excluded.includes('Dov'))).toBeDefined()
})

test('a minimum that nobody can meet is refused with what would be right', () => {
  expect(() => count('scottish', board, [women(3)])).toThrow(
    '3 places are kept for women, but 2 of them stand',
  )
  const men = { name: 'men', members: new Set([1, 3]), minimum: 2 }
  expect(() => count('scottish', board, [women(1), men])).toThrow('cannot all be met with 2 places')
})

const withMinimums = [
  'scottish',
  'wigm',
  'wigm-prf',
  'meek',
  'meek-prf',
  'warren',
  'ers97',
  'approval',
  'borda',
  'plurality',
]

test.for(withMinimums)(
  '%s: minimums for overlapping groups are always met, and all places filled',
  (name) => {
    fc.assert(
      fc.property(anyElection(), fc.array(fc.nat(127), { minLength: 1, maxLength: 2 }), (election, masks) => {
        const minimums = masks.map((mask, at) => {
          const members = new Set(
            [...election.candidates.keys()].filter((candidate) => (mask >> candidate) & 1),
          )
          return { name: `group ${at}`, members, minimum: Math.min(members.size, 1 + (mask % 2)) }
        })
        let elected: string[]
        try {
          elected = count(name, election, minimums).result.elected
        } catch (error) {
          expect(String(error)).toContain('cannot all be met')
          return
        }
        expect(elected.length).toBe(Math.min(election.places, election.candidates.length))
        for (const { members, minimum } of minimums) {
          const chosen = elected.filter((one) => members.has(election.candidates.indexOf(one))).length
          expect(chosen).toBeGreaterThanOrEqual(minimum)
        }
      }),
      { numRuns: 150 },
    )
  },
)

test('countback: the papers are counted without whoever left, and those who serve stay', () => {
  const { book, request, result } = count('scottish', board)
  const filled = countback(book, request, { vacated: 3, before: result })
  expect(filled.elected).toContain('Bede')
  expect(filled.elected).toHaveLength(2)
  expect(filled.notes.at(-1)).toBe('Countback: Ada fills the place of Dov. Bede serves on.')
  expect(() => countback(book, request, { vacated: 0, before: result })).toThrow(
    'Ada was not elected, so there is no vacancy',
  )
})

test.for(['scottish', 'wigm', 'meek', 'ers97'])(
  '%s: a countback elects one new person and keeps the others',
  (name) => {
    fc.assert(
      fc.property(anyElection(), fc.nat(), (election, pick) => {
        const { book, request, result } = count(name, election)
        if (result.elected.length === election.candidates.length || election.places < 2) return
        const gone = result.elected[pick % result.elected.length] ?? ''
        const filled = countback(book, request, {
          vacated: election.candidates.indexOf(gone),
          before: result,
        })
        const staying = result.elected.filter((one) => one !== gone)
        expect(filled.elected).toEqual(expect.arrayContaining(staying))
        expect(filled.elected).toHaveLength(result.elected.length)
        expect(filled.elected).not.toContain(gone)
      }),
      { numRuns: 60 },
    )
  },
)
