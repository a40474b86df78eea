import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { keyChange } from '#methods/merkle/key-change.ts'
import type { Leaf } from '#methods/merkle/leaf.ts'
import { signerFromSeed } from '#methods/merkle/note-keys.ts'
import { auditRecord } from './audit.ts'
import { parseVkey } from './record/note.ts'
import { Report } from './say.ts'
import { handedIn, handIns, idOf, SmallRecord } from './testing/small-record.ts'

const trials = process.env.FOLKMOOT_TRIALS === 'full' ? 1000 : 50
const record = new SmallRecord()

beforeAll(() => {
  record.append(handIns(9_000)).append(handIns(1_000, 9_000))
})

/** The auditor's verdict and what it said. */
async function verdictOn(of: SmallRecord, altered?: Map<string, Uint8Array | undefined>) {
  const said: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const key = parseVkey(of.vkey)
  const report = new Report()
  try {
    await auditRecord(of.source(altered), { keys: key ? [key] : [], witnesses: [], report })
  } finally {
    write.mockRestore()
  }
  return { isSound: report.isSound, said: said.join('') }
}

/** The same "random" numbers on every machine. */
function* seeded(seed: string): Generator<number> {
  for (let i = 0; ; i++) yield createHash('sha256').update(`${seed} ${i}`).digest().readUInt32BE()
}

describe('auditing a record of 10,000 entries', () => {
  test('a whole one adds up, and it is said that nobody else has vouched for it', async () => {
    const { isSound, said } = await verdictOn(record)
    expect(said).toContain('The 10000 entries, hashed again one by one, make the root of the checkpoint.')
    expect(said).toContain('signed by the key you gave')
    expect(said).toContain('no outside witness yet')
    expect(isSound).toBe(true)
  })

  test(`each of ${trials} single bits flipped anywhere is found`, { timeout: 1_800_000 }, async () => {
    const numbers = seeded('bit flips')
    const next = (below: number) => (numbers.next().value ?? 0) % below
    const paths = [...record.files.keys()].sort()
    const unnoticed: string[] = []
    for (let trial = 0; trial < trials; trial++) {
      const path = paths[next(paths.length)] ?? ''
      const bytes = Uint8Array.from(record.files.get(path) ?? [])
      const at = next(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8))
      const { isSound } = await verdictOn(record, new Map([[path, bytes]]))
      if (isSound) unnoticed.push(`${path}, byte ${at}`)
    }
    expect(unnoticed).toEqual([])
  })

  test('the first wrong leaf is named, and whether the entry or the hash was altered', async () => {
    const path = 'tile/entries/018'
    const bundle = Buffer.from(record.files.get(path) ?? [])
    const at = bundle.indexOf(`"number":${4711 + 1},`)
    const altered = Buffer.from(bundle)
    altered[at + 10] = '9'.charCodeAt(0)
    const entry = await verdictOn(record, new Map([[path, altered]]))
    expect(entry.said).toContain('The first wrong leaf is leaf 4711')
    expect(entry.said).toContain('An entry was altered')
    const tile = Buffer.from(record.files.get('tile/0/018') ?? [])
    const place = 32 * (4711 - 18 * 256)
    tile[place] = (tile[place] ?? 0) ^ 1
    const hash = await verdictOn(record, new Map([['tile/0/018', tile]]))
    expect(hash.said).toContain('The first wrong leaf is leaf 4711')
    expect(hash.said).toContain('The entries are whole')
    expect([entry.isSound, hash.isSound]).toEqual([false, false])
  })

  test('a file that is missing or cut short is found', async () => {
    for (const path of ['tile/0/005', 'tile/entries/005', 'tile/1/000.p/39', 'checkpoint']) {
      const whole = record.files.get(path)
      expect(whole).toBeDefined()
      expect((await verdictOn(record, new Map([[path, undefined]]))).isSound).toBe(false)
      expect((await verdictOn(record, new Map([[path, whole?.slice(0, -1)]]))).isSound).toBe(false)
    }
  })
})

