import { afterAll, describe, expect, test } from 'vitest'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openSheetHouse, ROWS } from './testing/open-sheet-house.ts'

const house = await openSheetHouse()
afterAll(() => house.close())

const { send, answersOf } = house

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

describe('without JavaScript ten rows are a form', () => {
  const open = async (number: number) => {
    const olga = await house.as('olga')
    const { location } = await olga.get(`/calls/${number}/sheet`)
    return { olga, location, sheet: new URL(location, 'http://x').searchParams.get('sheet') ?? '' }
  }

  test('what is wrong comes back, what is right is in', async () => {
    const call = await openTestCall(house)
    const { olga, sheet } = await open(call.number)
    const fields = { sheet, consent: 'spoken', 'r1-q1': 'No night bus', 'r1-q3': 'aa', 'r2-q3': 'zz' }
    const wrong = await olga.post(`/calls/${call.number}/sheet`, fields)
    expect(wrong.status).toBe(422)
    expect(wrong.text()).toContain('Row 2: Only a (agree)')
    expect(wrong.body).toContain('value="No night bus"')
    const right = await olga.post(`/calls/${call.number}/sheet`, { ...fields, 'r2-q3': 'dd' })
    expect(right.status).toBe(200)
    expect(right.text()).toContain('Brought in')
    expect(right.body).not.toContain('value="No night bus"')
    expect(right.body).toContain('name="r3-q1"')
    expect(right.body).not.toContain('name="r2-q1"')
    expect(await answersOf(call.id)).toHaveLength(2)
  })

  test('loaded again or gone back to it is the same sheet: nothing is taken in twice, and a change is not lost in silence', async () => {
    const call = await openTestCall(house)
    const { olga, location, sheet } = await open(call.number)
    const first = await olga.get(location)
    expect(first.body).toContain(`name="sheet" value="${sheet}"`)
    expect(first.body, 'the notice of the call').toContain(`"/notices/${call.notice.slug}?version=1"`)
    const fields = { sheet, consent: 'spoken', 'r1-q1': 'No night bus', 'r2-q1': 'Too dear', 'r2-q3': 'ad' }
    await olga.post(`/calls/${call.number}/sheet`, fields)
    const reloaded = await olga.get(location)
    expect(reloaded.text()).toContain('Of this sheet these rows are in')
    expect(reloaded.body).toContain(`name="sheet" value="${sheet}"`)
    expect(reloaded.body).toContain('name="r3-q1"')
    const back = await olga.post(`/calls/${call.number}/sheet`, fields)
    expect(back.status).toBe(200)
    const changed = await olga.post(`/calls/${call.number}/sheet`, { ...fields, 'r2-q1': 'Far too dear' })
    expect(changed.status).toBe(422)
    expect(changed.text()).toMatch(/Row 2: This row was brought in before as \d+ and said something else/)
    expect(await answersOf(call.id)).toHaveLength(2)
  })

  test('another’s sheet in the address leads to one of one’s own', async () => {
    const call = await openTestCall(house)
    const { location } = await open(call.number)
    await (await house.as('olga')).post(location, {
      sheet: new URL(location, 'http://x').searchParams.get('sheet') ?? '',
      consent: 'spoken',
      'r1-q1': 'No night bus',
    })
    const reply = await (await house.as('nasreen')).get(location)
    expect(reply.status).toBe(303)
    expect(reply.location).not.toBe(location)
  })
})

test('the sheet on paper is for anybody', async () => {
  const call = await openTestCall(house)
  const sheet = await house.visitor().get(`/calls/${call.number}/sheet.pdf`)
  expect(sheet.headers['content-type']).toBe('application/pdf')
  const worker = await house.visitor().get('/intake/sheet-worker.js')
  expect(worker.headers['service-worker-allowed']).toBe('/calls/')
})
