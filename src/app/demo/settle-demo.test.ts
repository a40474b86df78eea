import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type Database } from '#core/db/connect.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { cloneDatabase } from '../testing/database-server.ts'
import { settleDemo } from './settle-demo.ts'

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let database: Database
beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
  database = connect({ url: copy.url })
  await settleDemo(database.db, { baseUrl: 'http://127.0.0.1:3000', now: new Date('2026-11-22T12:00:00Z') })
}, 120_000)
afterAll(async () => {
  await database.close()
  await copy.drop()
})

test('sixty submissions stand in every state, and none without a custodian or an end', async () => {
  const { db } = database
  const states = await db
    .selectFrom('matters')
    .select((eb) => ['closingOutcome', eb.fn.countAll<number>().as('count')])
    .groupBy('closingOutcome')
    .execute()
  const counts = Object.fromEntries(
    states.map(({ closingOutcome, count }) => [closingOutcome ?? 'open', Number(count)]),
  )
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(60)
  expect(counts).toMatchObject({ accepted: 7, refused: 2, merged: 2, withdrawn: 1 })
  const reviews = await db.selectFrom('reviews').select('matterId').execute()
  expect(reviews).toHaveLength(1)
  const overdue = await db
    .selectFrom('custody')
    .select('id')
    .where('decidedAt', 'is', null)
    .where('dueAt', '<', new Date('2026-11-22T12:00:00Z'))
    .execute()
  expect(overdue.length).toBeGreaterThan(4)
})

test('every entry has its place in the record, and the house is there', async () => {
  const { db } = database
  expect(await db.selectFrom('unsequenced').select('arrival').execute()).toEqual([])
  expect((await readHouse(db, 'http://127.0.0.1:3000'))?.isDemo).toBe(true)
  const units = await db
    .selectFrom('units')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'constituency')
    .executeTakeFirstOrThrow()
  expect(Number(units.count)).toBe(650)
})
