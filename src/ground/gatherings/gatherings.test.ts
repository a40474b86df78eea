import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announced, MOVED, registered } from '../../app/testing/announced.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
beforeEach(async () => {
  await house.db.deleteFrom('lettersOut').execute()
})

describe('a gathering in public', () => {
  test('says when by the clocks of the place, for whom, and what was not said about access', async () => {
    const { path } = await announced(house)
    const page = await house.visitor().get(path)
    const text = page.text()
    expect(text).toContain('Tuesday, 24 November 2026, 19:00 to 21:00 (Europe/London)')
    expect(text).toContain('Step-free way in Yes')
    expect(text).toContain('Crèche No')
    expect(text).toContain('Interpreter Yes (Urdu and BSL)')
    expect(text).toContain('Hearing loop Not said, ask')
    expect(page.body).toContain('<strong>everything</strong>')
    expect(page.headers['cache-control']).toContain('public')
  })

  test('never shows the link for people online to those who have no place', async () => {
    const { path } = await announced(house)
    const everywhere = [
      path,
      `${path}.ics`,
      '/gatherings',
      '/gatherings.ics',
      '/gatherings.atom',
      '/units/millbrook/gatherings',
    ]
    for (const address of everywhere) {
      const reply = await house.visitor().get(address)
      expect(reply.status).toBe(200)
      expect(reply.body).not.toContain('rooms.example')
    }
    expect((await house.visitor().getJson(`/api/v1${path}`)).body).not.toContain('rooms.example')
  })

  test('stands on the page of its body and of its unit, and in the list of that body alone', async () => {
    await announced(house, { title: 'Branch night', holder: 'body:millbrook-branch' })
    await announced(house, { title: 'Somebody else’s evening' })
    const page = (await house.visitor().get('/bodies/millbrook-branch')).text()
    expect(page).toContain('Branch night')
    expect(page).not.toContain('Somebody else')
    const list = (await house.visitor().get('/gatherings?body=millbrook-branch')).text()
    expect(list).toContain('Branch night')
    expect(list).not.toContain('Somebody else')
    expect((await house.visitor().get('/bodies/executive')).text()).not.toContain('Branch night')
  })

  test('stands in the lists of its unit and of those above, until it is over', async () => {
    const { number } = await announced(house, {
      starts: '2026-11-05T10:00',
      ends: '2026-11-05T11:00',
      title: 'Early coffee',
    })
    const titles = async (path: string) => (await house.visitor().get(path)).text()
    expect(await titles('/units/northmoor/gatherings')).toContain('Early coffee')
    expect(await titles('/units/southdown/gatherings')).not.toContain('Early coffee')
    expect(await titles('/gatherings?when=past')).not.toContain('Early coffee')
    house.moveOn(4)
    expect(await titles('/gatherings')).not.toContain('Early coffee')
    expect(await titles('/gatherings?when=past&kind=listening-event')).toContain('Early coffee')
    expect((await house.visitor().get(`/gatherings/${number}`)).text()).toContain('It has taken place')
    expect((await house.visitor().get('/gatherings/999999')).status).toBe(404)
    house.moveOn(-4)
  })
})

describe('announcing', () => {
  test('is refused with a sentence for each box that is wrong, and keeps what was typed', async () => {
    const idris = await house.as('idris')
    const wrong = {
      title: 'Kept',
      starts: '2026-11-24T21:00',
      ends: '2026-11-24T19:00',
      zone: 'Mars/North',
      audience: 'anyone',
      kind: 'meeting',
    }
    const reply = await idris.post('/gatherings', { ...wrong, holder: 'unit:southdown' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('This time zone is unknown')
    expect(reply.text()).toContain('Choose who holds it')
    expect(reply.body).toContain('value="Kept"')
    const nowhere = await idris.post('/gatherings', {
      ...wrong,
      zone: 'Europe/London',
      contact: 'Me',
      holder: 'unit:millbrook',
    })
    expect(nowhere.text()).toContain('It ends before it begins')
    expect(nowhere.text()).toContain('Say where it is')
  })

  test('is for secretaries of the unit and clerks of the body', async () => {
    expect((await (await house.as('olga')).get('/gatherings/new')).status).toBe(403)
    expect((await house.visitor().get('/gatherings/new')).status).toBe(303)
    const { path } = await announced(house, { holder: 'body:housing', title: 'Open commission' }, 'noor')
    expect((await house.visitor().get(path)).text()).toContain(
      'Housing and Land Commission, The Commons Alliance',
    )
    expect((await (await house.as('idris')).get(`${path}/details`)).status).toBe(403)
    expect((await (await house.as('idris')).get(`${path}/registered`)).status).toBe(403)
    expect((await (await house.as('noor')).get(`${path}/registered`)).status).toBe(200)
  })

  test('twice with one key makes one gathering', async () => {
    const idris = await house.as('idris')
    const form = {
      title: 'Once',
      kind: 'meeting',
      holder: 'unit:millbrook',
      starts: '2026-12-01T10:00',
      ends: '2026-12-01T11:00',
      zone: 'Europe/London',
      address: 'Hall',
      audience: 'members',
      contact: 'Idris',
      once: unorderedId(),
    }
    const [first, second] = await Promise.all([
      idris.post('/gatherings', form),
      idris.post('/gatherings', form),
    ])
    expect(first.location).toBe(second.location)
    expect((await idris.post('/gatherings', { ...form, title: 'Other' })).status).toBe(422)
  })
})

describe('changing and calling off', () => {
  test('writes the reason to those who registered, and into the story', async () => {
    const { path } = await announced(house)
    await registered(house, path, { email: 'wren@example.org' })
    await lettersTo(house, 'wren@example.org')
    const idris = await house.as('idris')
    const form = await idris.get(`${path}/details`)
    expect(form.body).toContain('value="2026-11-24T19:00"')
    expect((await idris.post(`${path}/details`, MOVED)).status).toBe(422)
    expect((await idris.post(`${path}/details`, { ...MOVED, reason: 'The hall is flooded.' })).status).toBe(
      303,
    )
    const told = (await lettersTo(house, 'wren@example.org')).find(
      ({ subject }) => subject === 'Changed: Moved',
    )
    expect(told?.text).toContain('The hall is flooded.')
    expect((await house.visitor().get(path)).text()).toContain('Gathering changed The hall is flooded.')
  })

  test('called off it stays to be read, takes nobody in, and is called off once', async () => {
    const { path } = await announced(house)
    await registered(house, path, { email: 'kit@example.org' })
    const idris = await house.as('idris')
    expect((await idris.post(`${path}/cancellation`, { reason: '' })).status).toBe(422)
    const both = await Promise.all(
      ['Snow.', 'Ice.'].map((reason) => idris.post(`${path}/cancellation`, { reason })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const subjects = (await lettersTo(house, 'kit@example.org')).map(({ subject }) => subject)
    expect(subjects).toContain('Called off: What would make Millbrook easier to live in?')
    expect((await house.visitor().get(path)).text()).toContain('This gathering is called off')
    expect((await house.visitor().post(`${path}/registration`, { name: 'Wren' })).status).toBe(409)
  })
})
