import { afterAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announced } from '../../app/testing/announced.ts'
import { announce, handedIn } from '../../app/testing/handed-in.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { EASY } from './testing/easy.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('anyone asks, without a name; the request has a clock, a receipt, and is counted in public', async () => {
  const damp = await handedIn(house)
  const visitor = house.visitor()
  expect((await visitor.get(`/forms/${damp.number}/requests/new`)).text()).toContain('Front desk reads this')
  const path = `/forms/${damp.number}/requests`
  expect((await visitor.post(path, { form: '', language: 'en' })).status).toBe(422)
  const once = unorderedId()
  const asked = await visitor.post(path, { form: 'audio', language: 'ur', once })
  expect((await visitor.post(path, { form: 'audio', language: 'ur', once })).location).toBe(asked.location)
  const number = Number(asked.location.split('/').at(-1))
  const story = await house.visitor().get(`/submissions/${number}`)
  expect(story.text()).toContain('from an anonymous author')
  expect(story.text()).toContain('Front desk')
  expect((await visitor.get(asked.location)).status).toBe(200)
  expect((await house.visitor().get(`/forms/${damp.number}`)).text()).toContain(`request ${number}`)
  const counts = (await house.visitor().getJson('/api/v1/forms')).json() as { forms: object[] }
  expect(counts.forms).toContainEqual({ form: 'audio', asked: 1, open: 1, overdue: 0, made: 0 })
})

test('an address given with a request is seen by nobody else', async () => {
  const damp = await handedIn(house)
  const email = 'needs-audio@example.org'
  const asked = await house
    .visitor()
    .post(`/forms/${damp.number}/requests`, { form: 'audio', language: 'en', email })
  const number = asked.location.split('/').at(-1)
  const page = await house.visitor().get(`/submissions/${number}`)
  expect(page.body).not.toContain(email)
  expect(page.text()).toContain('name withheld')
  const nasreens = await (await house.as('nasreen')).post(`/forms/${damp.number}/requests`, {
    form: 'large-print',
    language: 'en',
  })
  const hers = await house.visitor().get(`/submissions/${nasreens.location.split('/').at(-1)}`)
  expect(hers.text()).not.toContain('Nasreen')
  expect(
    (await house.visitor().post('/forms/999999/requests', { form: 'audio', language: 'en' })).status,
  ).toBe(404)
})

test('a form that is made answers whoever asked for it, with the link, in their language; others wait on', async () => {
  const damp = await handedIn(house)
  const email = 'wren@example.org'
  const ask = async (fields: Record<string, string>, lang = 'en') => {
    const path = `/forms/${damp.number}/requests?lang=${lang}`
    const { number } = (await house.visitor().postJson(path, fields)).json() as { number: number }
    return number
  }
  const met = await ask({ form: 'easy-read', language: 'en', email })
  const other = await ask({ form: 'audio', language: 'en' })
  const added = await (await house.as('noor')).post(`/forms/${damp.number}`, EASY)
  expect(added.location).toContain('answered=1')
  expect((await house.visitor().get(`/forms/${damp.number}`)).text()).toContain('Easy Read')
  await announce(house)
  await house.runJobs()
  const story = (await house.visitor().get(`/submissions/${met}`)).text()
  expect(story).toContain(`/forms/${damp.number}`)
  const openOnes = (await house.visitor().getJson(`/api/v1/forms/${damp.number}`)).json() as {
    requests: { number: number }[]
  }
  expect(openOnes.requests.map(({ number }) => number)).toEqual([other])
  const letters = await lettersTo(house, email)
  expect(letters.some(({ text }) => text.includes(`/forms/${damp.number}`))).toBe(true)
})

test('a gathering has further forms like any text, and its organisers’ clerk or the front desk adds them', async () => {
  const { number, path } = await announced(house)
  const asked = await house
    .visitor()
    .postJson(`/forms/${number}/requests`, { form: 'easy-read', language: 'en' })
  expect(asked.status).toBe(201)
  expect((await (await house.as('femi')).post(`/forms/${number}`, EASY)).location).toContain('answered=1')
  expect((await house.visitor().get(path)).text()).toContain('In other forms: Easy Read')
  expect((await house.visitor().get('/forms')).text()).toContain('What would make Millbrook')
  expect((await house.visitor().get(`/forms/${number}/large-print.pdf`)).status).toBe(200)
})
