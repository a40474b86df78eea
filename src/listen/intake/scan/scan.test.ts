import { afterAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { makeSlips } from '../slips/make-slips.ts'
import { pathOfSlip } from '../slips/slip-code.ts'
import { makeHelper } from '../testing/make-helper.ts'
import { photograph } from './testing/photograph.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeHelper(house, 'olga', 'helper')
await makeHelper(house, 'nasreen', 'helper')

async function printed(wanted: Parameters<typeof openTestCall>[1] = {}) {
  const call = await openTestCall(house, wanted)
  const { olga } = house.world.people
  const batch = { callId: call.id, language: 'en', isLargePrint: false, unitId: null, printedBy: olga.id }
  const slips = await inTransaction(house.db, (tx) =>
    makeSlips(tx, { ...batch, count: 2 }, house.clock.now()),
  )
  const [slip, other] = slips
  if (!slip || !other) throw new Error('no slips')
  return { call, slip, other, path: pathOfSlip(slip) }
}

const TYPED = {
  q1: 'The last bus leaves at six.',
  q2: ['1', '3'],
  'q3.1': 'a',
  'q3.2': 'd',
  consent: 'signed',
}

describe('a slip brought in', () => {
  test('is stored under its printed number and key, with the helper and the consent; its author follows it at once', async () => {
    const { call, slip, path } = await printed()
    const olga = await house.as('olga')
    const found = await olga.get(`/intake/slip?code=${slip.number} ${slip.code.toLowerCase()}`)
    expect(found.location).toBe(path)
    const form = await olga.get(path)
    expect(form.text()).toContain('What is the trouble with buses')
    expect(form.body, 'the notice of the call').toContain(`"/notices/${call.notice.slug}?version=1"`)
    const reply = await olga.post(path, TYPED)
    expect(reply.location).toBe(path)
    expect((await olga.get(path)).text()).toContain('was brought in on')
    const row = await house.db
      .selectFrom('matters')
      .innerJoin('intakeEntries', 'intakeEntries.answerId', 'matters.id')
      .innerJoin('followUpKeys', 'followUpKeys.matterId', 'matters.id')
      .selectAll()
      .where('matters.number', '=', slip.number)
      .executeTakeFirstOrThrow()
    expect([row.route, row.consent, row.helperId]).toEqual(['paper', 'signed', house.world.people.olga.id])
    const marks = await house.db
      .selectFrom('answerMarks')
      .select('mark')
      .where('answerId', '=', row.answerId)
      .execute()
    expect(marks.map(({ mark }) => mark).toSorted()).toEqual([-1, 1, 1, 1])
    expect(questionOf(call, 'open').wording).toContain('buses')
    const follow = await house.visitor().post('/follow', { number: String(slip.number), key: slip.key })
    expect(follow.text()).toContain('is here')
    expect(follow.text()).toContain('typed in by Olga Dąbrowska')
    expect((await house.visitor().get(`/answers/${slip.number}`)).text()).not.toContain('Olga')
    const entries = `/calls/${call.number}/entries`
    expect((await (await house.as('noor')).get(entries)).text()).toContain('Olga Dąbrowska')
    expect((await (await house.as('nasreen')).get(entries)).text()).not.toContain('Olga')
  })

  test('twice changes nothing, and two helpers at once store one', async () => {
    const { slip, path } = await printed()
    const [olga, nasreen] = [await house.as('olga'), await house.as('nasreen')]
    const statuses = (await Promise.all([olga.post(path, TYPED), nasreen.post(path, TYPED)])).map(
      (one) => one.status,
    )
    expect(statuses).toContain(303)
    expect((await nasreen.post(path, { ...TYPED, q1: 'Something else' })).location).toBe(path)
    const answers = await house.db
      .selectFrom('answerWords')
      .innerJoin('matters', 'matters.id', 'answerWords.answerId')
      .select('words')
      .where('matters.number', '=', slip.number)
      .execute()
    expect(answers).toEqual([{ words: TYPED.q1 }])
  })

  test('without consent nothing is stored, and what was typed is kept', async () => {
    const { path, slip } = await printed()
    const reply = await (await house.as('olga')).post(path, { ...TYPED, consent: '' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('Say how the author agreed')
    expect(reply.body).toContain(TYPED.q1)
    expect(
      await house.db.selectFrom('matters').select('id').where('number', '=', slip.number).execute(),
    ).toEqual([])
  })

  test('a made-up code, and that of another call, each say so', async () => {
    const { slip, path } = await printed()
    const elsewhere = await openTestCall(house)
    const olga = await house.as('olga')
    expect((await olga.get('/intake/slip?code=2417-AAAA-AAAA')).text()).toContain(
      'There is no form with this number',
    )
    expect((await olga.get(pathOfSlip({ ...slip, code: 'AAAAAAAA' }))).status).toBe(404)
    expect((await olga.get(`${path}?call=${elsewhere.number}`)).text()).toContain('belongs to another call')
    expect((await house.visitor().get(path)).text()).toContain('the code of a printed form')
    expect((await (await house.as('idris')).post(path, TYPED)).status).toBe(403)
  })

  test('after the closing its day is asked for; after the helpers’ time nothing is lost', async () => {
    const { call, slip, other, path } = await printed()
    const wrote = call.opensAt.toISOString().slice(0, 10)
    house.clock.moveOn(15 * 86_400_000)
    const olga = await house.as('olga')
    expect((await olga.post(path, TYPED)).text()).toContain('Say on which day this was written')
    expect((await olga.post(path, { ...TYPED, saidOn: wrote })).status).toBe(303)
    house.clock.moveOn(7 * 86_400_000)
    const late = await (await house.as('olga')).post(pathOfSlip(other), { ...TYPED, saidOn: wrote })
    expect(late.status).toBe(422)
    expect(late.text()).toContain('Keep the paper')
    expect(late.body).toContain(TYPED.q1)
    const follow = await house.visitor().post('/follow', { number: String(other.number), key: other.key })
    expect(follow.text()).toContain('has not been brought in yet')
    expect(slip.number).not.toBe(other.number)
  })

  test('as a picture alone waits for a person, is told to its author, and is in time when it is typed after the closing', async () => {
    const { call, slip, path } = await printed()
    const { olga } = house.world.people
    const found = await house.db
      .selectFrom('slips')
      .select('id')
      .where('number', '=', slip.number)
      .executeTakeFirstOrThrow()
    const bytes = await photograph('a form')
    await house.db
      .insertInto('slipPictures')
      .values({
        slipId: found.id,
        mediaType: 'image/jpeg',
        bytes,
        sha256: sha256(bytes),
        consent: 'signed',
        broughtBy: olga.id,
        broughtAt: house.clock.now(),
      })
      .execute()
    const follow = await house.visitor().post('/follow', { number: String(slip.number), key: slip.key })
    expect(follow.text()).toContain('has arrived')
    house.clock.moveOn(15 * 86_400_000)
    const helper = await house.as('olga')
    expect((await helper.get(`/calls/${call.number}/waiting`)).body).toContain(
      `/intake/waiting/${slip.number}`,
    )
    expect((await helper.get(`${path}/picture`)).headers['content-type']).toBe('image/jpeg')
    const saidOn = call.opensAt.toISOString().slice(0, 10)
    expect((await helper.post(`/intake/waiting/${slip.number}`, { ...TYPED, saidOn })).status).toBe(303)
    const kept = house.db.selectFrom('attachments').innerJoin('matters', 'matters.id', 'attachments.matterId')
    expect(await kept.select('sha256').where('matters.number', '=', slip.number).execute()).toEqual([
      { sha256: sha256(bytes) },
    ])
    expect(
      await house.db.selectFrom('slipPictures').select('slipId').where('slipId', '=', found.id).execute(),
    ).toEqual([])
  })

  test('a wrong key opens nothing, a slip of the hand is told', async () => {
    const { slip, other } = await printed()
    const follow = (key: string) => house.visitor().post('/follow', { number: String(slip.number), key })
    expect((await follow(other.key)).text()).toContain('do not belong together')
    expect((await follow(slip.key.replace(/^./, slip.key.startsWith('b') ? 'd' : 'b'))).text()).toContain(
      'One letter',
    )
    expect((await follow('lusab')).text()).toContain('six words')
  })
})
