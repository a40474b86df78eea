import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const damp = {
  title: 'Give every private tenant a damp inspection within 14 days',
  words: 'My son coughs all winter, and the landlord sends a man with paint.',
  authorship: 'named',
  to: 'housing',
}

describe('handing in without an account', () => {
  test('leads to a receipt, and the story says who has it and until when', async () => {
    const visitor = house.visitor()
    const reply = await visitor.post('/submissions', { ...damp, name: 'Nasreen A.' })
    expect(reply.status).toBe(303)
    expect(reply.location).toMatch(/^\/receipts\/\d+$/)
    const story = await visitor.get(reply.location.replace('receipts', 'submissions'))
    expect(story.status).toBe(200)
    expect(story.text()).toContain(damp.title)
    expect(story.text()).toContain('With Housing and Land Commission since 2 November 2026.')
    expect(story.text()).toContain('An answer is due by 30 November 2026, in 28 days.')
    expect(story.text()).toContain('Nasreen A.')
  })

  test('a missing title is named, and nothing typed is lost', async () => {
    const reply = await house.visitor().post('/submissions', { ...damp, title: ' ' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('One thing is not right yet')
    expect(reply.body).toContain('href="#title"')
    expect(reply.body).toContain('My son coughs all winter')
  })

  test('sent twice with the same key it is one submission with one receipt', async () => {
    const once = unorderedId()
    const first = await house.visitor().postJson('/api/v1/submissions', damp, { 'idempotency-key': once })
    const second = await house.visitor().postJson('/api/v1/submissions', damp, { 'idempotency-key': once })
    expect(first.status).toBe(201)
    expect(second.body).toBe(first.body)
  })

  test('two at once with the same key are one', async () => {
    const once = unorderedId()
    const send = () => house.visitor().postJson('/api/v1/submissions', damp, { 'idempotency-key': once })
    const [one, other] = await Promise.all([send(), send()])
    expect(one.status).toBe(201)
    expect(other.body).toBe(one.body)
  })

  test('the same key for other words is refused', async () => {
    const once = unorderedId()
    await house.visitor().postJson('/api/v1/submissions', damp, { 'idempotency-key': once })
    const other = await house
      .visitor()
      .postJson('/api/v1/submissions', { ...damp, title: 'Another' }, { 'idempotency-key': once })
    expect(other.status).toBe(422)
    expect(other.body).toContain('/problems/request.key-reused')
  })

  test('the key of a guesser who sends the public words again opens nothing', async () => {
    const anonymous = { ...damp, authorship: 'anonymous' }
    const send = (once: string, fields: object = anonymous) =>
      house.visitor().postJson('/api/v1/submissions', fields, { 'idempotency-key': once })
    const guessable = [
      'my-submission-0000001',
      '11111111-1111-4111-8111-111111111111',
      '00000000-0000-4000-8000-000000000042',
      '01932b5e-7c3a-7d11-9f2e-4b8a6c0d1e2f',
      '2c1d4f80-a8b1-11ef-9cd2-0242ac120002',
      'c4ca4238-a0b9-3382-8dcc-509a6f75849b',
    ]
    for (const once of guessable)
      for (const fields of [anonymous, { ...damp, authorship: 'withheld', name: 'Patrick' }]) {
        const reply = await send(once, fields)
        expect({ once, status: reply.status }).toEqual({ once, status: 422 })
        expect(reply.body).toContain('/problems/request.key-guessable')
      }
    const noor = await house.as('noor')
    const known = await noor.postJson('/api/v1/submissions', damp, {
      'idempotency-key': 'my-submission-0000001',
    })
    expect(known.status).toBe(201)
    expect(known.body).not.toContain('"key"')
  })

  test('an answer that was lost is given again, with the follow-up key, to whoever holds the random key', async () => {
    const once = unorderedId()
    const send = (key: string) =>
      house
        .visitor()
        .postJson('/api/v1/submissions', { ...damp, authorship: 'anonymous' }, { 'idempotency-key': key })
    const lost = (await send(once)).json() as { number: number; receipt: { key: string } }
    const again = (await send(once)).json() as typeof lost
    expect(again).toEqual(lost)
    const opened = await house.visitor().post(`/receipts/${lost.number}`, { key: again.receipt.key })
    expect(opened.status).toBe(200)
    const other = (await send(unorderedId())).json() as typeof lost
    expect(other.number).not.toBe(lost.number)
    expect(other.receipt.key).not.toBe(lost.receipt.key)
  })

  test('whoever should: the front desk has it, with a clock of its own', async () => {
    const reply = await house.visitor().postJson('/api/v1/submissions', { ...damp, to: undefined })
    const { number } = reply.json() as { number: number }
    const story = (await house.visitor().getJson(`/api/v1/submissions/${number}`)).json() as {
      custody: { body: string }
    }
    expect(story.custody.body).toBe('front-desk')
  })
})

describe('a name withheld', () => {
  test('is on no page and in no answer for others', async () => {
    const nasreen = await house.as('nasreen')
    const reply = await nasreen.post('/submissions', { ...damp, authorship: 'withheld' })
    const path = reply.location.replace('receipts', 'submissions')
    for (const reader of [house.visitor(), await house.as('olga')]) {
      expect((await reader.get(path)).text()).not.toContain('Nasreen')
      expect((await reader.getJson(`/api/v1${path}`)).body).not.toContain('Nasreen')
    }
    expect((await house.visitor().get(path)).text()).toContain('name withheld')
  })
})

describe('an anonymous hand-in', () => {
  test('leaves no row that leads to the person, though signed in', async () => {
    const nasreen = await house.as('nasreen')
    const reply = await nasreen.post('/submissions', {
      ...damp,
      authorship: 'anonymous',
      name: 'Nasreen',
      email: 'nasreen@example.org',
    })
    const number = Number(reply.location.split('/').at(-1))
    const matter = await house.db
      .selectFrom('matters')
      .select(['id', 'openedAt'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    for (const table of ['submissionAuthors', 'submissionSignatures'] as const) {
      const rows = await house.db
        .selectFrom(table)
        .select('submissionId')
        .where('submissionId', '=', matter.id)
        .execute()
      expect(rows).toEqual([])
    }
    expect(matter.openedAt.getUTCMinutes()).toBe(0)
  })
})

test('a hand-in for a unit needs the right to speak for it', async () => {
  const onBehalf = { ...damp, on_behalf_of: 'millbrook' }
  expect((await (await house.as('nasreen')).post('/submissions', onBehalf)).status).toBe(422)
  const reply = await (await house.as('idris')).post('/submissions', onBehalf)
  expect(reply.status).toBe(303)
  expect((await house.visitor().get(reply.location.replace('receipts', 'submissions'))).text()).toContain(
    'on behalf of Millbrook',
  )
})

test('a form sent from another site is not acted on', async () => {
  const reply = await house
    .visitor()
    .post('/submissions', damp, { headers: { origin: 'https://elsewhere.example' } })
  expect(reply.status).toBe(403)
})
