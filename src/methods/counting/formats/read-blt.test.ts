import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '../lots.ts'
import { anyElection, bltOf, papersOf } from '../random-election.ts'
import { readBlt } from './read-blt.ts'
import { writeBlt } from './write-blt.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const head = '3 2\n4 1 2 0\n2 3 0\n0\n'
const names = '"Ada"\n"Bede"\n"Cyd"\n"Committee"\n'

test('what is written is read again', () => {
  fc.assert(
    fc.property(anyElection(), (election) => {
      const papers = papersOf(election)
      const again = readBlt(bytesOf(writeBlt(papers, election.places)))
      expect(canonicalText(again)).toBe(canonicalText(papers))
      expect(canonicalText(readBlt(bytesOf(bltOf(election))))).toBe(canonicalText(papers))
    }),
    { numRuns: 50 },
  )
})

test('options: short names, order of lots, withdrawn candidates, equal ranks, comments, Windows line ends', () => {
  const text = '3 2 # a comment\r\n[nick a b c]\r\n[tie c a b ]\r\n[withdrawn 2]\r\n4 a b=c 0\r\n0\r\n'
  const papers = readBlt(bytesOf(`\uFEFF${text}${names}`))
  expect(papers).toMatchObject({ places: 2, lots: [2, 0, 1], title: 'Committee', hasIrregularRanks: true })
  expect([...papers.withdrawn]).toEqual([1])
})

test('quotation marks inside a name are doubled', () => {
  const papers = readBlt(bytesOf('1 1\n1 1 0\n0\n"Ada ""Ace"" Lovelace"\n"t"\n'))
  expect(papers.candidates).toEqual(['Ada "Ace" Lovelace'])
  expect(readBlt(bytesOf(writeBlt(papers, 1))).candidates).toEqual(papers.candidates)
})

test('a party that stands in marks behind the name belongs to it', () => {
  const text = '2 1\n1 1 0\n0\n"Ada" "Independent"\n"Bede" "Independent"\n"t"\n'
  expect(readBlt(bytesOf(text)).candidates).toEqual(['Ada (Independent)', 'Bede (Independent)'])
  expect(readBlt(bytesOf('2 1\n1 1 0\n0\n"Ada" "Bede" "t"\n')).candidates).toEqual(['Ada', 'Bede'])
})

test.for<[string, string]>([
  ['', 'The file ends where the number of candidates should stand'],
  [`x 2\n${names}`, 'line 1, column 1: "x" is not the number of candidates'],
  ['3 4\n', 'line 1, column 3: "4" is not the number of places: write a whole number from 1 to 3'],
  [`3 2\n4 1 5 0\n0\n${names}`, 'line 2, column 5: "5" is no candidate: write a number from 1 to 3'],
  [`3 2\n4 1 2 1 0\n0\n${names}`, 'line 2, column 7: This paper ranks candidate 1 twice'],
  [`${head}"Ada"\n"Ada"\n"Cyd"\n`, 'line 6, column 1: Two candidates are named "Ada"'],
  [`${head}"Ada"\n"Bede"\n`, '2 names are given for 3 candidates'],
  [`${head}"Ada\n`, 'line 5, column 1: This name has no closing quotation mark'],
  [`3 2\n[nik a b c]\n${head}`, 'line 2, column 1: "[nik" is no option'],
])('%j is refused: %s', ([text, reason]) => {
  expect(() => readBlt(bytesOf(text))).toThrow(reason)
})
