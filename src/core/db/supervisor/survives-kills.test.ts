import { spawn } from 'node:child_process'
import { chown, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isFolderLeft, serverProcessesIn } from './processes.ts'
import { startDatabase } from './start-database.ts'
import { ask, holdDatabase, killed, newDataFolder, startHolder } from './try-out.ts'

const isRoot = process.getuid?.() === 0

// Most of it is programs starting, which a busy machine makes slow.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

let folder: string
let cluster: string
let remove: () => Promise<void>

beforeEach(async () => {
  const made = await newDataFolder()
  folder = made.folder
  cluster = join(folder, 'database/cluster')
  remove = made.remove
})

afterEach(async () => await remove())

async function note(url: string): Promise<void> {
  await ask(url, 'create table noted (words text)')
  await ask(url, `insert into noted values ('kept')`)
}

async function expectKept(): Promise<void> {
  const database = await startDatabase({ folder })
  expect(await ask(database.url, 'select words from noted')).toEqual([{ words: 'kept' }])
  await database.stop()
  expect(await serverProcessesIn(cluster)).toEqual([])
}

test('Node is killed: the database goes with it and nothing committed is lost', async () => {
  const held = await holdDatabase(folder)
  await note(held.url)
  await killed(held.node)
  expect(await isFolderLeft(cluster, 20_000)).toBe(true)
  await expectKept()
})

test('Node is killed and started again at once', async () => {
  const held = await holdDatabase(folder)
  await note(held.url)
  await killed(held.node)
  await expectKept()
})

test('everything is killed: the next start needs no repair', async () => {
  const held = await holdDatabase(folder)
  await note(held.url)
  process.kill(held.pid, 'SIGSTOP')
  await killed(held.node)
  for (const id of await serverProcessesIn(cluster)) process.kill(id, 'SIGKILL')
  await expectKept()
})

test('the database alone is killed: it is started again under the same address', async () => {
  const said: string[] = []
  const database = await startDatabase({ folder, log: (sentence) => said.push(sentence) })
  await note(database.url)
  const before = database.pid
  process.kill(before, 'SIGKILL')
  await until(() => database.pid !== before)
  expect(await ask(database.url, 'select words from noted')).toEqual([{ words: 'kept' }])
  expect(said.at(-1)).toBe('The database was ended from outside; it is started again.')
  await database.stop()
})

test('the wrapper that holds the database is killed: no second server, nothing lost', async () => {
  const database = await startDatabase({ folder })
  await note(database.url)
  const before = database.pid
  process.kill(await parentOf(before), 'SIGKILL')
  await until(() => database.pid !== before)
  expect(await ask(database.url, 'select words from noted')).toEqual([{ words: 'kept' }])
  await database.stop()
  expect(await serverProcessesIn(cluster)).toEqual([])
})

test('stopped while it is being started again', async () => {
  const database = await startDatabase({ folder })
  process.kill(database.pid, 'SIGKILL')
  await database.stop()
  expect(await isFolderLeft(cluster, 20_000)).toBe(true)
})

test.each([60, 250, 500, 800])(
  'killed %i ms into the very first start: the next one succeeds',
  async (delay) => {
    const node = startHolder(folder)
    await pause(delay)
    await killed(node)
    const database = await startDatabase({ folder })
    await note(database.url)
    await database.stop()
    await expectKept()
  },
)

test('a lock that names a zombie or somebody else is not believed', async () => {
  const first = await startDatabase({ folder })
  await note(first.url)
  await first.stop()
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'])
  const zombie = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (text) => resolve(String(text).trim())),
  )
  await until(async () => (await readFile(`/proc/${zombie}/stat`, 'utf8')).includes(') Z '))
  for (const id of [zombie, String(process.pid)]) {
    await writeFile(join(cluster, 'postmaster.pid'), `${id}\n${cluster}\n1\n5432\n\n\n\nready\n`)
    await expectKept()
  }
  parent.kill('SIGKILL')
})

test.runIf(isRoot)('an ordinary user starts it, is killed, and starts it again', async () => {
  const ids = { uid: 65_534, gid: 65_534 }
  const own = join(dirname(folder), 'own')
  await mkdir(own)
  await chown(own, ids.uid, ids.gid)
  const node = join(own, 'node')
  await copyFile(process.execPath, node)
  const data = join(own, 'data')
  const first = await holdDatabase(data, { node, ...ids })
  await note(first.url)
  expect((await stat(join(data, 'database/cluster'))).uid).toBe(ids.uid)
  await killed(first.node)
  const second = await holdDatabase(data, { node, ...ids })
  await killed(second.node)
  await isFolderLeft(join(data, 'database/cluster'), 20_000)
  const asRoot = await startDatabase({ folder: data })
  expect(await ask(asRoot.url, 'select words from noted')).toEqual([{ words: 'kept' }])
  await asRoot.stop()
})

async function parentOf(id: number): Promise<number> {
  const state = await readFile(`/proc/${id}/stat`, 'utf8')
  return Number(state.slice(state.lastIndexOf(')')).split(' ')[2])
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20)
}
