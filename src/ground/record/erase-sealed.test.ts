import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { auditRecord } from '../../app/testing/audit-record.ts'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { eraseSealed } from './erase-sealed.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function entryOf(number: number): Promise<string> {
  const { entryId } = await house.db
    .selectFrom('receipts')
    .innerJoin('matters', 'matters.id', 'receipts.matterId')
    .select('entryId')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return entryId
}

const erase = (entryIds: string[]) =>
  inTransaction(house.db, (tx) => eraseSealed(tx, { entryIds, at: house.clock.now() }))

const sealsOf = (entryIds: string[]) =>
  house.db.selectFrom('sealed').select('content').where('entryId', 'in', entryIds).execute()

test('sealed words go, tombstones come, and the whole record still verifies', async () => {
  const withheld = await handedIn(house, { authorship: 'withheld', name: 'Patrick' })
  const named = await handedIn(house, { authorship: 'named', name: 'Nasreen' })
  await house.runJobs()
  const before = (await house.visitor().get('/record/checkpoint')).body
  const entryIds = [await entryOf(withheld.number), await entryOf(named.number)]
  expect(await sealsOf(entryIds)).toHaveLength(3)
  expect(await erase(entryIds)).toHaveLength(2)
  expect(await sealsOf(entryIds)).toEqual([])
  await house.runJobs()
  expect((await house.visitor().get('/record/checkpoint')).body).not.toBe(before)
  const audit = await auditRecord(house)
  expect(audit).toMatchObject({ code: 0, said: expect.stringContaining('The record adds up.') })
  const { story } = await storyOf(house, withheld)
  expect(story.at(-1)).toMatchObject({ type: 'record.erased', words: null })
  expect((await house.visitor().get(`/receipts/${named.number}.proof`)).status).toBe(200)
  expect((await house.visitor().get(withheld.path)).text()).toContain('Words were erased')
})

test('each erasure is on the list by kind and id, once, however often it is asked for', async () => {
  const { number } = await handedIn(house)
  const entryId = await entryOf(number)
  const both = await Promise.all([erase([entryId]), erase([entryId])])
  expect(both.flat()).toHaveLength(1)
  expect(await erase([entryId])).toEqual([])
  const listed = await house.db
    .selectFrom('erasures')
    .select(['kind', 'subjectId'])
    .where('subjectId', '=', entryId)
    .execute()
  expect(listed).toEqual([{ kind: 'sealed.public', subjectId: entryId }])
  await expect(house.db.deleteFrom('erasures').execute()).rejects.toThrow('append-only')
})

test('an erasure that is rolled back erased nothing and is not listed', async () => {
  const { number } = await handedIn(house)
  const entryId = await entryOf(number)
  const failing = inTransaction(house.db, async (tx) => {
    await eraseSealed(tx, { entryIds: [entryId], at: house.clock.now() })
    throw new Error('something else failed')
  })
  await expect(failing).rejects.toThrow('something else failed')
  expect(await sealsOf([entryId])).toHaveLength(1)
  const listed = await house.db.selectFrom('erasures').select('id').where('subjectId', '=', entryId).execute()
  expect(listed).toEqual([])
})
