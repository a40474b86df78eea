import { afterAll, describe, expect, test } from 'vitest'
import { announced, LISTENING, registered } from '../../app/testing/announced.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('a gathering that comes again', () => {
  const weekly = { title: 'Tuesday surgery', repeats: 'weekly', until: '2026-12-15' }

  test('is as many gatherings as it has times, each at the same hour by the clocks of the place', async () => {
    const { path } = await announced(house, {
      ...weekly,
      title: 'Autumn into winter',
      starts: '2026-10-20T19:00',
      ends: '2026-10-20T21:00',
      until: '2026-11-03',
    })
    const page = (await house.visitor().get(path)).text()
    expect(page).toContain('Every week')
    expect(page).toContain('Tuesday, 3 November 2026, 19:00 to 21:00')
  })

  test('one time is moved, one called off, and all that follow; the calendar has each by itself', async () => {
    const { number, path } = await announced(house, weekly)
    const idris = await house.as('idris')
    const times = [
      ...(await house.visitor().get(path)).body.matchAll(/href="\/gatherings\/(\d+)">Tuesday/g),
    ].map(([, one]) => Number(one))
    expect(times).toHaveLength(3)
    const [second, third, last] = times
    await idris.post(`/gatherings/${second}/cancellation`, { reason: 'A funeral.' })
    expect((await house.visitor().get(path)).body).toMatch(/Called off/)
    expect((await house.visitor().get(`/gatherings/${third}`)).text()).not.toContain(
      'This gathering is called off',
    )
    const events = (await house.visitor().get('/gatherings.ics')).body
    for (const one of [number, ...times]) expect(events).toContain(`gathering-${one}@`)
    await idris.post(`/gatherings/${third}/cancellation`, { reason: 'No hall.', following: 'yes' })
    for (const one of [third, last])
      expect((await house.visitor().get(`/gatherings/${one}`)).text()).toContain('No hall.')
    expect((await house.visitor().get(path)).text()).not.toContain('This gathering is called off')
  })

  test('needs a last day after the first, and is no more than a year of weeks', async () => {
    const idris = await house.as('idris')
    const said = async (fields: Record<string, string>) => {
      const form = {
        title: 'T',
        kind: 'meeting',
        holder: 'unit:millbrook',
        zone: 'Europe/London',
        address: 'Hall',
        audience: 'anyone',
        contact: 'Idris',
        starts: '2026-11-24T19:00',
        ends: '2026-11-24T21:00',
      }
      return (await idris.post('/gatherings', { ...form, repeats: 'weekly', ...fields })).text()
    }
    expect(await said({})).toContain('Say the last day')
    expect(await said({ until: '2026-11-25' })).toContain('only once')
    expect(await said({ until: '2030-01-01' })).toContain('fifty-three')
  })
})

describe('later times of one that comes again', () => {
  /** Four Tuesdays, with what the form sends of the first. */
  async function fourTuesdays(title: string) {
    const { number, path } = await announced(house, { title, repeats: 'weekly', until: '2026-12-15' })
    const page = (await house.visitor().get(path)).body
    const later = [...page.matchAll(/href="\/gatherings\/(\d+)">Tuesday/g)].map(
      ([, one]) => `/gatherings/${one}`,
    )
    return { number, path, later }
  }

  const asBefore = { ...LISTENING, language: 'en' }
  const textOf = async (path: string | undefined) => (await house.visitor().get(path ?? '')).text()

  test('are changed with it where that is wished: what is said anew here is said there', async () => {
    const title = 'Surgery to be moved'
    const { path, later } = await fourTuesdays(title)
    const [second, third, last] = later
    const idris = await house.as('idris')
    // The third was moved to another hall before: that stays.
    await idris.post(`${third}/details`, {
      ...asBefore,
      title,
      starts: '2026-12-08T19:00',
      ends: '2026-12-08T21:00',
      address: 'Chapel',
      reason: 'A wedding.',
    })
    await idris.post(`${second}/cancellation`, { reason: 'Snow.' })
    await registered(house, last ?? '', { email: 'wren@elsewhere.example' })
    const change = {
      ...asBefore,
      title,
      starts: '2026-11-25T18:30',
      ends: '2026-11-25T20:00',
      access_creche: 'yes',
      reason: 'The choir sings on Tuesdays.',
      following: 'yes',
    }
    expect((await idris.post(`${path}/details`, change)).status).toBe(303)
    expect(await textOf(path)).toContain('Wednesday, 25 November 2026, 18:30 to 20:00')
    expect(await textOf(second)).toContain('Tuesday, 1 December 2026, 19:00 to 21:00')
    const moved = await textOf(third)
    expect(moved).toContain('Wednesday, 9 December 2026, 18:30 to 20:00')
    expect(moved).toContain('Chapel')
    expect(moved).toContain('Crèche Yes')
    expect(await textOf(last)).toContain('Wednesday, 16 December 2026, 18:30 to 20:00')
    expect(await textOf(last)).toContain('The choir sings on Tuesdays.')
    const [, letter] = await lettersTo(house, 'wren@elsewhere.example')
    expect(letter?.text).toContain('16 December 2026, 18:30')
  })

  test('stay as they are where it is not wished, and where nothing of theirs is said anew', async () => {
    const title = 'Surgery that stays'
    const { path, later } = await fourTuesdays(title)
    const idris = await house.as('idris')
    await idris.post(`${path}/details`, { ...asBefore, title: 'Only this one', reason: 'A guest.' })
    expect(await textOf(later[0])).toContain(title)
    await idris.post(`${path}/details`, {
      ...asBefore,
      title: 'Only this one',
      reason: 'Once more.',
      following: 'yes',
    })
    expect(await textOf(later[0])).not.toContain('Once more.')
    expect(await textOf(path)).toContain('Once more.')
  })

  test('sent twice, the change is made once; a stranger changes none of them', async () => {
    const { path, later } = await fourTuesdays('Surgery, twice')
    const change = { ...asBefore, title: 'Surgery, once', reason: 'A new name.', following: 'yes' }
    const [idris, olga] = [await house.as('idris'), await house.as('olga')]
    expect((await olga.post(`${path}/details`, change)).status).toBe(403)
    const sent = await Promise.all(
      [1, 2].map(() => idris.post(`${path}/details`, { ...change, once: 'a-key-of-this-test' })),
    )
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    const reasons = (await textOf(later[2])).match(/A new name\./g)
    expect(reasons).toHaveLength(1)
  })

  test('are one line of the lists, with how many more; in the calendar each stands by itself', async () => {
    const { number, later } = await fourTuesdays('Surgery in the list')
    const [second] = later
    const lists = ['/gatherings', '/units/millbrook/gatherings', '/units/millbrook']
    const named = async (path: string) =>
      (await house.visitor().get(path)).text().match(/Surgery in the list/g) ?? []
    for (const path of lists.slice(0, 2)) expect(await named(path)).toHaveLength(1)
    expect(await textOf('/gatherings')).toContain('and 3 more times')
    const listed = (await house.visitor().getJson('/api/v1/gatherings?unit=millbrook')).json() as {
      gatherings: { title: string }[]
    }
    expect(listed.gatherings.filter(({ title }) => title === 'Surgery in the list').length).toBe(4)
    // Called off, the first stays to be read, beside the next that takes place.
    await (await house.as('idris')).post(`/gatherings/${number}/cancellation`, { reason: 'Flu.' })
    expect(await named('/gatherings')).toHaveLength(2)
    const body = (await house.visitor().get('/gatherings')).body
    expect(body).toContain(`href="${second}"`)
    expect(body).toContain(`href="${second}#times">and 2 more times`)
  })
})
