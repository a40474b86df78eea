import { afterAll, describe, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { CODE, inLetterTo, lettersTo, newestLetterTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function openByCode(email: string) {
  const visitor = house.visitor()
  await visitor.post('/my-data/codes', { email })
  const code = await inLetterTo(house, email, CODE)
  expect((await visitor.post('/my-data/visits', { code })).location).toBe('/my-data')
  return { visitor, code }
}

describe('without an account', () => {
  test('a code opens what is held under an address, which can be taken and erased, but for the words', async () => {
    const signed = await handedIn(house, {
      name: 'Wanda Kowal',
      email: 'wanda@example.org',
      authorship: 'named',
    })
    const { visitor, code } = await openByCode('wanda@example.org')
    expect((await house.visitor().post('/my-data/visits', { code })).status).toBe(422)
    expect((await visitor.get('/my-data/held')).text()).toContain('Wanda Kowal')
    expect((await visitor.post('/my-data/copy')).headers['content-type']).toBe('application/zip')
    expect((await visitor.post('/my-data/erasure', {})).status).toBe(422)
    expect((await visitor.post('/my-data/erasure', { sure: 'yes' })).location).toBe('/my-data/erased')
    expect((await visitor.get('/my-data')).text()).toContain('Send me a code')
    const page = (await house.visitor().get(signed.path)).text()
    expect(page).toContain('My son coughs all winter')
    expect(page).not.toContain('Wanda')
    const noor = await house.as('noor')
    expect((await noor.get(`/bodies/housing/desk?matter=${signed.number}`)).text()).toContain('My son coughs')
  })

  test('an unknown address gets the same answer, and a letter too', async () => {
    const ask = (email: string) => house.visitor().post('/my-data/codes', { email })
    const [known, unknown] = [await ask('olga@example.org'), await ask('nobody-knows@example.org')]
    expect([known.status, known.location, known.body]).toEqual([
      unknown.status,
      unknown.location,
      unknown.body,
    ])
    const { visitor } = await openByCode('nobody-else@example.org')
    const page = (await visitor.get('/my-data')).text()
    expect(page).toContain('Codes with which you see your data')
    expect(page).toContain('ask for it to be corrected')
  })

  test('five wishes in half an hour are four letters, and a code ends after half an hour', async () => {
    const email = 'flooded@example.org'
    for (let wish = 0; wish < 5; wish += 1) await house.visitor().post('/my-data/codes', { email })
    const letters = await lettersTo(house, email)
    expect(letters).toHaveLength(4)
    house.clock.moveOn(31 * 60_000)
    const code = CODE.exec(letters[0]?.text ?? '')?.[0] ?? ''
    expect((await house.visitor().post('/my-data/visits', { code })).status).toBe(422)
    await house.runJobs()
    expect(
      await house.db.selectFrom('dataCodes').select('id').where('address', '=', email).execute(),
    ).toEqual([])
  })

  test('a code on paper is made by whoever answers, printed once, and the person sees that', async () => {
    const ada = await house.as('ada')
    const wish = { email: 'olga@example.org', to: 'Olga D.\n7 Mill Row', checked: 'Showed a passport.' }
    expect((await (await house.as('noor')).post('/my-data/posted-codes', wish)).status).toBe(403)
    expect((await ada.post('/my-data/posted-codes', { ...wish, checked: '' })).status).toBe(422)
    const letter = await ada.post('/my-data/posted-codes', wish)
    const code = CODE.exec(letter.text())?.[0] ?? ''
    house.moveOn(20)
    const visitor = house.visitor()
    expect((await visitor.post('/my-data/visits', { code: code.toLowerCase() })).location).toBe('/my-data')
    expect((await (await house.as('olga')).get('/my-data')).text()).toContain('Showed a passport.')
    expect(await newestLetterTo(house, 'olga@example.org')).toContain('made a code on paper')
  })
})
