import { Buffer } from 'node:buffer'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { csvText, withoutFormula, writeCsv } from './write-csv.ts'

async function written(columns: string[], rows: (string | number)[][]): Promise<string> {
  const pieces: Buffer[] = []
  const target = new Writable({
    write: (piece, _, done) => {
      pieces.push(piece)
      done()
    },
  })
  await writeCsv(target, columns, rows)
  return Buffer.concat(pieces).toString()
}

test.each(['=1+1', '+44 or so', '-x', '@sum', '\t=1', ' =1'])('%j is not run by a spreadsheet', (text) => {
  expect(withoutFormula(text)).toBe(`'${text}`)
})

test.each(['-1', '+3.5', '12,000', '-5%', 'Noor', ''])('%j stays as it is', (text) => {
  expect(withoutFormula(text)).toBe(text)
})

test('both writers write the same', async () => {
  const rows = [
    ['a "b"', 1],
    ['c\nd', -2],
    ['=1', 0],
    ['', 5],
  ]
  expect(await written(['x', 'y'], rows)).toBe(csvText(['x', 'y'], rows))
})

test('what is written is read back', async () => {
  const cell = fc
    .string({ unit: 'grapheme' })
    .filter((text) => withoutFormula(text) === text && !text.includes('\0'))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, fc.constant('end'))), async (rows) => {
      const bytes = Buffer.from(csvText(['a', 'b', 'c'], rows))
      const found: string[][] = []
      for await (const row of readCsv(
        (async function* () {
          yield bytes
        })(),
      ))
        found.push([...row.cells])
      expect(found).toEqual(rows)
    }),
    { numRuns: 100 },
  )
})
