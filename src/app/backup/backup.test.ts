import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { eraseSealed } from '#ground/record/erase-sealed.ts'
import { useOutsideSeed } from '#ground/record/record-key.ts'
import { sequenceEntries } from '#ground/record/sequence-entries.ts'
import { command as backupCommand } from '../commands/backup.ts'
import { command as restoreCommand } from '../commands/restore.ts'
import { listErasuresJob } from '../list-erasures-job.ts'
import { openHouse } from '../open-house.ts'
import { addressOf, runVerify } from '../testing/audit-record.ts'
import { type BackupTrial, everything, openBackupTrial } from '../testing/backup-trial.ts'
import { handedIn } from '../testing/handed-in.ts'
import { openTestHouse } from '../testing/open-test-house.ts'

const house = await openTestHouse()
let trial: BackupTrial
await handedIn(house, { authorship: 'withheld', name: 'Patrick', email: 'patrick@example.org' })
await handedIn(house, { words: 'A tab\there, a \\. there,\n\\.\nand a line end.' }, 'nasreen')
await house.runJobs()
beforeEach(() => {
  trial = openBackupTrial(house)
})
afterEach(() => trial.close())
afterAll(async () => {
  useOutsideSeed(null)
  await house.close()
})

const recordOf = async (url: string) => (await everything(url)).checkpoints

test('nothing is lost: every row of every table comes back, the record’s root is equal, and an epoch is declared', async () => {
  const witness = path.join(trial.folder, 'witness')
  const key = (await house.visitor().get('/record/key')).body.trim()
  const watch = async (server: Parameters<typeof addressOf>[0], ...more: string[]) =>
    runVerify('watch', await addressOf(server), '--folder', witness, '--once', '--keep-to-myself', ...more)
  expect(await watch(house, '--key', key)).toMatchObject({ code: 0 })
  expect(await trial.backUp('--key-file', trial.keyFile)).toBe(0)
  const url = await trial.emptyDatabase()
  expect(await trial.restore(url, '--key-file', trial.keyFile)).toBe(0)
  expect(trial.said()).toContain('The record goes on as moot.example/record/epoch-2')
  const changed = ['entries', 'unsequenced', 'record_keys', 'sessions', 'sign_in_links', 'passkey_challenges']
  expect(await everything(url, changed)).toEqual(await everything(house.url, changed))
  const [before, after] = [await everything(house.url), await everything(url)]
  expect(after.entries).toEqual(expect.arrayContaining(before.entries ?? []))
  expect(after.entries).toHaveLength((before.entries ?? []).length + 1)
  expect(after.record_keys).toEqual(expect.arrayContaining(before.record_keys ?? []))
  const restored = await openHouse({
    ...house.jobHouse,
    databaseUrl: url,
    house: house.jobHouse.house,
    assets: ASSETS,
    // A busy machine is no finding.
    mostQueuedMs: 60_000,
  })
  const next = await restored.server.inject({ method: 'POST', url: '/api/v1/submissions', payload: HAND_IN })
  expect(next.json<{ number: number }>().number).toBeGreaterThan(10_000)
  await sequenceEntries(restored.database.db, house.clock.now())
  const audit = await runVerify('audit', await addressOf(restored), '--key', key)
  expect(audit).toMatchObject({ code: 0, said: expect.stringContaining('opens epoch 2') })
  const seen = await watch(restored)
  expect(seen).toMatchObject({ code: 0, said: expect.stringContaining('NEW EPOCH') })
  await restored.close()
}, 120_000)

const ASSETS = { folder: tmpdir(), urlOf: (name: string) => `/assets/${name}` }
const HAND_IN = { title: 'After the fire', words: 'It goes on.', authorship: 'anonymous', to: 'housing' }

test('the backup holds one moment while others go on writing', async () => {
  let isOver = false
  const writing = (async () => {
    while (!isOver) await handedIn(house)
  })()
  await trial.backUp('--key-file', trial.keyFile)
  isOver = true
  await writing
  await house.runJobs()
  const url = await trial.emptyDatabase()
  expect(await trial.restore(url, '--key-file', trial.keyFile)).toBe(0)
  const { matters, receipts, submissions } = await everything(url)
  expect(matters?.length).toBe(receipts?.length)
  expect(matters?.length).toBe(submissions?.length)
  expect(await recordOf(house.url)).toEqual(expect.arrayContaining((await recordOf(url)) ?? ['none']))
})

test('what was erased after the backup is erased again, by the list that is kept outside it', async () => {
  const { number } = await handedIn(house, { words: 'MARKED-WORDS' })
  await house.runJobs()
  await trial.backUp('--key-file', trial.keyFile)
  const { entryId } = await house.db
    .selectFrom('receipts')
    .innerJoin('matters', 'matters.id', 'receipts.matterId')
    .select('entryId')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await inTransaction(house.db, (tx) => eraseSealed(tx, { entryIds: [entryId], at: house.clock.now() }))
  const job = listErasuresJob(trial.folder)
  await job.run(house.jobHouse)
  await job.run(house.jobHouse)
  const list = readFileSync(path.join(trial.folder, 'erasures'), 'utf8')
  expect(list.match(new RegExp(entryId, 'g'))).toHaveLength(1)
  expect(list).not.toMatch(/MARKED|title|words/)
  writeFileSync(path.join(trial.folder, 'erasures'), `${list}{"id":"cut off by a power`)
  const url = await trial.emptyDatabase()
  expect(await trial.restore(url, '--key-file', trial.keyFile)).toBe(0)
  expect(trial.said()).toContain('Erased again: 1.')
  const after = await everything(url)
  expect(after.sealed?.join('\n')).not.toContain('MARKED-WORDS')
  expect(after.entries?.filter((row) => row.includes('record.erased'))).toHaveLength(1)
  expect(readFileSync(path.join(trial.folder, 'erasures'), 'utf8')).not.toContain('cut off')
})

test('a file appears when it is whole, is never written over, and a second restore opens another epoch', async () => {
  await trial.backUp('--key-file', trial.keyFile)
  await expect(trial.backUp()).rejects.toThrow('exists already')
  expect(readdirSync(trial.folder).sort()).toEqual(['erasures', 'folkmoot.backup', 'key'])
  truncateSync(path.join(trial.folder, 'erasures'))
  await trial.restore(await trial.emptyDatabase(), '--key-file', trial.keyFile)
  await trial.restore(await trial.emptyDatabase(), '--key-file', trial.keyFile)
  expect(trial.said()).toContain('moot.example/record/epoch-3')
  await expect(
    trial.run(backupCommand, { url: house.url, args: [path.join(trial.folder, 'no', 'where')] }),
  ).rejects.toThrow('cannot be written')
  expect(existsSync(path.join(trial.folder, 'no'))).toBe(false)
})

test('a database that PostgreSQL brought back itself is taken over: numbers go on, everybody is signed out, an epoch opens', async () => {
  await trial.backUp('--key-file', trial.keyFile)
  const url = await trial.emptyDatabase()
  await trial.restore(url, '--key-file', trial.keyFile)
  expect(await trial.run(restoreCommand, { url, args: ['--recovered'] })).toBe(0)
  expect(trial.said()).toContain('moot.example/record/epoch-3')
  expect((await everything(url)).sessions).toEqual([])
  const empty = await trial.emptyDatabase()
  await expect(trial.run(restoreCommand, { url: empty, args: ['--recovered'] })).rejects.toThrow(
    'no organisation',
  )
})
