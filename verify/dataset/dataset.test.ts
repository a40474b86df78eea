import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newFolder, run } from '../testing/run.ts'
import { readRows } from './read-rows.ts'

const vector = fileURLToPath(new URL('../../docs/formats/vectors/call-dataset/', import.meta.url))

/** The published vector with one file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = newFolder()
  cpSync(vector, folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

test('the published vector holds', async () => {
  const { code, said } = await run('dataset', vector)
  expect(said).toContain('The entry names this very file, by its hash.')
  expect(said).toContain('7 rows and 2 that are left out make the 9 answers of the result.')
  expect(code).toBe(0)
})

test.each([
  ['answers.csv', 'unknown', 'member', 'is not the file that is described'],
  ['figures.json', '"chosen": 5', '"chosen": 9', 'Question 2: options 1 do not add up.'],
  ['figures.json', '"answers": 4', '"answers": 2', 'themes 2202 have more rows'],
  ['figures.json', '"counted": 9', '"counted": 12', 'do not make the 12 answers'],
  ['datapackage.json', '"salt": "5a', '"salt": "5b', 'The entry does not seal'],
  ['datapackage.json', '"counted": 9', '"counted": 8', 'The entry does not seal'],
])('a change in %s of %s to %s is found', async (file, from, to, sentence) => {
  const { code, said } = await run(
    'dataset',
    changed(file, (text) => text.replace(from, to)),
  )
  expect(said).toContain(sentence)
  expect(said).toContain('THE DATASET DOES NOT HOLD.')
  expect(code).toBe(1)
})

test.each([
  ['what its page says all the same', '6,2106,paper,pl,,,,', 'No answer says more than its own page'],
  ['more than that', '6,2106,paper,pl,member,,,', '1 groups have fewer than 5 answers that look the same.'],
])('an answer that stands alone may say %s or is found', async (_, row, sentence) => {
  const folder = changed('answers.csv', (text) => text.replace('6,2106,web,,unknown,,,', row))
  expect((await run('dataset', folder)).said).toContain(sentence)
})

test('what is no dataset cannot be checked', async () => {
  expect((await run('dataset', newFolder())).code).toBe(2)
  expect((await run('dataset')).code).toBe(2)
})

test('quoted cells hold commas, quotes and line ends', () => {
  expect([...readRows('a,"b, ""c""\r\nd",\r\n,2\r\n')]).toEqual([
    ['a', 'b, "c"\r\nd', ''],
    ['', '2'],
  ])
})
