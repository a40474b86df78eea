import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, settingsOf } from './config.ts'
import { projectRoot } from './project-root.ts'
import { variables } from './variables.ts'

const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

test('an empty environment gives a start on this machine only', () => {
  const config = readConfig({ PORT: '' })
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'http://127.0.0.1:3000' })
  expect(config.dataFolder).toBe(join(projectRoot, 'data'))
  expect(config.databaseUrl).toBeUndefined()
})

test('every variable is taken', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '::1',
    BASE_URL: 'https://moot.example.org/',
    FOLKMOOT_DATA: 'a folder/here',
    DATABASE_URL: 'postgres://noor:secret@db/folkmoot',
    SMTP_URL: 'smtps://noor:secret@mail:465',
    NATS_URL: 'nats://bus:4222',
    RECORD_KEY: key,
  })
  expect(config).toMatchObject({
    port: 8080,
    host: '::1',
    baseUrl: 'https://moot.example.org',
    recordKey: key,
  })
  expect(isAbsolute(config.dataFolder)).toBe(true)
  expect(readConfig({ HOST: '::1' }).baseUrl).toBe('http://[::1]:3000')
})

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['HOST', 'http://here'],
  ['BASE_URL', 'moot.example.org'],
  ['BASE_URL', 'https://moot.example.org/path'],
  ['DATABASE_URL', 'mysql://db'],
  ['SMTP_URL', 'mail.example.org'],
  ['NATS_URL', 'http://bus'],
  ['RECORD_KEY', 'short'],
])('%s=%s is refused with what would be right', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    new RegExp(`^${name} .*cannot be used: set it to .*, or leave it out\\.$`),
  )
})

test('a database behind a socket is taken', () => {
  const databaseUrl = 'postgres://noor:secret@/folkmoot?host=/run/postgresql'
  expect(readConfig({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl)
})

test('a wrong secret is not repeated', () => {
  expect(() => readConfig({ RECORD_KEY: 'hunter2' })).not.toThrow(/hunter2/)
  expect(() => readConfig({ DATABASE_URL: 'pg://a:hunter2@x' })).not.toThrow(/hunter2/)
})

test('secrets are masked where settings are shown', () => {
  const settings = settingsOf({
    DATABASE_URL: 'postgres://noor:hunter2@db/folkmoot?password=hunter2',
    SMTP_URL: 'smtp://mail:25',
    NATS_URL: 'nats://hunter2@bus:4222',
    RECORD_KEY: key,
  })
  const shown = Object.fromEntries(settings.map((setting) => [setting.name, setting.shown]))
  expect(shown.DATABASE_URL).toBe('postgres://noor:•••@db/folkmoot?•••')
  expect(shown.SMTP_URL).toBe('smtp://mail:25')
  expect(shown.NATS_URL).toBe('nats://•••@bus:4222')
  expect(shown.RECORD_KEY).toBe('•••')
  expect(settings.find(({ name }) => name === 'PORT')?.source).toBe('default')
})

test('the page for operators says the same as the program', async () => {
  const page = (await readFile(join(projectRoot, 'docs/operations.md'), 'utf8')).replaceAll(/ +/g, ' ')
  for (const { name, meaning, otherwise } of Object.values(variables))
    expect(page).toContain(`| \`${name}\` | ${meaning} | ${otherwise} |`)
})
