import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useOutsideSeed } from '#ground/record/record-key.ts'
import { command as restoreCommand } from '../commands/restore.ts'
import { type BackupTrial, everything, openBackupTrial } from '../testing/backup-trial.ts'
import { handedIn } from '../testing/handed-in.ts'
import { openTestHouse } from '../testing/open-test-house.ts'

const house = await openTestHouse()
let trial: BackupTrial
await handedIn(house, { authorship: 'withheld', name: 'Patrick', email: 'patrick@example.org' })
await house.runJobs()
beforeEach(async () => {
  trial = openBackupTrial(house)
  await trial.backUp('--key-file', trial.keyFile)
})
afterEach(() => trial.close())
afterAll(async () => {
  useOutsideSeed(null)
  await house.close()
})

test('the record’s key is in no backup, and a restore without it is refused until a new one is asked for', async () => {
  const seed = Buffer.from(readFileSync(trial.keyFile, 'utf8'), 'base64')
  const packed = gunzipSync(readFileSync(trial.file)).toString('latin1')
  expect(packed).not.toContain(seed.toString('hex'))
  expect(packed).not.toContain(seed.toString('base64'))
  const url = await trial.emptyDatabase()
  await expect(trial.restore(url)).rejects.toThrow('does not hold the key')
  writeFileSync(path.join(trial.folder, 'other'), Buffer.alloc(32, 3).toString('base64'))
  await expect(trial.restore(url, '--key-file', path.join(trial.folder, 'other'))).rejects.toThrow(
    'is not the one that signs',
  )
  expect(await trial.restore(url, '--new-key')).toBe(0)
  vi.stubEnv('RECORD_KEY', seed.toString('base64'))
  expect(await trial.restore(await trial.emptyDatabase())).toBe(0)
})

test('a restore into something, without a list of erasures, or of a newer backup is refused, and changes nothing', async () => {
  const before = await everything(house.url)
  await expect(trial.restore(house.url, '--key-file', trial.keyFile)).rejects.toThrow(
    /The Commons Alliance.*never writes over/,
  )
  expect(await everything(house.url)).toEqual(before)
  const url = await trial.emptyDatabase()
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'empty-'))
  const args = [trial.file, '--key-file', trial.keyFile]
  await expect(trial.run(restoreCommand, { url, data: elsewhere, args })).rejects.toThrow(
    'no list of erasures',
  )
  const newer = gunzipSync(readFileSync(trial.file)).toString('latin1').replace('record.065-', 'record.965-')
  writeFileSync(trial.file, gzipSync(Buffer.from(newer, 'latin1')))
  await expect(trial.restore(url, '--key-file', trial.keyFile)).rejects.toThrow('made by a newer Folkmoot')
  expect(await everything(url)).toEqual({})
})

test('a backup that was cut short, or in which one letter was altered, restores nothing', async () => {
  const whole = readFileSync(trial.file)
  const url = await trial.emptyDatabase()
  const packed = gunzipSync(whole).toString('latin1')
  for (const damaged of [
    whole.subarray(0, -9),
    whole.subarray(0, whole.length >> 1),
    gzipSync(Buffer.from(packed.replace('paint', 'point'), 'latin1')),
    gzipSync(Buffer.from(packed.slice(0, packed.lastIndexOf('sha256')), 'latin1')),
    Buffer.from('not a backup'),
  ]) {
    writeFileSync(trial.file, damaged)
    await expect(trial.restore(url, '--key-file', trial.keyFile)).rejects.toThrow(
      /cut short or damaged|no backup/,
    )
    expect(await everything(url)).toEqual({})
  }
  const altered = packed.replace(/("at\\*":\\*")20/, '$119')
  const digest = createHash('sha256').update(
    Buffer.from(altered.slice(0, altered.lastIndexOf('sha256')), 'latin1'),
  )
  const resealed = altered.replace(/sha256 [0-9a-f]+\n$/, `sha256 ${digest.digest('hex')}\n`)
  writeFileSync(trial.file, gzipSync(Buffer.from(resealed, 'latin1')))
  await expect(trial.restore(url, '--key-file', trial.keyFile)).rejects.toThrow(
    'do not make the root that was signed',
  )
})
