import { afterAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openSheetHouse, ROWS } from './testing/open-sheet-house.ts'

const house = await openSheetHouse()
afterAll(() => house.close())

const { send, answersOf } = house

test('the same sheet typed by two helpers is offered as twins at once, and both are told', async () => {
  const call = await openTestCall(house)
  const mine = await send('olga', call.number, { sheet: unorderedId(), rows: ROWS })
  const rows = [
    { row: 1, cells: { '1': 'the last bus leaves at SIX', '2': '13', '3': 'ad' } },
    { row: 2, cells: { '1': 'Too dear for four of us, really.', '2': '2', '3': 'ap' } },
  ]
  const theirs = await send('nasreen', call.number, { sheet: unorderedId(), rows })
  const [first, second] = theirs.rows.map(({ words }) => words)
  expect(first).toContain(`the same as ${mine.rows[0]?.number}`)
  expect(second).toBeUndefined()
  expect(await answersOf(call.id)).toHaveLength(4)
  const offered = await house.db
    .selectFrom('answerTwins')
    .innerJoin('matters', 'matters.id', 'answerTwins.laterId')
    .select(['matters.number', 'decided'])
    .where('matters.number', '=', theirs.rows[0]?.number ?? 0)
    .execute()
  expect(offered).toMatchObject([{ decided: null }])
})

test('a row sent again with other words changes nothing and says so', async () => {
  const call = await openTestCall(house)
  const sheet = unorderedId()
  await send('olga', call.number, { sheet, rows: ROWS })
  const again = await send('olga', call.number, { sheet, rows: [{ row: 1, cells: { '1': 'Another' } }] })
  expect(again.rows[0]).toMatchObject({ ok: false })
  expect(again.rows[0]?.problems[0]?.message).toContain('said something else then')
  expect(await answersOf(call.id)).toHaveLength(2)
})
