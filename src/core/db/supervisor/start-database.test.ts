import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { removePlace } from './place.ts'
import { startDatabase } from './start-database.ts'
import { startTestDatabase } from './start-test-database.ts'
import { ask, newDataFolder } from './try-out.ts'

// Most of it is programs starting, which a busy machine makes slow.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

let folder: string
let remove: () => Promise<void>

beforeEach(async () => {
  const made = await newDataFolder('my data')
  folder = made.folder
  remove = made.remove
})

afterEach(async () => await remove())

test('what is written is there after a stop and a start, in a path with spaces', async () => {
  const first = await startDatabase({ folder })
  await ask(first.url, `create table noted (words text)`)
  await ask(first.url, `insert into noted values ('kept')`)
  await first.stop()
  const second = await startDatabase({ folder })
  expect(await ask(second.url, 'select words from noted')).toEqual([{ words: 'kept' }])
  expect(second.url).toBe(first.url)
  await second.stop()
  await second.stop()
})

test('it is durable, checks its pages, speaks UTF-8 and listens on no port', async () => {
  const database = await startDatabase({ folder })
  const settings = await ask(
    database.url,
    `select name, setting from pg_settings where name in
      ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_encoding', 'listen_addresses')
      order by name collate "C"`,
  )
  expect(settings.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
    'data_checksums=on',
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=',
    'server_encoding=UTF8',
    'synchronous_commit=on',
  ])
  const [locale] = await ask(
    database.url,
    `select datlocprovider, datlocale from pg_database where datname = 'folkmoot'`,
  )
  expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8' })
  await database.stop()
})

test('a wrong password is refused', async () => {
  const database = await startDatabase({ folder })
  const url = new URL(database.url)
  url.password = 'guessed'
  await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  await database.stop()
})

test('two starts on one folder: the second is refused with a sentence', async () => {
  const first = await startDatabase({ folder })
  await expect(startDatabase({ folder })).rejects.toThrow(
    new RegExp(
      `in use by another Folkmoot \\(process ${process.pid}\\)\\. Stop that one, or set FOLKMOOT_DATA`,
    ),
  )
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('two first starts at the same moment: one wins, the other gets the sentence', async () => {
  const outcomes = await Promise.allSettled([startDatabase({ folder }), startDatabase({ folder })])
  const started = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  expect(started).toHaveLength(1)
  for (const outcome of started) await outcome.value.stop()
})

test('a path too long for a socket gets a port on this machine alone', async () => {
  const long = join(folder, 'x'.repeat(120))
  const database = await startDatabase({ folder: long, tuning: 'test' })
  expect(new URL(database.url).hostname).toBe('127.0.0.1')
  expect(await ask(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await database.stop()
})

test('a folder made by another version of PostgreSQL is refused with a sentence', async () => {
  await (await startDatabase({ folder, tuning: 'test' })).stop()
  await writeFile(join(folder, 'database/cluster/PG_VERSION'), '15\n')
  await expect(startDatabase({ folder, tuning: 'test' })).rejects.toThrow(
    /made by another version of PostgreSQL/,
  )
})

test.runIf(process.getuid?.() === 0)(
  'under a folder others may not enter, root gives the database a place elsewhere',
  async () => {
    await chmod(dirname(folder), 0o700)
    await mkdir(folder)
    const said: string[] = []
    const first = await startDatabase({ folder, log: (sentence) => said.push(sentence) })
    const place = (await readFile(join(folder, 'database-is-in'), 'utf8')).trim()
    expect(said.join('\n')).toContain(`may not enter ${folder}: the database is in ${place}.`)
    await ask(first.url, 'create table noted ()')
    await first.stop()
    const second = await startDatabase({ folder })
    expect(await ask(second.url, 'select count(*)::int as count from noted')).toEqual([{ count: 0 }])
    await second.stop()
    await removePlace(folder)
    expect(existsSync(place)).toBe(false)
  },
)

test('the database of a test run leaves nothing behind', async () => {
  const database = await startTestDatabase()
  const folder = new URL(database.url).searchParams.get('host') ?? ''
  expect(existsSync(folder)).toBe(true)
  await database.stop()
  expect(existsSync(folder)).toBe(false)
})
