import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#core/db/connect.ts'
import { canonicalJson } from '#methods/merkle/canonical-json.ts'
import { leafHash, sha256 } from '#methods/merkle/hashing.ts'
import { leafProblem } from '#methods/merkle/leaf.ts'
import { openTestHouse } from '../testing/open-test-house.ts'
import { growDemo } from './grow-demo.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const SIZE = 400

const house = await openTestHouse()
afterAll(() => house.close())

let database: Database
beforeAll(async () => {
  database = house.database
  await growDemo(database, { size: SIZE, now: NOW })
}, 120_000)

function entriesOfSize() {
  return database.db
    .selectFrom('entries')
    .innerJoin('submissions', 'submissions.id', 'entries.matterId')
    .select(['entries.id', 'entries.leaf', 'entries.leafHash', 'entries.matterId', 'entries.at'])
    .where('submissions.source', 'like', 'large:%')
    .orderBy('entries.at')
    .execute()
}

test('each leaf is one by the record’s own rules, in its canonical spelling, with its hash', async () => {
  const entries = await entriesOfSize()
  expect(entries.length).toBeGreaterThan(SIZE * 8)
  for (const { id, leaf, leafHash: hash, matterId, at } of entries) {
    const members = JSON.parse(leaf)
    expect(leafProblem(members)).toBeNull()
    expect(canonicalJson(members)).toBe(leaf)
    expect(hash).toEqual(Buffer.from(leafHash(Buffer.from(leaf))))
    expect(members).toMatchObject({ id, matter: matterId, at: `${at.toISOString().slice(0, 19)}Z` })
  }
})

test('what is sealed is what its leaf committed to, in canonical JSON', async () => {
  const seals = await database.db
    .selectFrom('sealed')
    .innerJoin('entries', 'entries.id', 'sealed.entryId')
    .select(['sealed.part', 'sealed.salt', 'sealed.content', 'entries.leaf'])
    .execute()
  for (const { part, salt, content, leaf } of seals) {
    const commitment = Buffer.from(sha256(salt, Buffer.from(content))).toString('hex')
    expect(JSON.parse(leaf).sealed[part]).toBe(commitment)
    expect(canonicalJson(JSON.parse(content))).toBe(content)
  }
})

test('the whole record has its places, and a second run adds nothing', async () => {
  const { db } = database
  expect(await db.selectFrom('unsequenced').select('arrival').execute()).toEqual([])
  const before = await entriesOfSize()
  await growDemo(database, { size: SIZE, now: NOW })
  expect(await entriesOfSize()).toHaveLength(before.length)
})

test('matters stand in every state, some overdue, with members and clerks', async () => {
  const states = await database.db
    .selectFrom('matters')
    .select((eb) => ['closingOutcome', eb.fn.countAll<number>().as('count')])
    .groupBy('closingOutcome')
    .execute()
  expect(states.map(({ closingOutcome }) => closingOutcome)).toEqual(
    expect.arrayContaining([null, 'answered', 'accepted', 'refused', 'merged']),
  )
  const overdue = await database.db
    .selectFrom('custody')
    .select('id')
    .where('decidedAt', 'is', null)
    .where('dueAt', '<', NOW)
    .execute()
  expect(overdue.length).toBeGreaterThan(SIZE / 50)
})