describe('a record that is whole, but holds what it must not', () => {
  test.each([
    ['words', { ...handedIn(3), reason: 'Because' }],
    ['a person', { ...handedIn(3), person: idOf('Noor') }],
    ['an outcome of its own', { ...handedIn(3), outcome: 'refused by Noor' }],
    ['the same id twice', { ...handedIn(4), id: handedIn(1).id }],
    ['a tombstone for nothing', { ...handedIn(3), tombstone_of: idOf('nothing') }],
  ])('%s: the leaf is named', async (_, leaf) => {
    const { isSound, said } = await verdictOn(
      new SmallRecord().append([...handIns(3), leaf as Leaf, ...handIns(2, 5)]),
    )
    expect(said).toContain('The first wrong leaf is leaf 3')
    expect(isSound).toBe(false)
  })

  test('a tombstone for an earlier entry is as it should be', async () => {
    const erased = handedIn(0).id
    const tombstone = { ...handedIn(3), type: 'entry.erased', tombstone_of: erased }
    expect((await verdictOn(new SmallRecord().append([...handIns(3), tombstone]))).isSound).toBe(true)
  })
})

describe('a change of the record’s key', () => {
  const oldKey = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(1))
  const newKey = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(2))
  const leafWith = (key: ReturnType<typeof keyChange>) => ({
    ...{ v: 1 as const, id: idOf('change'), type: 'record.key-changed', at: '2026-11-22T11:00:00Z', key },
  })

  test('is followed when the old key vouches for the new one', async () => {
    const changed = new SmallRecord(oldKey).append(
      [...handIns(3), leafWith(keyChange(oldKey, newKey))],
      [newKey],
    )
    const { isSound, said } = await verdictOn(changed)
    expect(said).toContain('a key that yours vouches for')
    expect(isSound).toBe(true)
  })

  test('is refused when somebody else does', async () => {
    const thief = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(3))
    const stolen = new SmallRecord(oldKey).append(
      [...handIns(3), leafWith(keyChange(thief, newKey))],
      [newKey],
    )
    const { isSound, said } = await verdictOn(stolen)
    expect(said).toContain('Leaf 3 changes the record’s key'.replace('’', "'"))
    expect(isSound).toBe(false)
  })

  test('that led to the key that was given is not for its holder to judge', async () => {
    const changed = new SmallRecord(oldKey).append(
      [...handIns(3), leafWith(keyChange(oldKey, newKey))],
      [newKey],
    )
    changed.signer = newKey
    const { isSound, said } = await verdictOn(changed.append(handIns(2, 3)))
    expect(said).toContain('not for your key to judge')
    expect(isSound).toBe(true)
  })
})

describe('a restore from backup', () => {
  const key = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(1))
  const restored = (declared = {}) =>
    new SmallRecord(key).append(handIns(300)).openEpoch(2, declared).append(handIns(5, 300))

  test('that a leaf declares adds up, under the first name’s key, and is told', async () => {
    const { isSound, said } = await verdictOn(restored().openEpoch(4).append(handIns(3, 305)))
    expect(said).toContain('Leaf 300 opens epoch 2: the record was restored from a backup of 300 leaves')
    expect(said).toContain('Leaf 306 opens epoch 4')
    expect(isSound).toBe(true)
  })

  test.each([
    ['another size', { size: 299 }, 'says that 299 leaves were restored, and 300 stand before it'],
    ['another root', { root: 'ab'.repeat(32) }, 'names another root'],
    ['another number than the name', { number: 3 }, 'name speaks of epoch 2, and its leaves of epoch 3'],
  ])('that declares %s is found', async (_, declared, sentence) => {
    const { isSound, said } = await verdictOn(restored(declared))
    expect(said).toContain(sentence)
    expect(isSound).toBe(false)
  })

  test('that nothing declares is found', async () => {
    const renamed = new SmallRecord(signerFromSeed('moot.example.org/record/epoch-2', key.seed))
    const { isSound, said } = await verdictOn(renamed.append(handIns(20)))
    expect(said).toContain('speaks of epoch 2, and its leaves of epoch 1')
    expect(isSound).toBe(false)
  })

  test('is followed by a change of key under the epoch’s name', async () => {
    const record = restored()
    const next = signerFromSeed(record.signer.name, new Uint8Array(32).fill(2))
    const change = {
      type: 'record.key-changed',
      at: '2026-11-24T11:00:00Z',
      key: keyChange(record.signer, next),
    }
    record.append([{ v: 1, id: idOf('change'), ...change }], [next])
    record.signer = key
    expect(await verdictOn(record)).toMatchObject({ isSound: true })
  })
})
