import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { announced, registered } from '../../app/testing/announced.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
beforeEach(async () => {
  await house.db.deleteFrom('lettersOut').execute()
})

describe('registering', () => {
  test('without an account gives a key, by which the place is seen and given up', async () => {
    const { path } = await announced(house)
    const visitor = house.visitor()
    const reply = await visitor.post(`${path}/registration`, {
      name: 'Wren',
      need: ['wheelchair', 'food'],
      needs: 'No nuts.',
    })
    expect(reply.location).toBe(`${path}/place`)
    const place = await visitor.get(`${path}/place`)
    expect(place.text()).toContain('You have a place')
    expect(place.body).toContain('https://rooms.example/mill')
    const key = /([a-z]{5}-){5}[a-z]{5}/.exec(place.body)?.[0] ?? ''
    const elsewhere = house.visitor()
    expect((await elsewhere.get(`${path}/place`)).text()).toContain('Key')
    expect(
      (await elsewhere.post(`${path}/place`, { key: 'babab-babab-babab-babab-babab-babab' })).status,
    ).toBe(422)
    expect((await elsewhere.post(`${path}/place`, { key: ` ${key.toUpperCase()} ` })).text()).toContain(
      'No nuts.',
    )
    expect((await elsewhere.post(`${path}/place/cancellation`, { key })).status).toBe(303)
    expect((await elsewhere.post(`${path}/place`, { key })).status).toBe(422)
  })

  test('shows needs to the organisers alone', async () => {
    const { path } = await announced(house)
    await registered(house, path, { need: ['interpreter'], needs: 'Zarqa needs Pahari.' })
    const idris = await house.as('idris')
    const list = (await idris.get(`${path}/registered`)).text()
    expect(list).toContain('Zarqa needs Pahari.')
    expect(list).toContain('An interpreter (say which language below) 1')
    expect((await house.visitor().get(path)).body).not.toContain('Wren')
  })

  test('goes on the waiting list when it is full; who waited longest gets the next place and a letter', async () => {
    const { path } = await announced(house, { places: '1' })
    const first = await registered(house, path)
    const second = await registered(house, path, { name: 'Sol', email: 'sol@example.org' })
    house.clock.moveOn(1_000)
    await registered(house, path, { name: 'Late', email: 'late@example.org' })
    expect([first.place, second.place]).toEqual([true, false])
    expect((await house.visitor().get(path)).text()).toContain('All are taken; 2 people wait')
    expect((await lettersTo(house, 'sol@example.org')).map(({ subject }) => subject)).toEqual([
      'You are on the waiting list: What would make Millbrook easier to live in?',
    ])
    await house.visitor().postJson(`${path}/place/cancellation`, { key: first.key })
    const told = (await lettersTo(house, 'sol@example.org')).find(({ subject }) =>
      subject.startsWith('A place is free'),
    )
    expect(told?.text).toContain('https://rooms.example/mill')
    expect((await lettersTo(house, 'late@example.org')).length).toBe(1)
  })

  test('never gives one place to two at once', async () => {
    const { path } = await announced(house, { places: '2' })
    const all = await Promise.all(
      Array.from({ length: 24 }, (_, at) => registered(house, path, { name: `Guest ${at}` })),
    )
    expect(all.filter(({ place }) => place)).toHaveLength(2)
  })

  test('with an account happens once', async () => {
    const { path } = await announced(house)
    const olga = await house.as('olga')
    expect((await olga.post(`${path}/registration`)).status).toBe(303)
    expect((await olga.get(`${path}/registration`)).location).toBe(`${path}/place`)
    expect((await olga.post(`${path}/registration`)).status).toBe(409)
    await olga.post(`${path}/place/cancellation`)
    expect((await olga.post(`${path}/registration`)).status).toBe(303)
  })

  test('is for members, or members of the place, where the gathering is', async () => {
    const members = await announced(house, { audience: 'members' })
    expect((await house.visitor().get(`${members.path}/registration`)).status).toBe(403)
    expect((await (await house.as('olga')).post(`${members.path}/registration`)).status).toBe(303)
    const unit = await announced(house, { audience: 'unit' })
    expect((await (await house.as('olga')).post(`${unit.path}/registration`)).status).toBe(403)
    expect((await (await house.as('nasreen')).post(`${unit.path}/registration`)).status).toBe(303)
  })

  test('names its notice before the first box', async () => {
    const { path } = await announced(house)
    const form = await house.visitor().get(`${path}/registration`)
    expect(form.body).toContain('href="/notices/gatherings"')
    expect(form.body.indexOf('/notices/gatherings')).toBeLessThan(form.body.indexOf('name="name"'))
    expect((await house.visitor().get('/notices/gatherings')).status).toBe(200)
  })

  test('asks for a name, and refuses a key that can be guessed', async () => {
    const { path } = await announced(house)
    expect((await house.visitor().post(`${path}/registration`, { name: '' })).text()).toContain(
      'Write the name',
    )
    const guessable = { name: 'Wren', once: '00000000-0000-4000-8000-000000000001' }
    expect((await house.visitor().post(`${path}/registration`, guessable)).status).toBe(422)
  })
})

describe('letters', () => {
  test('remind a week and a day before, each once, and a link gives the place up', async () => {
    const { path } = await announced(house, { starts: '2026-11-24T19:00', ends: '2026-11-24T21:00' })
    await registered(house, path, { email: 'rem@example.org', name: 'Rem' })
    const subjects = async () =>
      (await lettersTo(house, 'rem@example.org')).map(({ subject }) => subject.split(':')[0])
    expect(await subjects()).toEqual(['You have a place'])
    house.moveOn(16)
    await house.runJobs()
    expect(await subjects()).toEqual(['You have a place', 'Soon'])
    house.moveOn(6)
    await house.runJobs()
    expect(await subjects()).toEqual(['You have a place', 'Soon', 'Soon'])
    const [letter] = await lettersTo(house, 'rem@example.org')
    const link = /\/gatherings\/places\/[\w.-]+/.exec(letter?.text ?? '')?.[0] ?? ''
    expect((await house.visitor().get(link)).text()).toContain('You have a place')
    expect((await house.visitor().get(`${link}x`)).status).toBe(404)
    expect((await house.visitor().post(`${link}/cancellation`)).location).toContain(path)
    expect((await house.visitor().get(link)).status).toBe(404)
    house.moveOn(-22)
  })

  test('everything said when registering is gone thirty days after the end', async () => {
    const { path, number } = await announced(house)
    await registered(house, path, { needs: 'A chair with arms.' })
    const held = () =>
      house.db
        .selectFrom('gatheringRegistrations')
        .innerJoin('works', 'works.id', 'gatheringRegistrations.gatheringId')
        .select('needs')
        .where('works.number', '=', number)
        .execute()
    house.moveOn(51)
    await house.runJobs()
    expect(await held()).toHaveLength(1)
    house.moveOn(3)
    await house.runJobs()
    expect(await held()).toEqual([])
    house.moveOn(-54)
  })
})
