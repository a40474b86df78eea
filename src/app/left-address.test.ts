import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#core/config/config.ts'
import { leaveAddress, withLeftAddress } from './left-address.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'folkmoot-address-'))
afterAll(() => rm(folder, { recursive: true }))

const elsewhere = readConfig({ FOLKMOOT_DATA: folder })

test('a verb in another terminal knows where the running one is reached, until it ends', async () => {
  const takeAway = await leaveAddress(readConfig({ FOLKMOOT_DATA: folder, PORT: '3001' }))
  expect((await withLeftAddress(elsewhere)).baseUrl).toBe('http://127.0.0.1:3001')
  await takeAway()
  expect((await withLeftAddress(elsewhere)).baseUrl).toBe('http://127.0.0.1:3000')
})

test('half a file says nothing, and several processes on one database are told BASE_URL', async () => {
  await writeFile(path.join(folder, 'address'), '')
  expect((await withLeftAddress(elsewhere)).baseUrl).toBe('http://127.0.0.1:3000')
  await writeFile(path.join(folder, 'address'), 'http://127.0.0.1:3001\n')
  const shared = readConfig({ FOLKMOOT_DATA: folder, DATABASE_URL: 'postgres://folkmoot@10.0.0.9/folkmoot' })
  expect((await withLeftAddress(shared)).baseUrl).toBe('http://127.0.0.1:3000')
})
