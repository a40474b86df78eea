import fc from 'fast-check'
import { PapersGatherer } from './gather-papers.ts'
import type { Papers } from './papers.ts'

/** An election for tests: candidates A, B, C …, and papers as lists of candidates with how often each came. */
export interface RandomElection {
  candidates: string[]
  places: number
  papers: { ranking: number[]; count: number }[]
}

/** Elections of 1 to 7 candidates and up to 40 kinds of papers; small counts, so that ties are common. */
export function anyElection({ most = 40, places = 4 } = {}): fc.Arbitrary<RandomElection> {
  return fc.integer({ min: 2, max: 7 }).chain((size) => {
    const numbers = Array.from({ length: size }, (_, candidate) => candidate)
    const ranking = fc.shuffledSubarray(numbers, { minLength: 1 })
    return fc.record({
      candidates: fc.constant(numbers.map((candidate) => String.fromCharCode(65 + candidate))),
      places: fc.integer({ min: 1, max: Math.min(places, size) }),
      papers: fc.array(fc.record({ ranking, count: fc.integer({ min: 1, max: 30 }) }), {
        minLength: 1,
        maxLength: most,
      }),
    })
  })
}

export function papersOf({ candidates, places, papers }: RandomElection): Papers {
  const gatherer = new PapersGatherer()
  for (const { ranking, count } of papers) gatherer.add(ranking, ranking.length, count)
  return gatherer.finish({ candidates, places })
}

/** The same election as a BLT file. */
export function bltOf({ candidates, places, papers }: RandomElection): string {
  const lines = papers.map(({ ranking, count }) => `${count} ${ranking.map((c) => c + 1).join(' ')} 0`)
  return [
    `${candidates.length} ${places}`,
    ...lines,
    '0',
    ...candidates.map((name) => `"${name}"`),
    '"Random"',
    '',
  ].join('\n')
}
