import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { LANGUAGES } from '#core/i18n/languages.ts'
import { readCatalogue } from '#core/i18n/load-catalogues.ts'
import { everyMessage } from './messages/every-message.ts'
import { faultsOf } from './messages/faults-of.ts'

const messages = everyMessage()
const catalogue = (language: string) => readCatalogue(path.join(projectRoot, 'locales', language))

test('Urdu says everything that English says, with the same values and in all its plural forms', async () => {
  expect(faultsOf(messages, await catalogue('ur'), 'ur')).toEqual([])
})

test('a translation that is missing, left over or lacks a value is found', () => {
  const [one, two] = [
    { id: 'a.one', english: 'With {body}' },
    { id: 'a.two', english: 'Find' },
  ]
  const texts = new Map([
    ['a.one', 'پاس'],
    ['a.three', 'تلاش'],
  ])
  const found = faultsOf([one, two], texts, 'ur').map(({ id }) => id)
  expect(found).toEqual(['a.one', 'a.two', 'a.three'])
})

test('no file that defines messages is out of the reach of the check', () => {
  const source = path.join(projectRoot, 'src')
  const reached = new Set(messages.map(({ english }) => english))
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|core\/i18n\//.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(source, file), 'utf8') }))
    .filter(({ text }) => text.includes('defineMessages('))
  const unreached = files.filter(
    ({ text }) => !firstSentences(text).some((sentence) => reached.has(sentence)),
  )
  expect(unreached.map(({ file }) => file)).toEqual([])
})

/** What the file has to say, as far as it stands in single quotes. */
function firstSentences(text: string): string[] {
  return [...text.matchAll(/say(?:With<[^>]*>)?\(\s*'([^']+)'/g)].map(([, sentence = '']) => sentence)
}

test('every language of the interface has a folder or is English', async () => {
  for (const language of Object.keys(LANGUAGES).filter((name) => !name.startsWith('en')))
    expect((await catalogue(language)).size).toBeGreaterThan(0)
})
