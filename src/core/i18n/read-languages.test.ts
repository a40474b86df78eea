import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readLanguages } from './read-languages.ts'

const folder = mkdtempSync(join(tmpdir(), 'languages-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function describe(tag: string, content: object) {
  mkdirSync(join(folder, tag), { recursive: true })
  writeFileSync(join(folder, tag, 'language.json'), JSON.stringify(content))
}

test('a folder that describes a language is a language of the interface, and no code names it', () => {
  describe('so', { name: 'Soomaali', dir: 'ltr', intl: 'so', comma: ',', readBy: [] })
  const languages = readLanguages(folder)
  expect(Object.keys(languages)).toEqual(['en', 'so', 'en-XA'])
  expect(languages.so?.name).toBe('Soomaali')
})

test('a folder that describes it wrongly stops the start and says what is wrong where', () => {
  describe('so', { name: 'Soomaali', dir: 'sideways', intl: 'so', comma: ',', readBy: [] })
  expect(() => readLanguages(folder)).toThrow(/so.language\.json.*dir/s)
})
