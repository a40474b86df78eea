import { afterAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const minute = (days: number) => {
  const at = new Date(house.clock.now().getTime() + days * 86_400_000)
  return at.toISOString().slice(0, 16)
}

const draft = () => ({
  body: 'housing',
  title: 'What would make your home warm?',
  about: 'We write the winter plan.',
  language: 'en',
  audience: 'anyone',
  opens_at: minute(0),
  closes_at: minute(10),
  helpers_until: minute(14),
  promise: 'We publish what was said and answer it.',
  promised_on: minute(40).slice(0, 10),
  notice: 'answers-published',
  'question-1-kind': 'open',
  'question-1-wording': 'What is cold in your home?',
  'question-1-required': 'yes',
})

describe('a clerk writes a call', () => {
  test('adds questions without a script, keeps a draft, looks at it, and announces it', async () => {
    const noor = await house.as('noor')
    const more = await noor.post('/calls', { ...draft(), do: 'add-choice' })
    expect(more.status).toBe(200)
    expect(more.body).toContain('name="question-2-options"')
    expect(more.body).toContain('What is cold in your home?')
    const kept = await noor.post('/calls', { ...draft(), do: 'keep' })
    expect(kept.location).toMatch(/^\/calls\/drafts\/.*kept=yes$/)
    expect((await noor.get(kept.location)).text()).toContain('Your draft is kept')
    const whole = {
      ...draft(),
      'question-2-kind': 'choice',
      'question-2-wording': 'Which help?',
      'question-2-options': 'Insulation\nA boiler',
      'question-2-most': '2',
    }
    const look = await noor.post('/calls', { ...whole, do: 'look' })
    expect(look.text()).toContain('Nothing has been announced yet')
    const announced = await noor.post('/calls', { ...whole, do: 'announce' })
    expect(announced.status).toBe(303)
    const page = await house.visitor().get(announced.location)
    for (const said of ['We publish what was said', 'Insulation', 'Anyone', 'The whole notice'])
      expect(page.text()).toContain(said)
    // Each once, and the data not before there is any.
    const leadsTo = (part: string) => page.body.split(`href="${announced.location}/${part}"`).length - 1
    expect(['result', 'themes', 'data'].map(leadsTo)).toEqual([1, 1, 0])
    const list = (await house.visitor().get('/calls')).text()
    expect(list).toContain('What would make your home warm?')
    expect((await house.visitor().get('/calls.atom')).body).toContain('your home warm')
  })

  test('what is missing is said at each box, and all that was typed is kept', async () => {
    const noor = await house.as('noor')
    const reply = await noor.post('/calls', {
      ...draft(),
      promise: '',
      notice: '',
      closes_at: minute(-1),
      do: 'look',
    })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('without one no call can open')
    expect(reply.body).toContain('What would make your home warm?')
  })

  test('only for a body they are clerk of', async () => {
    const idris = await house.as('idris')
    const reply = await idris.post('/calls', { ...draft(), do: 'announce' })
    expect(reply.status).toBe(422)
    expect((await (await house.as('nasreen')).get('/calls/new')).status).toBe(403)
  })

  test('twice with one key is one call', async () => {
    const noor = await house.as('noor')
    const once = '7b0d6b1e-52a1-4f0e-9d7e-0f5f3a2b1c4d'
    const [first, second] = [
      await noor.post('/calls', { ...draft(), do: 'announce', once }),
      await noor.post('/calls', { ...draft(), do: 'announce', once }),
    ]
    expect(second.location).toBe(first.location)
  })
})

describe('the clock', () => {
  test('closes it once, with its count; kept open longer only before, with a reason, never past the promise', async () => {
    const call = await openTestCall(house)
    const noor = await house.as('noor')
    await house.visitor().post(`/calls/${call.number}/answer`, { q1: 'One.', authorship: 'anonymous' })
    const path = `/calls/${call.number}/extension`
    const later = (days: number) =>
      new Date(call.closesAt.getTime() + days * 86_400_000).toISOString().slice(0, 16)
    expect((await noor.post(path, { closes_at: later(-1), reason: 'Sooner' })).status).toBe(422)
    expect((await noor.post(path, { closes_at: later(90), reason: 'Far' })).status).toBe(422)
    expect((await noor.post(path, { closes_at: later(2), reason: '' })).status).toBe(422)
    expect((await (await house.as('idris')).post(path, { closes_at: later(2), reason: 'Mine' })).status).toBe(
      403,
    )
    expect((await noor.post(path, { closes_at: later(2), reason: 'Post was late.' })).status).toBe(303)
    expect((await house.visitor().get(`/calls/${call.number}`)).text()).toContain('Post was late.')
    house.moveOn(17)
    await house.runJobs()
    await house.runJobs()
    const entries = await house.db
      .selectFrom('entries')
      .select('kind')
      .where('matterId', '=', call.id)
      .where('kind', '=', 'call.closed')
      .execute()
    expect(entries).toHaveLength(1)
    const closed = await house
      .visitor()
      .post(`/calls/${call.number}/answer`, { q1: 'Late.', authorship: 'anonymous' })
    expect(closed.status).toBe(409)
    expect((await noor.post(path, { closes_at: later(5), reason: 'Again' })).status).toBe(422)
  })

  test('the desk shows a call as one item, with the way to its own page', async () => {
    const call = await openTestCall(house)
    const noor = await house.as('noor')
    const desk = await noor.get(`/bodies/housing/desk?matter=${call.number}`)
    expect(desk.status).toBe(200)
    expect(desk.body).toContain(`href="/calls/${call.number}"`)
  })
})

test('answers are in no list of the spine', async () => {
  const call = await openTestCall(house)
  const sent = await house
    .visitor()
    .post(`/calls/${call.number}/answer`, { q1: 'Zebra crossing.', authorship: 'anonymous' })
  const number = sent.location.split('/').at(-1) ?? ''
  for (const path of [
    '/submissions',
    '/submissions?q=zebra',
    '/units/alliance',
    '/units/alliance.atom',
    '/submissions.atom',
  ])
    expect((await house.visitor().get(path)).body).not.toContain(`/answers/${number}`)
  await house.runJobs()
  expect((await house.visitor().get('/record')).body).not.toContain(`/answers/${number}`)
})

test('reported words of an answer go to the moderators of the call’s body, and are shown to them', async () => {
  const call = await openTestCall(house)
  const sent = await house
    .visitor()
    .post(`/calls/${call.number}/answer`, { q1: 'You fools.', authorship: 'anonymous' })
  const number = sent.location.split('/').at(-1) ?? ''
  const report = await house.visitor().post('/moderation/reports', { matter: number, reason: 'insult' })
  expect(report.status).toBe(303)
  const page = await house.visitor().get(`/calls/${call.number}`)
  expect(page.text()).toContain('Words of answers held back or reported')
})
