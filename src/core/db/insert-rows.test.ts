import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { unorderedId } from '../ids/ids.ts'
import { insertRows } from './insert-rows.ts'
import { brokenConstraint, inTransaction } from './transaction.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const entryOf = (leaf: string) => ({
  id: unorderedId(),
  kind: 'trial.made',
  at: new Date('2026-11-22T10:00:00.123Z'),
  leaf,
  leafHash: Buffer.from(Array.from({ length: 32 }, (_, at) => at * 8)),
})

test('words, times and bytes come back as they went in, in their order', async () => {
  const rows = ['"quoted" \\ \\n ‘marks’', 'اردو 🏘', ''].map(entryOf)
  await inTransaction(house.db, (tx) => insertRows(tx, 'entries', rows))
  const kept = await house.db
    .selectFrom('entries')
    .select(['id', 'kind', 'at', 'leaf', 'leafHash'])
    .where('kind', '=', 'trial.made')
    .execute()
  expect(kept).toEqual(rows)
})

test('nothing is written for no rows, and a broken promise keeps its name', async () => {
  await inTransaction(house.db, (tx) => insertRows(tx, 'entries', []))
  const short = { ...entryOf('short'), leafHash: Buffer.from('short') }
  const refused = await inTransaction(house.db, (tx) =>
    insertRows(tx, 'entries', [entryOf('a'), short]),
  ).catch(brokenConstraint)
  expect(refused).toBe('leaf_hash_is_sha256')
})
