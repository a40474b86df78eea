import { afterAll, describe, expect, test } from 'vitest'
import { giveRole } from '../../../app/testing/give-role.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const call = await openTestCall(house)
await giveRole(house, 'olga', { role: 'partner', unit: 'southdown' })
const token = await tokenOf('olga', ['answers:write'])

async function tokenOf(who: 'olga' | 'nasreen' | 'idris', scopes: string[]): Promise<string> {
  const reply = await (await house.as(who)).postJson('/account/tokens', {
    name: 'a program',
    scopes,
    days: 30,
  })
  return (reply.json() as { token: string }).token
}

interface Brought {
  taken: number
  known: number
  refused: number
  answers: { id: string; number: number }[]
  problems: { line: number; column: string; message: string }[]
  errors?: { field: string; message: string }[]
}

const path = () => `/api/v1/calls/${call.number}/answers`
async function bring(body: object, bearer = token) {
  const reply = await house.visitor().postJson(path(), body, { authorization: `Bearer ${bearer}` })
  return { status: reply.status, body: reply.json() as Brought, text: reply.body }
}

async function bringTable(csv: string, query = '') {
  const reply = await house.server.inject({
    method: 'POST',
    url: `${path()}${query}`,
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
    payload: csv,
  })
  return { status: reply.statusCode, body: reply.json() as Brought, text: reply.body }
}

const stored = async () =>
  Number(
    (
      await house.db
        .selectFrom('answers')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('a partner’s answers', () => {
  test('come in with words, choices, statements and a place; their source is kept', async () => {
    const one = {
      id: 'a-1',
      language: 'cy',
      q1: 'Dim bws',
      q2: [1, 3],
      'q3.1': 'agree',
      'q3.2': 'pass',
      q4: 'millbrook',
    }
    const { status, body } = await bring({ answers: [one] })
    expect({ status, taken: body.taken, problems: body.problems }).toEqual({
      status: 200,
      taken: 1,
      problems: [],
    })
    const row = await house.db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .innerJoin('partnerAnswers', 'partnerAnswers.answerId', 'answers.id')
      .innerJoin('partnerSets', 'partnerSets.id', 'partnerAnswers.setId')
      .innerJoin('intakeEntries', 'intakeEntries.answerId', 'answers.id')
      .select([
        'matters.route',
        'matters.language',
        'partnerSets.unitId',
        'intakeEntries.consent',
        'answers.unitId as place',
      ])
      .where('matters.number', '=', body.answers[0]?.number ?? 0)
      .executeTakeFirstOrThrow()
    const { southdown, millbrook } = house.world.units
    expect(row).toEqual({
      route: 'partner',
      language: 'cy',
      unitId: southdown.id,
      consent: 'by-agreement',
      place: millbrook.id,
    })
  })

  test('brought again they are known by their ids and keep their numbers', async () => {
    const rows = [
      { id: 'b-1', q1: 'One' },
      { id: 'b-2', q1: 'Two' },
    ]
    const first = await bring({ answers: rows })
    const again = await bring({ answers: [...rows, { id: 'b-3', q1: 'Three' }] })
    expect(again.body).toMatchObject({ taken: 1, known: 2 })
    expect(again.body.answers.slice(0, 2)).toEqual(first.body.answers)
  })

  test('two at once with the same ids are one', async () => {
    const before = await stored()
    const rows = { answers: [{ id: 'c-1', q1: 'At once' }] }
    const [one, other] = await Promise.all([bring(rows), bring(rows)])
    expect(one.body.answers).toEqual(other.body.answers)
    expect(await stored()).toBe(before + 1)
  })

  test('as a table they are the same, with quotation marks and line breaks', async () => {
    const { body } = await bringTable(
      'id,q1,q2,q3.1\nd-1,"Late, and\nslow",1;2,disagree\nd-2,"او ""ok""",,\n',
    )
    expect(body).toMatchObject({ taken: 2, refused: 0 })
  })

  test('one that is wrong stops all, and each fault has its line and column', async () => {
    const before = await stored()
    const { status, body, text } = await bringTable(
      'id,q1,q2,q3.1,q4\ne-1,good,1,,\n,no id,1,,\ne-3,x,9,,\ne-4,x,,maybe,\ne-5,x,,,nowhere\ne-6,,,,\n',
    )
    expect(status).toBe(422)
    expect(text).toContain('partner.rows-wrong')
    expect(body.errors?.map(({ field }) => field)).toEqual(['3:id', '4:q2', '5:q3.1', '6:q4'])
    expect(await stored()).toBe(before)
  })

  test('with “partial” what is right comes in, and the rest is told', async () => {
    const { status, body } = await bringTable(
      'id,q1,q2\nf-1,good,1\n,no id,1\nf-3,,\nf-4,good too,2\n',
      '?partial=yes',
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ taken: 2, refused: 2 })
    expect(body.problems.map(({ line, column }) => `${line}:${column}`)).toEqual(['3:id', '4:'])
  })

  test('ten thousand come in at once; one more does not', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      id: `g-${at}`,
      q1: `Answer number ${at} about buses`,
    }))
    const { status, body } = await bring({ answers: rows })
    expect({ status, taken: body.taken }).toEqual({ status: 200, taken: 10_000 })
    expect((await bring({ answers: [...rows, { id: 'x', q1: 'x' }] })).status).toBe(422)
  }, 120_000)
})

describe('who may', () => {
  test('a partner with a token for it, for a unit of theirs', async () => {
    const one = { answers: [{ id: 'h-1', q1: 'x' }] }
    expect((await bring(one, await tokenOf('olga', ['submissions:write']))).status).toBe(403)
    expect((await bring(one, await tokenOf('idris', ['answers:write']))).status).toBe(403)
    expect((await bring({ ...one, unit: 'millbrook' })).status).toBe(403)
    expect((await house.visitor().postJson(path(), one)).status).toBe(401)
    await giveRole(house, 'olga', { role: 'partner', unit: 'millbrook' })
    expect((await bring(one)).status).toBe(403)
    expect((await bring({ ...one, unit: 'millbrook' })).status).toBe(200)
  })

  test('a call that is closed, or not there, takes nothing in', async () => {
    expect(
      (
        await house
          .visitor()
          .postJson('/api/v1/calls/999999/answers', {}, { authorization: `Bearer ${token}` })
      ).status,
    ).toBe(404)
    house.moveOn(15)
    const late = await bring({ unit: 'southdown', answers: [{ id: 'i-1', q1: 'late' }] })
    expect([late.status, late.text.includes('not open')]).toEqual([422, true])
  })
})
