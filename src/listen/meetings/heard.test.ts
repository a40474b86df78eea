import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announced } from '../../app/testing/announced.ts'
import { storyOf } from '../../app/testing/handed-in.ts'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let past: { number: number; path: string }
beforeAll(async () => {
  past = await announced(house)
  house.moveOn(23)
})

interface Sent {
  entered: { id: string; number: number; repeat: boolean }[]
}

const row = (words: string, more: object = {}) => ({ id: unorderedId(), words, ...more })

async function sent(path: string, sheet: object): Promise<Sent> {
  const idris = await house.as('idris')
  return (
    await idris.postJson(`${path}/heard`, { people_there: 34, to: 'millbrook-branch', ...sheet })
  ).json()
}

describe('what was heard', () => {
  test('becomes matters with a story each, at the body that hears them, linked to where it was said', async () => {
    const idris = await house.as('idris')
    const form = await idris.get(`${past.path}/heard`)
    expect(form.body.match(/name="words-\d+"/g)).toHaveLength(10)
    const id = (place: number) => new RegExp(`name="id-${place}" value="([^"]+)"`).exec(form.body)?.[1] ?? ''
    const reply = await idris.post(`${past.path}/heard`, {
      people_there: '34',
      to: 'millbrook-branch',
      'id-1': id(1),
      'words-1': 'The last bus goes at six. After that one walks, along a road without a path.',
      'kind-1': 'challenge',
      'id-2': id(2),
      'words-2': '  ',
      'id-3': id(3),
      'words-3': 'Who decides about the mill pond?',
      'kind-3': 'question',
    })
    expect(reply.location).toBe(`${past.path}/heard?entered=2&already=0`)
    const page = (await house.visitor().get(past.path)).text()
    expect(page).toContain('34 people were there')
    expect(page).toContain('The last bus goes at six.')
    const { heard } = (await house.visitor().getJson('/api/v1/units/northmoor/heard')).json() as {
      heard: { number: number; title: string; gathering: number }[]
    }
    expect(
      heard
        .map(({ title }) => title)
        .toSorted()
        .toReversed(),
    ).toEqual(['Who decides about the mill pond?', 'The last bus goes at six.'])
    const bus = {
      path: `/submissions/${heard.find(({ title }) => title.startsWith('The last bus'))?.number}`,
    }
    expect((await storyOf(house, bus)).custody?.body).toBe('millbrook-branch')
    const story = (await house.visitor().getJson(`/api/v1${bus.path}`)).json() as Record<string, unknown>
    expect([story.route, story.kind, story.authorship]).toEqual(['meeting', 'challenge', 'anonymous'])
    const html = (await house.visitor().get(bus.path)).text()
    expect(html).toContain('What would make Millbrook easier to live in?')
    expect(html).toContain('heard at')
  })

  test('sent twice, or by two at once, is there once, with the same numbers', async () => {
    const rows = [row('One lamp.'), row('Two lamps.')]
    const [a, b] = await Promise.all([sent(past.path, { rows }), sent(past.path, { rows })])
    expect(a.entered.map(({ number }) => number)).toEqual(b.entered.map(({ number }) => number))
    const more = await sent(past.path, { rows: [...rows, row('Three lamps.')] })
    expect(more.entered.map(({ repeat }) => repeat)).toEqual([true, true, false])
    const twins = row('Said once, typed once.')
    const twice = await sent(past.path, { rows: [twins, twins] })
    expect(new Set(twice.entered.map(({ number }) => number)).size).toBe(1)
  })

  test('is refused with a sentence at the row that is wrong, and nothing typed is lost', async () => {
    const idris = await house.as('idris')
    const typed = {
      'words-4': 'x'.repeat(4_001),
      'id-4': unorderedId(),
      'words-2': 'Kept.',
      'id-2': unorderedId(),
    }
    const reply = await idris.post(`${past.path}/heard`, {
      ...typed,
      people_there: 'many',
      to: 'millbrook-branch',
    })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain('href="#words-4"')
    expect(reply.text()).toContain('Write the number of people as a whole number.')
    expect(reply.text()).toContain('Kept.')
    const nobody = await idris.post(`${past.path}/heard`, { 'words-1': 'A', 'id-1': unorderedId() })
    expect(nobody.text()).toContain('Choose the body that hears it.')
  })

  test('waits until the gathering has begun, and is its organisers’ alone', async () => {
    const later = await announced(house, { starts: '2027-03-01T19:00', ends: '2027-03-01T20:00' })
    const idris = await house.as('idris')
    expect((await idris.get(`${later.path}/heard`)).status).toBe(409)
    expect((await (await house.as('noor')).get(`${past.path}/heard`)).status).toBe(403)
    expect((await house.visitor().get(`${past.path}/heard`)).status).toBe(303)
    await idris.post(`${later.path}/cancellation`, { reason: 'Nobody can.' })
    expect((await idris.post(`${later.path}/heard`, {})).status).toBe(409)
  })

  test('fewer than five people are never told by a number', async () => {
    const small = await announced(house, {
      title: 'A small one',
      starts: '2026-11-24T08:00',
      ends: '2026-11-24T09:00',
    })
    await sent(small.path, { people_there: 3, rows: [] })
    expect((await house.visitor().get(small.path)).text()).toContain('Fewer than five people were there')
    const told = (await house.visitor().getJson(`/api/v1${small.path}`)).json() as Record<string, unknown>
    expect(told.people_there).toBe('fewer than 5')
    const entry = await house.db
      .selectFrom('entries')
      .innerJoin('sealed', 'sealed.entryId', 'entries.id')
      .select('sealed.content')
      .where('entries.kind', '=', 'gathering.counted')
      .orderBy('entries.id', 'desc')
      .execute()
    expect(entry.some(({ content }) => content.includes('fewer than 5'))).toBe(true)
    expect((await house.visitor().get('/units/millbrook')).text()).toContain('People there 34')
  })

  test('belongs to a call where the gathering does: each row is an answer to it', async () => {
    const call = await openTestCall(house)
    const held = await announced(house, {
      call: String(call.number),
      starts: '2026-11-25T10:00',
      ends: '2026-11-25T11:00',
    })
    house.moveOn(1)
    const page = (await (await house.as('idris')).get(`${held.path}/heard`)).text()
    expect(page).toContain('each row becomes an answer to “What would make rural buses work for you?”')
    const rows = [row('Sundays too.')]
    const { entered } = await sent(held.path, { rows })
    expect((await sent(held.path, { rows })).entered[0]).toMatchObject({
      number: entered[0]?.number,
      repeat: true,
    })
    const answer = await house.db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .select(['matters.route', 'answers.authorship', 'matters.parentId'])
      .where('matters.number', '=', entered[0]?.number ?? 0)
      .executeTakeFirstOrThrow()
    expect(answer).toMatchObject({ route: 'meeting', authorship: 'anonymous' })
    expect(answer.parentId).not.toBeNull()
    const how = await house.db
      .selectFrom('intakeEntries')
      .select(['consent', 'helperId', 'gatheringId'])
      .executeTakeFirstOrThrow()
    expect(how).toMatchObject({ consent: 'spoken', helperId: house.world.people.idris.id })
    expect(how.gatheringId).not.toBeNull()
    expect((await house.visitor().get('/units/millbrook/heard')).text()).toContain('Answer to a call')
  })
})
