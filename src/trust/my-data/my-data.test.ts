import { afterAll, describe, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { inLetterTo, newestLetterTo, SIGN_IN } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('everything held', () => {
  test('is on one page, and the same for programs, with why and until when', async () => {
    const { number } = await handedIn(house, {}, 'nasreen')
    const nasreen = await house.as('nasreen')
    const page = (await nasreen.get('/my-data')).text()
    for (const said of [
      'Nasreen Akhtar, this is everything',
      'Your account',
      'What you handed in',
      'Kept until',
    ])
      expect(page).toContain(said)
    const told = (await nasreen.getJson('/api/v1/my-data')).json() as {
      held: { table: string; rows: Record<string, unknown>[] }[]
    }
    const titles = told.held.find(({ table }) => table === 'matters')?.rows.map(({ number }) => number)
    expect(titles).toContain(number)
    expect((await nasreen.get('/my-data/held')).text()).toContain('nasreen@example.org')
    expect((await (await house.as('olga')).get('/my-data/held')).text()).not.toContain('nasreen')
  })

  test('a stranger is shown the ways to it, a program that it must sign in', async () => {
    expect((await house.visitor().get('/my-data')).text()).toContain('Send me a code')
    expect((await house.visitor().getJson('/api/v1/my-data')).status).toBe(401)
  })

  test('never shows a way to sign in that waits in a letter', async () => {
    await house.visitor().post('/sign-in', { email: 'gwen@example.org' })
    const link = await inLetterTo(house, 'gwen@example.org', SIGN_IN)
    const token = link.split('/').at(-1)
    const gwen = await house.as('gwen')
    for (const page of ['/my-data/held', '/my-data'])
      for (const reply of [await gwen.get(page), await gwen.getJson(page)])
        expect(reply.body).not.toContain(token)
  })

  test('what was handed in anonymously is nobody’s', async () => {
    const { number } = await handedIn(house, { authorship: 'anonymous', title: 'From nobody at all' }, 'olga')
    const olga = await house.as('olga')
    expect((await olga.getJson('/my-data')).body).not.toMatch(new RegExp(`From nobody|${number}`))
  })
})

describe('a copy', () => {
  test('is one ZIP of page, JSON and CSV, and that it was taken is seen', async () => {
    const idris = await house.as('idris')
    const reply = await idris.post('/my-data/copy')
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/zip'])
    for (const name of ['index.html', 'my-data.json', 'csv/01-people.csv']) expect(reply.body).toContain(name)
    expect((await idris.get('/my-data')).text()).toContain('took a copy')
  })

  test('and an erasure need a sign-in of the last quarter of an hour', async () => {
    const gwen = await house.as('gwen')
    house.clock.moveOn(16 * 60_000)
    expect((await gwen.get('/my-data/copy')).text()).toContain('Show once more that it is you')
    expect((await gwen.post('/my-data/copy')).headers['content-type']).not.toBe('application/zip')
    expect((await gwen.postJson('/my-data/erasure', { words: 'erased', sure: 'yes' })).status).toBe(403)
    expect((await gwen.get('/my-data')).status).toBe(200)
    await gwen.post('/sign-in/again', { to: '/my-data/copy' })
    const link = await inLetterTo(house, 'gwen@example.org', SIGN_IN)
    expect((await gwen.post(link)).location).toBe('/my-data/copy')
    expect((await gwen.post('/my-data/copy')).headers['content-type']).toBe('application/zip')
  })
})

describe('a correction', () => {
  test('of name and language holds at once', async () => {
    const femi = await house.as('femi')
    const reply = await femi.post('/my-data/correction', { name: 'Femi A. Adeyemi', language: 'ur' })
    expect(reply.location).toBe('/my-data?done=corrected')
    expect((await femi.get('/my-data?lang=en')).text()).toContain('Femi A. Adeyemi, this is everything')
    expect((await femi.post('/my-data/correction', { name: ' ', language: 'xx' })).status).toBe(422)
  })

  test('of the address counts once its reader confirms it, and the old one is told', async () => {
    const femi = await house.as('femi')
    await femi.post('/my-data/address', { email: 'New-Femi@example.org' })
    const link = await inLetterTo(house, 'new-femi@example.org', /\/my-data\/address\/[\w-]+/)
    expect((await femi.post('/my-data/address', { email: 'third@example.org' })).status).toBe(422)
    expect((await house.visitor().get(link)).status).toBe(200)
    expect((await femi.getJson('/my-data')).body).toContain('"femi@example.org"')
    expect((await house.visitor().post(link)).status).toBe(303)
    expect((await house.visitor().post(link)).status).toBe(422)
    expect((await femi.getJson('/my-data')).body).toContain('"new-femi@example.org"')
    expect(await newestLetterTo(house, 'femi@example.org')).toContain('was confirmed')
  })

  test('to an address of another account changes nothing, and only its reader learns of it', async () => {
    const olga = await house.as('olga')
    const reply = await olga.post('/my-data/address', { email: 'ada@example.org' })
    expect(reply.location).toBe('/my-data?done=asked')
    expect(await newestLetterTo(house, 'ada@example.org')).toContain('nothing has changed')
  })
})
