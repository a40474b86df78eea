import { afterAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('anybody answers', () => {
  test('with a receipt, a key and a story of their own', async () => {
    const call = await openTestCall(house)
    const visitor = house.visitor()
    const form = await visitor.get(`/calls/${call.number}/answer`)
    expect(form.text()).toContain('We publish what was said')
    const typed = {
      q1: 'The last bus leaves at five.',
      q2: ['1', '3'],
      'q3-1': 'agree',
      q4: 'millbrook',
      authorship: 'anonymous',
    }
    const preview = await visitor.post(`/calls/${call.number}/preview`, typed)
    expect(preview.text()).toContain('Nothing has been handed in yet')
    const sent = await visitor.post(`/calls/${call.number}/answer`, typed)
    expect(sent.status).toBe(303)
    const receipt = await visitor.get(sent.location)
    const key = /\b([a-z]{5}-){5}[a-z]{5}\b/.exec(receipt.text())?.[0] ?? ''
    expect(key).not.toBe('')
    expect(receipt.body).toContain(sent.location.replace('receipts', 'answers'))
    const answer = await house.visitor().get(sent.location.replace('receipts', 'answers'))
    for (const said of [
      'The last bus leaves at five.',
      'Sundays',
      'Agree',
      'Millbrook',
      'With the other answers',
    ])
      expect(answer.text()).toContain(said)
    const own = await visitor.post(sent.location, { key })
    expect(own.text()).toContain('Withdraw my answer')
    const withdrawn = await visitor.post(`${sent.location.replace('receipts', 'answers')}/withdrawal`, {
      key,
    })
    expect(withdrawn.text()).toContain('Your answer is withdrawn')
    const gone = await house.visitor().get(sent.location.replace('receipts', 'answers'))
    expect(gone.text()).not.toContain('last bus')
    const again = await visitor.post(`${sent.location.replace('receipts', 'answers')}/withdrawal`, { key })
    expect(again.status).toBe(409)
  })

  test('a wrong key opens nothing', async () => {
    const call = await openTestCall(house)
    const visitor = house.visitor()
    const sent = await visitor.post(`/calls/${call.number}/answer`, { q1: 'Hm.', authorship: 'anonymous' })
    const reply = await visitor.post(sent.location, { key: 'lusab-babad-gutih-tugad-tobog-lugav' })
    expect(reply.status).toBe(422)
    const path = sent.location.replace('receipts', 'answers')
    expect((await house.visitor().post(`${path}/withdrawal`)).status).toBe(403)
  })

  test('what does not fit is said at its box, and all that was typed is kept', async () => {
    const call = await openTestCall(house)
    const reply = await house
      .visitor()
      .post(`/calls/${call.number}/answer`, { q1: 'Kept words.', q2: ['1', '2', '3'] })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('Choose at most 2')
    expect(reply.text()).toContain('Choose how you appear')
    expect(reply.body).toContain('Kept words.')
  })

  test('words whose notice does not publish them are read by their author and the clerks alone', async () => {
    const call = await openTestCall(house, { publishes: 'quotations' })
    const nasreen = await house.as('nasreen')
    const sent = await nasreen.post(`/calls/${call.number}/answer`, {
      q1: 'Between us.',
      authorship: 'named',
    })
    const path = sent.location.replace('receipts', 'answers')
    expect((await house.visitor().get(path)).text()).not.toContain('Between us.')
    expect((await nasreen.get(path)).text()).toContain('Between us.')
    expect((await (await house.as('noor')).get(path)).text()).toContain('Between us.')
    expect((await house.visitor().getJson(`/api/v1${path}`)).body).not.toContain('Between us.')
    expect((await (await house.as('olga')).get(path)).text()).not.toContain('Withdraw my answer')
  })

  test('members’ calls ask for a member, and keep nothing of an anonymous one', async () => {
    const call = await openTestCall(house, { audience: 'members' })
    expect((await house.visitor().get(`/calls/${call.number}/answer`)).status).toBe(401)
    const olga = await house.as('olga')
    const sent = await olga.post(`/calls/${call.number}/answer`, { q1: 'As one.', authorship: 'anonymous' })
    expect(sent.status).toBe(303)
    const { standing, personId } = await house.db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .leftJoin('answerAuthors', 'answerAuthors.answerId', 'answers.id')
      .select(['standing', 'personId'])
      .where('number', '=', Number(sent.location.split('/').at(-1)))
      .executeTakeFirstOrThrow()
    expect({ standing, personId }).toEqual({ standing: 'member', personId: null })
  })

  test('by a program, with its receipt', async () => {
    const call = await openTestCall(house)
    const reply = await house
      .visitor()
      .postJson(`/api/v1/calls/${call.number}/answer`, { q1: 'From a program.', authorship: 'anonymous' })
    expect(reply.status).toBe(201)
    expect(reply.json()).toMatchObject({ receipt: { key: expect.stringMatching(/-/) } })
    expect((await house.visitor().getJson(`/api/v1/calls/${call.number}`)).json()).toMatchObject({
      received: 1,
    })
  })

  test('the author erases every word; what was counted stays', async () => {
    const call = await openTestCall(house)
    const nasreen = await house.as('nasreen')
    const sent = await nasreen.post(`/calls/${call.number}/answer`, {
      q1: 'To be forgotten.',
      'q3-1': 'agree',
      authorship: 'named',
    })
    const path = sent.location.replace('receipts', 'answers')
    expect((await nasreen.post(`${path}/erasure`)).status).toBe(303)
    expect((await nasreen.get(path)).text()).not.toContain('To be forgotten.')
    expect((await house.visitor().get(`${sent.location}.json`)).body).not.toContain('To be forgotten.')
    expect((await house.visitor().getJson(`/api/v1/calls/${call.number}`)).json()).toMatchObject({
      received: 1,
    })
  })
})
