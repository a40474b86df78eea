import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { languageNamed, offeredLanguages } from '#core/i18n/languages.ts'
import { readCatalogue } from '#core/i18n/load-catalogues.ts'
import { everyMessage } from './messages/every-message.ts'
import { faultsOf } from './messages/faults-of.ts'

const messages = everyMessage()
const translated = offeredLanguages.filter((language) => language !== 'en')
const catalogue = (language: string) => readCatalogue(path.join(projectRoot, 'locales', language))

test.each(translated)(
  '%s says everything that English says, with the same values and in all its plural forms',
  async (language) => {
    expect(faultsOf(messages, await catalogue(language), language)).toEqual([])
  },
)

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

test('the page on translating names every language that no native speaker has read yet, and no other', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/translating.md'), 'utf8')
  const listed = /^Not yet read by a native speaker: (.*)\.$/m.exec(page)?.[1]
  const unread = translated.filter((language) => languageNamed(language).readBy.length === 0)
  expect(listed).toBe(unread.map((language) => `${languageNamed(language).name} (${language})`).join(', '))
})

test('a sentence left in English is found in a language written in the same letters', () => {
  const said = [{ id: 'a.one', english: 'Say why it was refused' }]
  expect(faultsOf(said, new Map([['a.one', 'Say why it was refused']]), 'en-XA')).toHaveLength(1)
  expect(faultsOf(said, new Map([['a.one', 'Dywedwch pam y’i gwrthodwyd']]), 'en-XA')).toEqual([])
})
