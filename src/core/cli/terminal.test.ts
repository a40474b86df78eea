import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { nearestWord } from './nearest-word.ts'
import { readOptions } from './options.ts'
import { progress } from './progress.ts'
import { runVerb } from './run-verb.ts'
import { table } from './table.ts'
import { rememberingTerminal } from './terminal.ts'

test('a table puts numbers to the right and counts wide signs twice', () => {
  expect(
    table(
      ['name', 'votes'],
      [
        ['Noor', 12],
        ['東京', 3],
      ],
    ),
  ).toBe(['name  votes', '────  ─────', 'Noor     12', '東京      3'].join('\n'))
})

test('progress is drawn only while watched and only after a second', () => {
  let clock = 0
  const terminal = { ...rememberingTerminal(), isWatched: true }
  const bar = progress(terminal, 'Reading', { total: 10, now: () => clock })
  bar.update(1)
  expect(terminal.complaints()).toBe('')
  clock = 1_500
  bar.update(5)
  expect(terminal.complaints()).toContain('Reading ████████████░░░░░░░░░░░░ 50 %')
  bar.finish()
  expect(terminal.complaints().endsWith('\r\u001b[2K')).toBe(true)
  const unwatched = rememberingTerminal()
  const silent = progress(unwatched, 'Reading', { now: () => (clock += 5_000) })
  silent.update(3)
  silent.finish()
  expect(unwatched.complaints()).toBe('')
})

test('options are read and mistakes answered with a sentence', () => {
  const kinds = { rules: 'text', json: 'flag' } as const
  expect(readOptions(['papers.csv', '--rules', 'meek', '--json'], kinds)).toEqual({
    ok: true,
    options: { rules: 'meek', json: true },
    words: ['papers.csv'],
  })
  expect(readOptions(['--rule', 'meek'], kinds)).toEqual({
    ok: false,
    reason: 'There is no option --rule. Did you mean --rules?',
  })
  expect(readOptions(['--rules'], kinds)).toEqual({ ok: false, reason: '--rules needs a value after it.' })
  expect(readOptions(['--json=1'], kinds)).toEqual({ ok: false, reason: '--json takes no value.' })
})

test('the nearest word is offered only when it is near', () => {
  expect(nearestWord('strat', ['start', 'test'])).toBe('start')
  expect(nearestWord('elephant', ['start', 'test'])).toBeUndefined()
})

test('verbs are loaded, listed and guessed', async () => {
  const path = await mkdtemp(join(tmpdir(), 'verbs-'))
  const source = `export const command = { name: 'count', summary: 'Counts.', usage: 'count FILE', run: async (args) => args.length }`
  await writeFile(join(path, 'count.js'), source)
  const house = { verbs: ['start', 'count'], folder: pathToFileURL(`${path}/`) }
  const said = async (...words: string[]) => {
    const terminal = rememberingTerminal()
    const code = await runVerb(house, words, terminal)
    return { code, text: terminal.written() + terminal.complaints() }
  }
  expect(await said('count', 'a', 'b')).toEqual({ code: 2, text: '' })
  expect((await said('count', '--help')).text).toBe('count FILE\n')
  expect((await said()).text).toContain('count  Counts.')
  expect((await said('help')).text).not.toContain('start')
  expect(await said('cuont')).toEqual({ code: 2, text: 'There is no verb "cuont". Did you mean "count"?\n' })
  await rm(path, { recursive: true })
})
