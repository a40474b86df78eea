import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { cosignedAt } from '#methods/merkle/cosignature.ts'
import { keyChange } from '#methods/merkle/key-change.ts'
import { parseNote } from '#methods/merkle/note.ts'
import { parseVkey, signerFromSeed } from '#methods/merkle/note-keys.ts'
import { newFolder, run } from './testing/run.ts'
import { handIns, idOf, SmallRecord } from './testing/small-record.ts'

const servers: { close(): void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A record on an address, and what is posted to it. What it serves can be exchanged. */
async function serve(first: SmallRecord) {
  const house = { record: first, posted: [] as string[], url: '', isTaking: true }
  const server = createServer(async (request, reply) => {
    const path = (request.url ?? '').replace('/record/', '')
    if (request.method === 'POST' && path === 'cosignatures') {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      house.posted.push(Buffer.concat(pieces).toString())
      if (house.isTaking) reply.writeHead(201).end('{"taken":true}')
      else reply.writeHead(422).end('{"title":"No line is of a witness that this record trusts."}')
      return
    }
    const bytes = house.record.files.get(path)
    reply.writeHead(bytes ? 200 : 404).end(bytes)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  house.url = `http://127.0.0.1:${port}`
  return house
}

function witnessIn(folder: string) {
  const key = parseVkey(readFileSync(join(folder, 'witness.vkey'), 'utf8').trim())
  if (!key) throw new Error('no witness key')
  return key
}

const look = (url: string, folder: string, ...more: string[]) =>
  run('watch', url, '--folder', folder, '--once', ...more)

describe('a witness', () => {
  test('keeps what it saw, cosigns it and sends the line to the record', async () => {
    const house = await serve(new SmallRecord().append(handIns(300)))
    const folder = newFolder()
    const first = await look(house.url, folder, '--key', house.record.vkey, '--name', 'branch.example/w')
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('300 leaves, 300 new') })
    const [sent] = house.posted
    const note = parseNote(sent ?? '')
    expect(note && cosignedAt(note, witnessIn(folder))).toBeGreaterThan(1_700_000_000)
    expect(sent?.startsWith(house.record.checkpoint)).toBe(true)
    house.record.append(handIns(300, 300))
    const second = await look(house.url, folder)
    expect(second).toMatchObject({ code: 0, said: expect.stringContaining('600 leaves, 300 new') })
    expect(readdirSync(join(folder, 'seen'))).toHaveLength(2)
    expect(readFileSync(join(folder, 'leaves.bin'))).toHaveLength(600 * 32)
  })

  test.each([
    ['a rollback', 'ROLLBACK', () => new SmallRecord().append(handIns(200))],
    ['a fork of the same size', 'FORK', () => new SmallRecord().append(handIns(300, 1))],
    [
      'a fork that has grown',
      'FORK',
      () => new SmallRecord().append([...handIns(299), ...handIns(200, 300)]),
    ],
    [
      'a stranger’s signature',
      'not signed',
      () =>
        new SmallRecord(signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(5))).append(
          handIns(400),
        ),
    ],
    [
      'an epoch that nothing declares',
      'no leaf declares that epoch',
      () =>
        new SmallRecord(signerFromSeed('moot.example.org/record/epoch-2', new Uint8Array(32).fill(1))).append(
          handIns(250),
        ),
    ],
    [
      'an epoch that declares another root than its leaves have',
      'no leaf declares that epoch',
      () => new SmallRecord().append(handIns(250)).openEpoch(2, { root: 'ab'.repeat(32) }),
    ],
    [
      'an epoch that declares leaves which were never seen',
      'FORK',
      () => new SmallRecord().append([...handIns(249), ...handIns(1, 900)]).openEpoch(2),
    ],
  ])('raises the alarm at %s, keeps both sides, and does not cosign', async (_, word, other) => {
    const house = await serve(new SmallRecord().append(handIns(300)))
    const folder = newFolder()
    await look(house.url, folder, '--key', house.record.vkey)
    house.record = other()
    const alarm = await look(house.url, folder)
    expect(alarm).toMatchObject({ code: 1, said: expect.stringContaining(word) })
    expect(house.posted).toHaveLength(1)
    const evidence = readFileSync(join(folder, 'alarms', '0001.txt'), 'utf8')
    expect(evidence).toContain(house.record.checkpoint)
    expect(evidence).toContain('moot.example.org/record\n300\n')
  })

  test('accepts a declared epoch, says what was lost, and keeps its hashes', async () => {
    const house = await serve(new SmallRecord().append(handIns(300)))
    const folder = newFolder()
    await look(house.url, folder, '--key', house.record.vkey)
    house.record = new SmallRecord().append(handIns(290)).openEpoch(2).append(handIns(4, 800))
    const epoch = await look(house.url, folder)
    expect(epoch).toMatchObject({ code: 0, said: expect.stringContaining('NEW EPOCH') })
    expect(epoch.said).toContain('10 of the 300 leaves seen before are lost')
    expect(readFileSync(join(folder, 'epochs', '0001-leaves.bin'))).toHaveLength(300 * 32)
    expect(readFileSync(join(folder, 'epochs', '0001.txt'), 'utf8')).toContain(
      'moot.example.org/record\n300\n',
    )
    expect(house.posted).toHaveLength(2)
    house.record.append(handIns(6, 900))
    const after = await look(house.url, folder)
    expect(after).toMatchObject({ code: 0, said: expect.stringContaining('301 leaves, 6 new') })
    house.record = new SmallRecord().append(handIns(300))
    expect(await look(house.url, folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('ROLLBACK'),
    })
  })

  test('goes on with a new key that the old one vouches for', async () => {
    const oldKey = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(1))
    const newKey = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(2))
    const house = await serve(new SmallRecord(oldKey).append(handIns(10)))
    const folder = newFolder()
    await look(house.url, folder, '--key', house.record.vkey)
    const change = { type: 'record.key-changed', at: '2026-11-22T11:00:00Z', key: keyChange(oldKey, newKey) }
    house.record.append([{ v: 1, id: idOf('change'), ...change }], [newKey])
    expect((await look(house.url, folder)).code).toBe(0)
    house.record.append(handIns(5, 10), [newKey])
    expect((await look(house.url, folder)).code).toBe(0)
  })

  test('carries on after a power cut that left leaves without their checkpoint', async () => {
    const house = await serve(new SmallRecord().append(handIns(300)))
    const folder = newFolder()
    await look(house.url, folder, '--key', house.record.vkey)
    writeFileSync(join(folder, 'leaves.bin'), new Uint8Array(77), { flag: 'a' })
    house.record.append(handIns(1, 300))
    expect((await look(house.url, folder)).code).toBe(0)
    expect(readFileSync(join(folder, 'leaves.bin'))).toHaveLength(301 * 32)
  })

  test('says what the record answers that does not know it yet, and tries again at the next look', async () => {
    const house = await serve(new SmallRecord().append(handIns(3)))
    house.isTaking = false
    const folder = newFolder()
    const first = await look(house.url, folder, '--key', house.record.vkey)
    expect(first).toMatchObject({
      code: 0,
      said: expect.stringContaining('No line is of a witness that this record trusts'),
    })
    await look(house.url, folder)
    expect(house.posted).toHaveLength(2)
    await look(house.url, folder, '--keep-to-myself')
    expect(house.posted).toHaveLength(2)
  })

  test('needs to be told whom to trust, and says when nobody answers', async () => {
    const house = await serve(new SmallRecord().append(handIns(3)))
    const folder = newFolder()
    expect((await look(house.url, folder)).code).toBe(2)
    expect(existsSync(join(folder, 'witness.key'))).toBe(false)
    const nobody = await look('http://127.0.0.1:9', folder, '--key', house.record.vkey)
    expect(nobody).toMatchObject({ code: 2, said: expect.stringContaining('cannot be reached') })
  })
})
