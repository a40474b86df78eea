import { afterAll, expect, test } from 'vitest'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse({
  floodLimit: { most: 2, windowMs: 3_600_000 },
  routesIn: { mailDomain: 'answers.example', textsNumber: '+44 7700 900123' },
})
afterAll(() => house.close())

const call = await openTestCall(house)

test('an answer above the limit is taken in with its receipt, and waits for a person', async () => {
  const visitor = house.visitor()
  const numbers: string[] = []
  for (let count = 1; count <= 3; count += 1) {
    const reply = await visitor.post(`/calls/${call.number}/answer`, {
      q1: `Answer number ${count} about buses`,
      authorship: 'anonymous',
    })
    expect(reply.status).toBe(303)
    numbers.push(reply.location.split('/').at(-1) ?? '')
  }
  const shown = await house.db
    .selectFrom('matters')
    .leftJoin('moderationCases', 'moderationCases.matterId', 'matters.id')
    .select(['visibility', 'reason'])
    .where('number', 'in', numbers.map(Number))
    .orderBy('number')
    .execute()
  expect(shown.map(({ visibility, reason }) => `${visibility} ${reason}`)).toEqual([
    'public null',
    'public null',
    'held flood',
  ])
})

test('the page of a call leads to its address and its number', async () => {
  const visitor = house.visitor()
  expect((await visitor.get(`/calls/${call.number}`)).body).toContain(`/calls/${call.number}/by-mail`)
  const page = await visitor.get(`/calls/${call.number}/by-mail`)
  expect(page.body).toContain(`mailto:call-${call.number}@answers.example`)
  expect(page.text()).toContain('+44 7700 900123')
  expect((await visitor.get('/calls/999999/by-mail')).status).toBe(404)
})
