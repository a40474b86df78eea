import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rememberingTerminal } from '#core/cli/terminal.ts'
import { command } from './count.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'count-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function count(name: string, text: string, ...words: string[]) {
  await writeFile(join(folder, name), text)
  const terminal = rememberingTerminal()
  const code = await command.run([join(folder, name), ...words], terminal)
  return { code, out: terminal.written(), err: terminal.complaints() }
}

const committee = 'Ada,Bede,Cyd\n1,2,3\n1,2,\n1,,2\n2,1,\n,2,1\n,,1\n,,\n1,1,\n'

test('a returning officer counts a CSV of papers and reads the result sheet', async () => {
  const { code, out } = await count('committee.csv', committee, '--rules', 'scottish', '--places', '2')
  expect(code).toBe(0)
  expect(out).toContain(
    '6 valid papers, 2 spoiled (blank 1, more than one first preference 1), quota 3.00000.',
  )
  expect(out).toContain('Elected: Ada, Cyd.')
})

test('--json gives the stable shape', async () => {
  const { out } = await count('committee.csv', committee, '--rules', 'scottish', '--places', '2', '--json')
  expect(JSON.parse(out)).toMatchObject({
    rules: 'scottish',
    places: 2,
    papers: { valid: 6, spoiled: 2 },
    quota: '3.00000',
    stages: [
      {
        n: 1,
        totals: { Ada: '3.00000', Bede: '1.00000', Cyd: '2.00000' },
        elected: ['Ada'],
        excluded: [],
        non_transferable: '0.00000',
      },
      { n: 2, elected: ['Cyd'], excluded: ['Bede'] },
    ],
    elected: ['Ada', 'Cyd'],
  })
})

test('the reports are written: a page, a table, the papers', async () => {
  const at = (name: string) => join(folder, name)
  const blt = `2 1\n3 1 2 0\n1 2 0\n0\n"Ada & Co"\n"Bede"\n"<b>Committee</b>"\n`
  const reports = ['--html', at('r.html'), '--csv', at('r.csv'), '--blt', at('r.blt')]
  await count('committee.blt', blt, '--rules', 'av', ...reports)
  const html = await readFile(at('r.html'), 'utf8')
  expect(html).toContain('&lt;b&gt;Committee&lt;/b&gt;')
  expect(html).not.toContain('<b>Committee')
  expect(html).toContain('Ada &amp; Co')
  expect(await readFile(at('r.csv'), 'utf8')).toContain('Ada & Co,3,elected (stage 1)')
  expect(await readFile(at('r.blt'), 'utf8')).toBe(blt)
})

test('places are kept for a group', async () => {
  await writeFile(join(folder, 'groups.csv'), 'candidate,group\nBede,men\n')
  const words = [
    '--rules',
    'scottish',
    '--places',
    '2',
    '--groups',
    join(folder, 'groups.csv'),
    '--minimum',
    'men=1',
  ]
  expect((await count('committee.csv', committee, ...words)).out).toContain('Elected: Ada, Bede.')
})

test('a vacancy is filled by countback', async () => {
  const words = ['--rules', 'scottish', '--places', '2', '--vacancy', 'Ada']
  const { out } = await count('committee.csv', committee, ...words)
  expect(out).toContain('Countback: Bede fills the place of Ada. Cyd serves on.')
})

test.for<[string, string, string[], number, string]>([
  [
    'ragged.csv',
    'Ada,Bede\n1,2\n1\n',
    ['--rules', 'av'],
    1,
    'ragged.csv, line 3, column 1: This line has 1 cells',
  ],
  [
    'twice.csv',
    'Ada,Ada\n1,2\n',
    ['--rules', 'av'],
    1,
    'twice.csv, line 1, column 2: Two columns are headed "Ada"',
  ],
  ['empty.csv', '', ['--rules', 'av'], 1, 'empty.csv, line 1, column 1: The file is empty.'],
  ['c.csv', committee, ['--rules', 'av', '--places', '2'], 1, 'The alternative vote fills one place, not 2.'],
  ['c.csv', committee, ['--rules', 'scotish'], 1, 'There are no rules "scotish". Known are plurality,'],
  ['c.csv', committee, [], 1, 'Say by which rules to count'],
  ['blank.csv', 'Ada,Bede\n,\n,\n', ['--rules', 'meek'], 1, 'There is no valid paper (2 are spoiled)'],
  ['c.csv', committee, ['--rules', 'av', '--seed', 'xyz'], 1, 'The seed must be hexadecimal'],
  [
    'c.csv',
    committee,
    ['--rules', 'av', '--withdrawn', 'Zoe'],
    1,
    '"Zoe" is none of the candidates: Ada, Bede, Cyd.',
  ],
  ['c.csv', committee, ['--rules', 'av', '--places', '0'], 1, '"0" is no number of places'],
  ['c.csv', committee, ['--rule', 'av'], 2, 'There is no option --rule. Did you mean --rules?'],
])('%s, %j, %j ends with code %i: %s', async ([name, text, words, code, message]) => {
  const answer = await count(name, text, ...words)
  expect(answer.code).toBe(code)
  expect(answer.err).toContain(message)
  expect(answer.out).toBe('')
})

test('a missing file is said', async () => {
  const terminal = rememberingTerminal()
  expect(await command.run([join(folder, 'nowhere.csv'), '--rules', 'av'], terminal)).toBe(1)
  expect(terminal.complaints()).toContain('There is no file')
})
