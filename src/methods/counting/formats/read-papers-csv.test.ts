import { expect, test } from 'vitest'
import type { Papers } from '../papers.ts'
import { SPOILED } from '../papers.ts'
import { strictPapers } from '../strict-papers.ts'
import { readPapersCsv } from './read-papers-csv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function read(text: string, candidates?: string[]): Papers {
  return readPapersCsv(bytesOf(text), { candidates })
}

/** Papers as lines such as `2:AB`, one letter a candidate. */
function linesOf(papers: Papers): string[] {
  return [...papers.counts].map((count, group) => {
    const marks = papers.marks.subarray(papers.starts[group], papers.starts[group + 1])
    return `${count}:${[...marks].map((mark) => papers.candidates[mark]?.[0] ?? '?').join('')}`
  })
}

test('a column a candidate with ranks in the cells', () => {
  const papers = read('id,Ada,Bede,Cyd\n1,1,2,3\n2,1,2,3\n3,2,1,\n4,,,\n')
  expect(papers.candidates).toEqual(['Ada', 'Bede', 'Cyd'])
  expect(linesOf(papers)).toEqual(['2:ABC', '1:BA'])
  expect(Object.fromEntries(papers.spoiled)).toEqual({ blank: 1 })
})

test('a column a rank with names in the cells, Windows line ends, quotation marks and a mark of byte order', () => {
  const papers = read('\uFEFF"1st choice","2nd choice"\r\n"Bede",Ada\r\n"Ada",\r\n')
  expect(papers.candidates).toEqual(['Ada', 'Bede'])
  expect(linesOf(papers)).toEqual(['1:BA', '1:A'])
})

test('lists of names without headings, and a mark a line', () => {
  expect(linesOf(read('Ada,Bede\nBede\nAda,Bede\n'))).toEqual(['2:AB', '1:B'])
  expect(linesOf(read('ballot_id,rank,choice\n7,2,Ada\n8,1,Ada\n7,1,Bede\n'))).toEqual(['1:BA', '1:A'])
})

test('a count column, semicolons and crosses', () => {
  expect(linesOf(read('count;Ada;Bede\n12;1;2\n3;;x\n'))).toEqual(['12:AB', '3:B'])
})

test('spoiled papers are classed by rule', () => {
  const papers = strictPapers(read('Ada,Bede,Cyd\n1,1,2\n,2,3\n1,2,2\n1,3,\n,,\n'), 'stop')
  expect(linesOf(papers)).toEqual(['2:A'])
  expect(Object.fromEntries(papers.spoiled)).toEqual({
    [SPOILED.blank]: 1,
    [SPOILED.noFirst]: 1,
    [SPOILED.twoFirst]: 1,
  })
})

test.for<[string, string, string]>([
  ['', 'line 1, column 1', 'The file is empty'],
  ['Ada,Bede,Ada\n1,2,3\n', 'line 1, column 3', 'Two columns are headed "Ada"'],
  ['Ada,,Bede\n1,2,3\n', 'line 1, column 2', 'write the candidate’s name'],
  ['Ada,Bede\n1,2\n1,2,3\n', 'line 3, column 3', 'This line has 3 cells where the headings have 2'],
  ['Ada,Bede\n1\n', 'line 2, column 1', 'This line has 1 cells where the headings have 2'],
  ['Ada,Bede\n1,2\n1,two\n', 'line 3, column 2', '"two" is no rank'],
  ['1,2\n2,1\n', 'line 1, column 1', 'nobody can tell ranks from candidates'],
  ['count,Ada\nmany,1\n', 'line 2, column 1', '"many" is not how many papers'],
  ['Ada,Bede\n"1,2\n', 'line 2, column 1', 'never closed'],
])('%j is refused at %s: %s', ([text, place, reason]) => {
  expect(() => read(text)).toThrow(place)
  expect(() => read(text)).toThrow(reason)
})

test('a name that is no candidate is refused when the candidates are known', () => {
  expect(() => read('1st choice,2nd choice\nAda,Bode\n', ['Ada', 'Bede'])).toThrow(
    'line 2, column 2: "Bode" is none of the candidates: Ada, Bede.',
  )
})

test('other encodings are refused with the line', () => {
  const latin = Uint8Array.from([...bytesOf('Ada,Bede\n1,2\nR'), 0xe9, ...bytesOf(',1\n')])
  expect(() => readPapersCsv(latin)).toThrow('line 3, column 2: The byte E9 is not UTF-8')
  expect(() => readPapersCsv(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toThrow('UTF-16')
})
