import { expect, test } from 'vitest'
import { countErs97 } from './ers97.ts'
import { readBlt } from './formats/read-blt.ts'
import { drawnLots } from './lots.ts'
import { hasReferenceFiles, referenceBytes, withReferences } from './reference-files.ts'

function countBlt(bytes: Uint8Array) {
  const papers = readBlt(bytes)
  const lots = drawnLots(papers.candidates.map((_, candidate) => candidate))
  return countErs97({ papers, places: papers.places ?? 1, lots, minimums: [] })
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('the first two stages of the society’s model election: quota 107.58, transfer value 0.21, difference 0.59', () => {
  // First preferences and the figures of stage 2 as published (Newland and Britton 1997, section 8); the papers are ours.
  const names = [
    'Smith',
    'Carpenter',
    'Wright',
    'Glazier',
    'Duke',
    'Prince',
    'Baron',
    'Abbot',
    'Vicar',
    'Monk',
    'Freeman',
  ]
  const votes = [134, 81, 27, 24, 105, 91, 64, 59, 55, 23, 90]
  const lines = votes.slice(1).map((count, at) => `${count} ${at + 2} 0`)
  const text = [
    '11 6',
    '100 1 2 0',
    '23 1 5 0',
    '11 1 0',
    ...lines,
    '0',
    ...names.map((name) => `"${name}"`),
    '"Model"',
  ].join('\n')
  const result = countBlt(bytesOf(text))
  expect(result.quota).toBe('107.58')
  expect(result.stages[0]?.elected).toEqual(['Smith'])
  expect(result.stages[1]?.transfers[0]).toMatchObject({
    papers: 134,
    newValue: '0.21',
    nonTransferablePapers: 11,
  })
  expect(result.stages[1]).toMatchObject({
    totals: { Smith: '107.58', Carpenter: '102.00', Duke: '109.83' },
    nonTransferable: '0.59',
    elected: ['Duke'],
  })
})

test('a surplus too small to change who is lowest waits, and the lowest go together', () => {
  const text =
    '6 2\n41 1 2 0\n30 2 0\n25 3 0\n3 4 3 0\n2 5 3 0\n1 6 3 0\n0\n"A"\n"B"\n"C"\n"D"\n"E"\n"F"\n"t"\n'
  const result = countBlt(bytesOf(text))
  expect(result.quota).toBe('34.00')
  expect(result.stages[1]?.excluded).toEqual(['D', 'E', 'F'])
})

test('the quota falls while nobody is elected', () => {
  const text = '4 2\n10 1 0\n9 2 0\n8 3 0\n6 4 0\n0\n"A"\n"B"\n"C"\n"D"\n"t"\n'
  const result = countBlt(bytesOf(text))
  expect(result.stages.map(({ quota }) => quota)).toEqual(
    ['11.00', '9.00', undefined].slice(0, result.stages.length),
  )
  expect(result.elected).toEqual(['A', 'B'])
})

test('an excluded candidate’s papers go on in batches, the highest value first, and stop when the places are filled', () => {
  // Quota 1500/3 → 30 of 90 papers. A's surplus of 9 goes on at 9/39 = 0.23 a paper: 20 to B (4.60), 19 to C (4.37).
  const text = '4 2\n20 1 2 4 0\n19 1 3 4 0\n16 4 3 0\n15 2 4 0\n20 3 0\n0\n"A"\n"B"\n"C"\n"D"\n"t"\n'
  const result = countBlt(bytesOf(text))
  expect(result.quota).toBe('30.00')
  expect(result.stages[1]).toMatchObject({
    totals: { A: '30.00', B: '19.60', C: '24.37', D: '16.00' },
    nonTransferable: '0.03',
  })
  // D is out at 16: its papers are all of value 1 and go to C, who has the quota; nothing more is moved.
  expect(result.stages[2]).toMatchObject({
    excluded: ['D'],
    elected: ['C'],
    totals: { C: '40.37', D: '0.00' },
  })
  expect(result.elected).toEqual(['A', 'C'])
})

test.skipIf(!hasReferenceFiles)(
  withReferences(
    'election M135 of the validation of programs for the society: first preferences and blank papers as its file says',
  ),
  () => {
    const result = countBlt(referenceBytes('droop/blt/M135.blt'))
    const first = [
      119, 32, 43, 44, 29, 36, 34, 24, 27, 35, 31, 28, 25, 20, 27, 18, 15, 13, 15, 21, 13, 6, 14, 8, 0,
    ]
    expect(Object.values(result.stages[0]?.totals ?? {})).toEqual(first.map((votes) => `${votes}.00`))
    expect(result.papers.spoiledBy).toEqual({ blank: 2 })
  },
)
