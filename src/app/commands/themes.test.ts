import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rememberingTerminal } from '#core/cli/terminal.ts'
import { plantedAnswers } from '#methods/themes/planted-answers.ts'
import { command } from './themes.ts'

async function themes(csv: string | Uint8Array, options: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'themes-'))
  try {
    await writeFile(join(folder, 'answers.csv'), csv)
    const terminal = rememberingTerminal()
    const run = command.run([join(folder, 'answers.csv'), ...options], terminal)
    const outcome = await run.catch((error: Error) => error.message.replaceAll(`${folder}/`, ''))
    return { outcome, output: terminal.written(), complaints: terminal.complaints() }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const answers = plantedAnswers(120).map(({ text }) => text)
const table = ['number,answer', ...answers.map((text, at) => `${at + 1},${text}`)].join('\r\n')

test('the JSON has the promised shape', async () => {
  const { outcome, output } = await themes(table, ['--json'])
  expect(outcome).toBe(0)
  const found = JSON.parse(output)
  expect(found.answers).toHaveLength(120)
  expect(found.answers[0]).toMatchObject({ row: 1, themes: expect.any(Array), language: 'en' })
  for (const theme of found.themes) {
    expect(theme).toMatchObject({
      id: expect.any(String),
      label: expect.any(String),
      words: expect.any(Array),
    })
    expect(theme).toMatchObject({ size: expect.any(Number), quotations: expect.any(Array) })
  }
})

test('a person reads a table, the languages and whether the story holds', async () => {
  const { output } = await themes(table)
  expect(output).toContain('what it is about')
  expect(output).toContain('Languages: en')
  expect(output).toContain('Does the story hold')
})

test('what is wrong is said in a sentence', async () => {
  expect((await themes('answer\n')).outcome).toContain('no answer below')
  expect((await themes(table, ['--column', 'words'])).outcome).toContain('It has: number, answer')
  expect((await themes(table, ['--count', 'many'])).outcome).toContain('whole number from 2')
  expect((await themes(Uint8Array.from([97, 10, 0xff, 0xfe, 0xff]))).outcome).toContain('answers.csv')
  expect((await themes('a,b\n1,2\n3\n')).outcome).toContain('line 3')
  expect((await themes(table, ['--colunm', 'x'])).outcome).toBe(2)
})

test('codes of people give stance where it is measured, and agreement', async () => {
  const planted = plantedAnswers(120)
  const stance = (at: number) => (at % 3 ? '' : at % 2 ? 'for' : 'against')
  const rows = planted.map(
    ({ text, topic }, at) => `${text},${stance(at)},${at < 60 ? topic : ''},${at < 60 ? topic : ''}`,
  )
  const csv = ['answer,stance,first,second', ...rows].join('\n')
  const { output } = await themes(csv, ['--json', '--stance-column', 'stance', '--codes', 'first,second'])
  const { answers: named, measured, agreement } = JSON.parse(output)
  expect(measured.stance).toMatchObject([{ language: 'en', coded: 40, is_assessed: expect.any(Boolean) }])
  expect(named[0]).toMatchObject({ stance: 'against', sentiment: 'not assessed' })
  expect(agreement).toMatchObject({
    coded: 60,
    coders: expect.arrayContaining([{ theme: 'buses', alpha: 1 }]),
  })
})

test('vectors from an address need a model and an address', async () => {
  expect((await themes(table, ['--vectors', 'welsh'])).outcome).toContain('corpus, english or an address')
  expect((await themes(table, ['--vectors', 'http://127.0.0.1:9/v1'])).outcome).toContain('--model')
  const closed = await themes(table, ['--vectors', 'http://127.0.0.1:9/v1', '--model', 'any'])
  expect(closed.outcome).toContain('cannot be reached')
  expect(closed.complaints).toContain('The answers are sent to 127.0.0.1:9')
})
