import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { type CsvProblem, describeProblem } from './csv-problem.ts'
import type { CsvOptions } from './read-csv.ts'
import { readCsv } from './read-csv.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(text: string | Uint8Array, options: CsvOptions = {}, size = 7) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const rows = []
  for await (const row of readCsv(inPieces(bytes, size), options)) rows.push(row)
  return rows
}

async function complaintOf(text: string | Uint8Array, options: CsvOptions = {}, size = 7): Promise<string> {
  const outcome = await rowsOf(text, options, size).catch((error: Error) => error.message)
  return typeof outcome === 'string' ? outcome : 'no complaint'
}

test('rows come with their headings and the line they begin on', async () => {
  const rows = await rowsOf('name,vote\nNoor,1\n"Ada\nB",2\n\nCai,3\n')
  expect(rows.map((row) => [row.line, row.cell('name'), row.cell('vote')])).toEqual([
    [2, 'Noor', '1'],
    [3, 'Ada\nB', '2'],
    [6, 'Cai', '3'],
  ])
})

test.each([
  ['Windows line ends', 'name,vote\r\nNoor,1\r\nCai,2\r\n'],
  ['mixed line ends', 'name,vote\nNoor,1\r\nCai,2'],
  ['a byte order mark', '\ufeffname,vote\nNoor,1\nCai,2\n'],
  ['semicolons', 'name;vote\nNoor;1\nCai;2\n'],
  ['tabs', 'name\tvote\nNoor\t1\nCai\t2\n'],
])('%s are read', async (_, text) => {
  const rows = await rowsOf(text)
  expect(rows.map((row) => row.asRecord())).toEqual([
    { name: 'Noor', vote: '1' },
    { name: 'Cai', vote: '2' },
  ])
})

test('signs of several bytes survive being cut between two pieces', async () => {
  const rows = await rowsOf('name\nلاہور 🌾 Łódź\n', {}, 1)
  expect(rows[0]?.cell('name')).toBe('لاہور 🌾 Łódź')
})

test('a table without headings numbers its columns', async () => {
  const rows = await rowsOf('1,2\n3,4\n', { hasHeadings: false })
  expect(rows.map((row) => row.cell('2'))).toEqual(['2', '4'])
})

test.each([
  ['', 'the table, line 1: The file is empty. It needs a first line with the headings.'],
  [
    'a,b\n1,2\n3\n',
    'the table, line 3, column 2: The row has 1 cell, the first line has 2: make them equal.',
  ],
  ['a,a\n1,2\n', 'the table, line 1, column 2 (a): This heading stands twice: each may stand once.'],
  [
    'name,vote\nNo"or,1\n',
    'the table, line 2, column 1: A quotation mark " stands inside a cell: double it ("")',
  ],
  ['name,vote\nNoor,"1\nCai,2\n', 'A quotation mark " opens here and never closes'],
])('%j is refused with its place', async (text, complaint) => {
  expect(await complaintOf(text)).toContain(complaint)
})

test('a missing heading names the one that comes near', async () => {
  const complaint = await complaintOf('tittle,words\na,b\n', { required: ['title'] })
  expect(complaint).toBe('the table, line 1: The heading "title" is missing. "tittle" is near it: rename it.')
})

test('other encodings and formats are recognised', async () => {
  const windows = Buffer.from('name,place\nNoor,Caf\u00e9 Z\u00fcrich\n', 'latin1')
  expect(await complaintOf(windows)).toBe(
    'the table, line 2, column 2: The byte E9 is not UTF-8 (in the older Windows encoding it is "é"). Save it as "CSV UTF-8".',
  )
  expect(await complaintOf(Buffer.from('\ufeffname\nNoor\n', 'utf16le'))).toContain('saved as UTF-16')
  expect(await complaintOf(Buffer.from('name\nNo\0or\n'))).toContain('line 2, column 1: A zero byte')
  expect(await complaintOf(Buffer.from('PK\x03\x04…'))).toContain('This is a spreadsheet')
  expect(await complaintOf(Buffer.from([0x61, 0x0a, 0xe2, 0x82]))).toContain('line 2, column 1: The byte E2')
})

test('bad rows are told and left out, good rows go on', async () => {
  const problems: CsvProblem[] = []
  const rows = await rowsOf('a,b\n1,2\n3\n5,6,7\nx"y,8\n9,10\n', {
    onProblem: (problem) => problems.push(problem),
  })
  expect(rows.map((row) => row.cells)).toEqual([
    ['1', '2'],
    ['9', '10'],
  ])
  expect(problems.map(({ line }) => line).sort()).toEqual([3, 4, 5])
  expect(describeProblem(rows[0]?.problem('b', 'Not a vote.') ?? { line: 0, reason: '' }, 'x.csv')).toBe(
    'x.csv, line 2, column 2 (b): Not a vote.',
  )
})
