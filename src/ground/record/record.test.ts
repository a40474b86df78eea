import { afterAll, expect, test } from 'vitest'
import { orderedId } from '#core/ids/ids.ts'
import { isIncluded } from '#methods/merkle/check-proof.ts'
import { parseCheckpoint } from '#methods/merkle/checkpoint.ts'
import { cosign } from '#methods/merkle/cosignature.ts'
import { entriesOf } from '#methods/merkle/entry-bundle.ts'
import { leafHash } from '#methods/merkle/hashing.ts'
import { parseNote, signatureLine, verifyNote } from '#methods/merkle/note.ts'
import { parseVkey, signerFromSeed, vkeyText } from '#methods/merkle/note-keys.ts'
import { parseTlogProof } from '#methods/merkle/tlog-proof.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function handIn(title = 'Warm rooms in every library'): Promise<number> {
  const reply = await house
    .visitor()
    .postJson('/api/v1/submissions', { title, words: 'It is cold.', authorship: 'anonymous' })
  return (reply.json() as { number: number }).number
}

async function vkey() {
  const key = parseVkey((await house.visitor().get('/record/key')).body.trim())
  if (!key) throw new Error('no key')
  return key
}

test('the proof comes with 202 until the entry has its place, then it holds against the signed checkpoint', async () => {
  const number = await handIn()
  const early = await house.visitor().get(`/receipts/${number}.proof`)
  expect(early.status).toBe(202)
  expect(early.headers['retry-after']).toBe('1')
  await house.runJobs()
  const proof = parseTlogProof((await house.visitor().get(`/receipts/${number}.proof`)).body)
  const checkpoint = proof && parseCheckpoint(verifyNote(proof.checkpoint, await vkey()) ?? '')
  const file = (await house.visitor().get(`/receipts/${number}.json`)).json() as {
    leaf: unknown
    public: { content: { title: string } }
  }
  expect(file.public.content.title).toBe('Warm rooms in every library')
  const { leaf } = await house.db
    .selectFrom('entries')
    .innerJoin('receipts', 'receipts.entryId', 'entries.id')
    .innerJoin('matters', 'matters.id', 'receipts.matterId')
    .select('leaf')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  expect(checkpoint).not.toBeNull()
  expect(
    proof &&
      checkpoint &&
      isIncluded({
        leafHash: leafHash(Buffer.from(leaf)),
        index: proof.index,
        size: checkpoint.size,
        proof: proof.proof,
        root: checkpoint.root,
      }),
  ).toBe(true)
})

test('tiles and bundles hold every entry, past the border of a tile', async () => {
  for (let batch = 0; batch < 13; batch += 1) await Promise.all(Array.from({ length: 24 }, () => handIn()))
  await house.runJobs()
  const note = parseNote((await house.visitor().get('/record/checkpoint')).body)
  const checkpoint = parseCheckpoint(note?.text ?? '')
  expect(checkpoint?.size).toBeGreaterThan(300)
  const full = await house.server.inject('/record/tile/entries/000')
  const entries = entriesOf(full.rawPayload) ?? []
  expect(entries).toHaveLength(256)
  const tile = (await house.server.inject('/record/tile/0/000')).rawPayload
  expect(tile).toHaveLength(8192)
  expect(tile.subarray(0, 32).equals(Buffer.from(leafHash(entries[0] ?? new Uint8Array())))).toBe(true)
  expect((await house.server.inject('/record/tile/1/000.p/1')).statusCode).toBe(200)
  expect((await house.server.inject('/record/tile/0/009')).statusCode).toBe(404)
})

test('two sequencers at once place every entry once', async () => {
  await Promise.all(Array.from({ length: 30 }, () => handIn()))
  await Promise.all([house.runJobs(), house.runJobs()])
  await house.runJobs()
  const left = await house.db.selectFrom('unsequenced').select('arrival').execute()
  expect(left).toEqual([])
  const { count, last } = await house.db
    .selectFrom('recordLeaves')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('leafIndex').as('last')])
    .executeTakeFirstOrThrow()
  expect(last).toBe(Number(count) - 1)
})

test('the record can be added to and not changed', async () => {
  await expect(house.db.updateTable('entries').set({ kind: 'other' }).execute()).rejects.toThrow()
  await expect(house.db.deleteFrom('recordLeaves').execute()).rejects.toThrow()
})

test('only the cosignature of a trusted witness counts, and then the record says so', async () => {
  await handIn()
  await house.runJobs()
  const note = (await house.visitor().get('/record/checkpoint')).body
  const witness = signerFromSeed('witness.example', new Uint8Array(32).fill(7), 4)
  const line = signatureLine(cosign(parseNote(note)?.text ?? '', witness, 1_800_000_000))
  const send = () =>
    house.server.inject({
      method: 'POST',
      url: '/record/cosignatures',
      headers: { 'content-type': 'text/plain' },
      payload: note + line,
    })
  expect((await send()).statusCode).toBe(422)
  await house.db
    .insertInto('witnesses')
    .values({
      id: orderedId(house.clock.now()),
      name: witness.name,
      verifierKey: vkeyText(witness),
      trustedAt: house.clock.now(),
    })
    .execute()
  expect((await send()).statusCode).toBe(201)
  expect((await house.visitor().get('/record/checkpoint')).body).toContain('witness.example')
  expect((await house.visitor().get('/record')).text()).toContain('witness.example')
})

test('a tile that was changed behind our back is never signed for', async () => {
  await handIn()
  await house.runJobs()
  const { hashes } = await house.db
    .selectFrom('recordTiles')
    .select('hashes')
    .where('level', '=', 0)
    .orderBy('tileIndex', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const flipped = Buffer.from(hashes)
  flipped[0] = (flipped[0] ?? 0) ^ 1
  const last = house.db
    .selectFrom('recordTiles')
    .select((eb) => eb.fn.max('tileIndex').as('last'))
    .where('level', '=', 0)
  const put = (bytes: Buffer) =>
    house.db
      .updateTable('recordTiles')
      .set({ hashes: bytes })
      .where('level', '=', 0)
      .where('tileIndex', '=', last)
      .execute()
  await put(flipped)
  await handIn()
  await expect(house.runJobs()).rejects.toThrow('no longer give the root')
  await put(hashes)
  await house.runJobs()
})
