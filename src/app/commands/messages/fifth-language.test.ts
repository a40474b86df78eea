import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { everyMessage } from './every-message.ts'

/** What docs/translating.md says of a new language, done as it says: in a clone of its own, with no line of code touched. */

const clone = mkdtempSync(path.join(tmpdir(), 'fifth-language-'))

beforeAll(() => {
  const kept = ['package.json', 'package-lock.json', 'locales', 'src/core', 'src/app/commands/messages']
  for (const piece of kept)
    cpSync(path.join(projectRoot, piece), path.join(clone, piece), { recursive: true })
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(clone, 'node_modules'))
  writeFileSync(path.join(clone, 'messages.json'), JSON.stringify(everyMessage()))
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

/** Each step is a program of its own: languages are read when one starts. */
function run(program: string): unknown {
  const script = `
    import { readFileSync } from 'node:fs'
    import { beginLanguage } from './src/app/commands/messages/begin-language.ts'
    import { faultsOf } from './src/app/commands/messages/faults-of.ts'
    import { writeSkeleton } from './src/app/commands/messages/write-skeleton.ts'
    import { directionOf, LANGUAGES, offeredLanguages } from './src/core/i18n/languages.ts'
    import { loadTranslators, readCatalogue } from './src/core/i18n/load-catalogues.ts'
    const messages = JSON.parse(readFileSync('messages.json', 'utf8'))
    const message = (id) => messages.find((one) => one.id === id)
    ${program}`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(said)
}

const put = (file: string, texts: Record<string, string>) => {
  const place = path.join(clone, 'locales/so', file)
  writeFileSync(place, JSON.stringify({ ...JSON.parse(readFileSync(place, 'utf8')), ...texts }, null, 2))
}

test('a fifth language is begun, translated in part, and said; what is missing is said in English', () => {
  expect(run(`console.log(JSON.stringify(await beginLanguage('locales', 'so')))`)).toBe(
    'locales/so/language.json',
  )
  expect(
    run(`
    await writeSkeleton('locales/so', messages)
    console.log(JSON.stringify([LANGUAGES.so, offeredLanguages]))`),
  ).toEqual([
    { name: 'Soomaali', dir: 'ltr', intl: 'so', comma: ',', readBy: [] },
    expect.arrayContaining(['en', 'cy', 'pl', 'so', 'ur']),
  ])
  put('translations.json', {
    title: 'Turjumaado',
    wishedTimes:
      '{count, plural, =0 {waa la leeyahay} one {# akhriste ayaa rabay} other {# akhriste ayaa rabay}}',
  })
  const said = run(`
    const t = (await loadTranslators('locales')).for('so')
    const faults = faultsOf(messages, await readCatalogue('locales/so'), 'so').map(({ id }) => id)
    console.log(JSON.stringify({
      title: t(message('translations.title')),
      plural: t(message('translations.wishedTimes'), { count: 3 }),
      missing: t(message('translations.lead')),
      language: t.language,
      mended: ['translations.title', 'translations.wishedTimes'].filter((id) => !faults.includes(id)),
      day: t.day(new Date('2026-11-22T12:00:00Z')),
    }))`)
  expect(said).toMatchObject({
    title: 'Turjumaado',
    plural: '3 akhriste ayaa rabay',
    missing: expect.stringContaining('What is published here'),
    language: 'so',
    mended: ['translations.title', 'translations.wishedTimes'],
    day: expect.stringContaining('2026'),
  })
}, 60_000)

test('a translation that lost a value is found before anybody reads it', () => {
  put('translations.json', { fromLanguage: 'Laga turjumay' })
  const faults = run(`
    const found = faultsOf(messages, await readCatalogue('locales/so'), 'so')
    console.log(JSON.stringify(found.filter(({ id }) => id === 'translations.fromLanguage')))`)
  expect(faults).toHaveLength(1)
}, 60_000)
