import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { keyChange } from '#methods/merkle/key-change.ts'
import { signerFromSeed } from '#methods/merkle/note-keys.ts'
import { command } from '../../app/commands/record.ts'
import { addressOf, auditRecord, runVerify } from '../../app/testing/audit-record.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'
import { appendEntry } from './append-entry.ts'
import { openEpoch } from './open-epoch.ts'
import { useOutsideSeed } from './record-key.ts'
import { rotateRecordKey } from './rotate-record-key.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await handedIn(house)
  await house.runJobs()
})
afterEach(() => house.close())
afterAll(() => useOutsideSeed(null))

const keyOfToday = async () => (await house.visitor().get('/record/key')).body.trim()
const rotate = () => rotateRecordKey(house.db, { now: house.clock.now() })
const open = (number: number) =>
  inTransaction(house.db, (tx) => openEpoch(tx, { number, now: house.clock.now() }))

async function more(): Promise<number> {
  const { number } = await handedIn(house)
  await house.runJobs()
  return number
}

test('a new key signs from the entry on in which the old one vouches for it, and the audit follows', async () => {
  const first = await keyOfToday()
  const kept = await more()
  const receipt = (await house.visitor().get(`/receipts/${kept}.json`)).body
  expect(await rotate()).toMatchObject({ oldKey: first, newKey: await keyOfToday() })
  await more()
  await rotate()
  await more()
  const audit = await auditRecord(house, first)
  expect(audit).toMatchObject({ code: 0, said: expect.stringContaining('a key that yours vouches for') })
  expect(audit.said).toContain('Leaf 2 changes the record')
  expect((await auditRecord(house)).code).toBe(0)
  const page = (await house.visitor().get('/record')).text()
  expect(page).toContain('Changed by entry 2')
  expect(page).toContain(first)
  const file = join(mkdtempSync(join(tmpdir(), 'receipt-')), 'receipt.json')
  writeFileSync(file, receipt)
  const checked = await runVerify('receipt', file, '--key', first, '--record', await addressOf(house))
  expect(checked).toMatchObject({
    code: 0,
    said: expect.stringContaining('The record changed its key since'),
  })
})

test('the old secret is forgotten, and two changes at once follow each other', async () => {
  const first = await keyOfToday()
  await Promise.all([rotate(), rotate()])
  await more()
  const secrets = await house.db
    .selectFrom('recordKeys')
    .select('name')
    .where('privateKey', 'is not', null)
    .execute()
  expect(secrets).toHaveLength(1)
  expect((await auditRecord(house, first)).code).toBe(0)
})

test('a change that a stranger’s key vouches for is found', async () => {
  const first = await keyOfToday()
  await inTransaction(house.db, async (tx) => {
    const [stranger, thief] = [5, 6].map((byte) =>
      signerFromSeed('moot.example/record', new Uint8Array(32).fill(byte)),
    )
    if (!stranger || !thief) throw new Error('no keys')
    const key = keyChange(stranger, thief)
    const { id } = await appendEntry(tx, { kind: 'record.key-changed', at: house.clock.now(), key })
    const row = { id: orderedId(house.clock.now()), name: thief.name, fromAt: house.clock.now(), entryId: id }
    await tx
      .insertInto('recordKeys')
      .values({ ...row, publicKey: Buffer.from(thief.publicKey), privateKey: Buffer.from(thief.seed) })
      .execute()
  })
  await house.runJobs()
  const audit = await auditRecord(house, first)
  expect(audit).toMatchObject({ code: 1, said: expect.stringContaining('no key known by then vouches') })
  expect(audit.said).toContain('not signed by the key you gave')
})

test('an epoch is the next leaf, whatever waits, and the audit passes over it and a change of key within it', async () => {
  const first = await keyOfToday()
  await rotate()
  await handedIn(house)
  expect(await open(2)).toBe('moot.example/record/epoch-2')
  await house.runJobs()
  await rotate()
  await more()
  const audit = await auditRecord(house, first)
  expect(audit).toMatchObject({
    code: 0,
    said: expect.stringContaining('Leaf 2 opens epoch 2: the record was restored from a backup of 2 leaves'),
  })
  expect(await keyOfToday()).toMatch(/^moot\.example\/record\/epoch-2\+/)
  expect((await house.visitor().get('/record')).text()).toContain(
    'Epoch 2, opened by entry 2 after a restore',
  )
})

test('a key in RECORD_KEY is changed only into a file, and the old one then says that it no longer signs', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'key-')), 'new-key')
  const said: string[] = []
  const terminal = {
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
    isWatched: false,
  }
  vi.stubEnv('DATABASE_URL', house.url)
  vi.stubEnv('BASE_URL', 'https://moot.example')
  try {
    expect(await command.run(['rotate-key', '--key-file', file], terminal)).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(said.join('\n')).toContain(`Set RECORD_KEY to the line in ${file}`)
    useOutsideSeed(Buffer.alloc(32, 9))
    expect((await house.visitor().get('/record/key')).status).toBe(500)
    const early = { title: 'Too early', words: 'It is signed by nobody.', authorship: 'anonymous' }
    expect((await house.visitor().postJson('/api/v1/submissions', early)).status).toBe(500)
    await expect(house.runJobs()).rejects.toThrow('RECORD_KEY is not the key that signs this record')
    const seed = readFileSync(file, 'utf8').trim()
    useOutsideSeed(Buffer.from(seed, 'base64'))
    await house.runJobs()
    expect((await auditRecord(house)).code).toBe(0)
    vi.stubEnv('RECORD_KEY', seed)
    await expect(command.run(['rotate-key'], terminal)).rejects.toThrow('say where it is written')
    await expect(command.run(['rotate-key', '--key-file', file], terminal)).rejects.toThrow('exists already')
    expect(await command.run(['rotate-key', '--key-file', `${file}-2`], terminal)).toBe(0)
  } finally {
    vi.unstubAllEnvs()
  }
})
