import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse, type TestHouse } from '../../../app/testing/open-test-house.ts'
import { makeHelper } from '../testing/make-helper.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await makeHelper(house, 'olga', 'helper')
  await makeHelper(house, 'nasreen', 'helper')
})
afterAll(() => house.close())

const ROWS = [
  { row: 1, cells: { '1': 'The last bus leaves at six.', '2': '13', '3': 'ad' } },
  { row: 2, cells: { '1': 'Too dear for four of us.', '2': '2', '3': 'ap' } },
]

interface Told {
  rows: { row: number; ok: boolean; number: number; key: string; problems: { message: string }[] }[]
}

async function send(who: 'olga' | 'nasreen', number: number, body: object): Promise<Told> {
  return (
    await (await house.as(who)).postJson(`/calls/${number}/sheet`, { consent: 'spoken', ...body })
  ).json()
}

const answersOf = (callId: string) =>
  house.db.selectFrom('answers').select('id').where('callId', '=', callId).execute()

describe('the rows of a meeting', () => {
  test('are taken in once, by meeting, with their helper; sending them again gives the same numbers and keys', async () => {
    const call = await openTestCall(house)
    const sheet = unorderedId()
    const first = await send('olga', call.number, { sheet, rows: ROWS })
    const again = await send('olga', call.number, {
      sheet,
      rows: [...ROWS, { row: 3, cells: { '1': 'No Sundays.' } }],
    })
    expect(first.rows.map(({ ok }) => ok)).toEqual([true, true])
    expect(again.rows.slice(0, 2)).toEqual(first.rows)
    expect(await answersOf(call.id)).toHaveLength(3)
    const entries = await house.db
      .selectFrom('intakeEntries')
      .innerJoin('matters', 'matters.id', 'intakeEntries.answerId')
      .select(['sheetRow', 'route', 'helperId'])
      .where('sheetId', '=', sheet)
      .orderBy('sheetRow')
      .execute()
    expect(entries.map(({ sheetRow }) => sheetRow)).toEqual([1, 2, 3])
    expect(entries[0]).toMatchObject({ route: 'meeting', helperId: house.world.people.olga.id })
    const { number, key } = first.rows[0] ?? { number: 0, key: '' }
    const kept = house.db
      .selectFrom('followUpKeys')
      .innerJoin('matters', 'matters.id', 'followUpKeys.matterId')
    const { keyHash } = await kept
      .select('keyHash')
      .where('matters.number', '=', number)
      .executeTakeFirstOrThrow()
    const parsed = parseFollowUpKey(key)
    expect(parsed.ok && sha256(parsed.key).equals(keyHash)).toBe(true)
  })

  test('sent twice at once are stored once', async () => {
    const call = await openTestCall(house)
    const sheet = unorderedId()
    await Promise.all([1, 2, 3].map(() => send('olga', call.number, { sheet, rows: ROWS })))
    expect(await answersOf(call.id)).toHaveLength(2)
  })

  test('a row that is wrong says so and leaves the others in; the same sheet of two helpers is two', async () => {
    const call = await openTestCall(house)
    const rows = [...ROWS, { row: 3, cells: { '2': '9' } }, { row: 4, cells: { '1': ' ' } }]
    const told = await send('olga', call.number, { sheet: unorderedId(), rows })
    expect(told.rows.map(({ ok }) => ok)).toEqual([true, true, false, false])
    expect(told.rows[2]?.problems[0]?.message).toBe(
      'Row 3: One of these numbers is no answer to this question.',
    )
    await send('nasreen', call.number, { sheet: unorderedId(), rows: ROWS })
    expect(await answersOf(call.id)).toHaveLength(4)
  })

  test('nobody gets keys by another’s sheet, and without consent nothing is stored', async () => {
    const call = await openTestCall(house)
    const sheet = unorderedId()
    await send('olga', call.number, { sheet, rows: ROWS })
    const nasreen = await house.as('nasreen')
    const stolen = await nasreen.postJson(`/calls/${call.number}/sheet`, {
      consent: 'spoken',
      sheet,
      rows: ROWS,
    })
    expect(stolen.status).toBe(422)
    expect((await nasreen.post(`/calls/${call.number}/sheet/receipts`, { sheet })).status).toBe(404)
    const olga = await house.as('olga')
    const bare = await olga.postJson(`/calls/${call.number}/sheet`, { sheet: unorderedId(), rows: ROWS })
    expect(bare.status).toBe(422)
    expect(await answersOf(call.id)).toHaveLength(2)
    const receipts = await olga.post(`/calls/${call.number}/sheet/receipts`, { sheet })
    expect(receipts.headers['content-type']).toBe('application/pdf')
  })
})

test('without JavaScript ten rows are a form: what is wrong comes back, what is right is in', async () => {
  const call = await openTestCall(house)
  const olga = await house.as('olga')
  const page = await olga.get(`/calls/${call.number}/sheet`)
  const sheet = /name="sheet" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const fields = {
    sheet,
    offset: '0',
    consent: 'spoken',
    'r1-q1': 'No night bus',
    'r1-q3': 'aa',
    'r2-q3': 'zz',
  }
  const wrong = await olga.post(`/calls/${call.number}/sheet`, fields)
  expect(wrong.status).toBe(422)
  expect(wrong.text()).toContain('Row 2: Only a (agree)')
  expect(wrong.body).toContain('value="No night bus"')
  const right = await olga.post(`/calls/${call.number}/sheet`, { ...fields, 'r2-q3': 'dd' })
  expect(right.status).toBe(200)
  expect(right.text()).toContain('Brought in')
  expect(right.body).not.toContain('value="No night bus"')
  expect(right.body).toContain('name="offset" value="10"')
  expect(await answersOf(call.id)).toHaveLength(2)
})

test('the sheet on paper is for anybody', async () => {
  const call = await openTestCall(house)
  const sheet = await house.visitor().get(`/calls/${call.number}/sheet.pdf`)
  expect(sheet.headers['content-type']).toBe('application/pdf')
  const worker = await house.visitor().get('/intake/sheet-worker.js')
  expect(worker.headers['service-worker-allowed']).toBe('/calls/')
})
