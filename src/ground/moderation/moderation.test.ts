import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderedId } from '#core/ids/ids.ts'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  const { alliance } = house.world.units
  const { housing, executive } = house.world.bodies
  await moderator('olga', alliance.id, housing.id)
  await moderator('gwen', alliance.id, executive.id)
})
afterAll(() => house.close())

async function moderator(who: 'olga' | 'gwen', unitId: string, bodyId: string) {
  const now = house.clock.now()
  await house.db
    .insertInto('grants')
    .values({
      id: orderedId(now),
      personId: house.world.people[who].id,
      role: 'moderator',
      unitId,
      bodyId,
      purpose: 'to look at words',
      fromOn: '2026-01-01',
      toOn: '2028-01-01',
      grantedAt: now,
    })
    .execute()
}

async function holding<T>(work: () => Promise<T>): Promise<T> {
  const set = (holdsStrangers: boolean) =>
    house.db.updateTable('bodies').set({ holdsStrangers }).where('slug', '=', 'housing').execute()
  await set(true)
  const result = await work()
  await set(false)
  return result
}

const caseOf = async (number: number) =>
  house.db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .selectAll('moderationCases')
    .where('matters.number', '=', number)
    .orderBy('openedAt', 'desc')
    .executeTakeFirstOrThrow()

const decide = async (who: 'olga' | 'noor' | 'gwen', id: string, fields: Record<string, string>) =>
  (await house.as(who)).post(`/moderation/cases/${id}/decision`, fields)

const removal = { outcome: 'removed', reason: 'insult', explanation: 'It calls a clerk names.' }

async function removed(fields: Record<string, string> = {}) {
  const matter = await handedIn(house, { words: 'The clerk is a donkey.', ...fields })
  await house.visitor().post('/moderation/reports', { matter: String(matter.number), reason: 'insult' })
  const { id } = await caseOf(matter.number)
  expect((await decide('olga', id, removal)).status).toBe(303)
  return { ...matter, id }
}

describe('words held by a body’s rule', () => {
  test('hide behind a story that says so, and are in no answer', async () => {
    const matter = await holding(() => handedIn(house, { words: 'Secret words', authorship: 'anonymous' }))
    const page = await house.visitor().get(matter.path)
    expect(page.text()).toContain('wait for a person to look at them')
    expect(page.text()).toContain('Held until a person has looked')
    expect(page.body).toContain(`/moderation/cases/${(await caseOf(matter.number)).id}`)
    for (const path of [matter.path, `/submissions`, '/record'])
      expect((await house.visitor().get(path)).text()).not.toContain('Secret words')
    expect((await house.visitor().getJson(`/api/v1${matter.path}`)).body).not.toContain('Secret words')
    const held = await caseOf(matter.number)
    expect(held.openedAt.getUTCMinutes()).toBe(0)
    expect((await house.visitor().get(`/moderation/cases/${held.id}`)).text()).not.toContain('Secret words')
    expect((await (await house.as('olga')).get(`/moderation/cases/${held.id}`)).text()).toContain(
      'Secret words',
    )
    expect((await (await house.as('olga')).get('/moderation/desk')).text()).toContain(String(matter.number))
  })

  test('are shown when a moderator of that place says so, with a reason, once', async () => {
    const matter = await holding(() => handedIn(house, { words: 'Held and good' }))
    const { id } = await caseOf(matter.number)
    const good = { outcome: 'released', explanation: 'A fair point.' }
    expect((await decide('noor', id, good)).status).toBe(403)
    expect((await decide('gwen', id, good)).status).toBe(403)
    expect((await house.visitor().post(`/moderation/cases/${id}/decision`, good)).location).toContain(
      '/sign-in',
    )
    expect((await decide('olga', id, { outcome: 'released' })).status).toBe(422)
    expect((await decide('olga', id, { ...good, outcome: 'kept' })).status).toBe(422)
    const both = await Promise.all([decide('olga', id, good), decide('olga', id, good)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await house.visitor().get(matter.path)).text()).toContain('Held and good')
    const { story } = await storyOf(house, matter)
    expect(story.map(({ type }) => type)).toContain('moderation.released')
  })
})

describe('a report', () => {
  test('needs no account and keeps none; a flood is one case', async () => {
    const matter = await handedIn(house)
    const fields = { matter: String(matter.number), reason: 'advertising', remark: 'Look at the end.' }
    for (let at = 0; at < 30; at += 1) await house.visitor().post('/moderation/reports', fields)
    const found = await caseOf(matter.number)
    expect(found).toMatchObject({ times: 30, sort: 'report', outcome: null })
    expect(found.remarks).toHaveLength(10)
    expect(found.openedAt.toISOString()).toMatch(/T00:00:00/)
    expect((await house.visitor().post('/moderation/reports', { ...fields, reason: '' })).status).toBe(422)
    expect(
      (await house.visitor().post('/moderation/reports', { reason: 'insult', matter: '1' })).status,
    ).toBe(404)
  })

  test('that is not upheld leaves the words and a reason in the story', async () => {
    const matter = await handedIn(house)
    await house.visitor().post('/moderation/reports', { matter: String(matter.number), reason: 'insult' })
    const { id } = await caseOf(matter.number)
    await decide('olga', id, { outcome: 'kept', explanation: 'Sharp, but about the matter.' })
    const { story } = await storyOf(house, matter)
    expect(story.at(-1)).toMatchObject({
      type: 'moderation.kept',
      words: { reason: 'Sharp, but about the matter.' },
    })
  })
})

describe('a removal', () => {
  test('hides the words at once, names its reason from the list, and erases them after the time to appeal', async () => {
    const { id, ...matter } = await removed({ email: 'nasreen@example.org' })
    const page = await house.visitor().get(matter.path)
    expect(page.text()).not.toContain('donkey')
    expect(page.text()).toContain('It calls a clerk names.')
    await house.runJobs()
    const letter = await house.db
      .selectFrom('lettersOut')
      .select('text')
      .where('toAddress', '=', 'nasreen@example.org')
      .executeTakeFirstOrThrow()
    expect(letter.text).toContain(`/moderation/cases/${id}`)
    house.moveOn(29)
    await house.runJobs()
    const sealed = await house.db
      .selectFrom('sealed')
      .select('content')
      .where('content', 'like', '%donkey%')
      .execute()
    const words = await house.db
      .selectFrom('submissions')
      .select('id')
      .where('words', 'like', '%donkey%')
      .execute()
    expect([sealed, words]).toEqual([[], []])
    const { story } = await storyOf(house, matter)
    expect(story.at(-1)).toMatchObject({ type: 'moderation.erased' })
    expect((await house.visitor().get(`/receipts/${matter.number}.proof`)).status).toBe(200)
  })

  test('without a reason from the list is refused', async () => {
    const matter = await handedIn(house)
    await house.visitor().post('/moderation/reports', { matter: String(matter.number), reason: 'insult' })
    const { id } = await caseOf(matter.number)
    const reply = await decide('olga', id, { ...removal, reason: '' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('A removal needs a reason from the published list.')
  })

  test('is counted by reason for everybody', async () => {
    await removed()
    const { reasons } = (await house.visitor().getJson('/moderation')).json() as {
      reasons: { reason: string; removed: number }[]
    }
    expect(reasons.find(({ reason }) => reason === 'insult')?.removed).toBeGreaterThan(0)
    expect((await house.visitor().get('/moderation')).text()).toContain('Insults or degrades a person')
  })
})

describe('an appeal', () => {
  const asked = { words: 'A donkey is an honest animal.' }

  test('is the author’s alone, once, and another body decides it with a reason', async () => {
    const { id, key, ...matter } = await removed()
    const path = `/moderation/cases/${id}/appeal`
    expect((await house.visitor().post(path, asked)).status).toBe(422)
    expect((await house.visitor().post(path, { ...asked, key: key ?? '' })).status).toBe(303)
    expect((await house.visitor().post(path, { ...asked, key: key ?? '' })).status).toBe(409)
    const decision = { outcome: 'overturned', explanation: 'Rough, but no insult.' }
    const olga = await house.as('olga')
    expect((await olga.post(`${path}/decision`, decision)).status).toBe(403)
    const gwen = await house.as('gwen')
    expect((await gwen.get(`/moderation/cases/${id}`)).text()).toContain('an honest animal')
    expect((await gwen.post(`${path}/decision`, { ...decision, explanation: '' })).status).toBe(422)
    expect((await gwen.post(`${path}/decision`, decision)).status).toBe(303)
    expect((await house.visitor().get(matter.path)).text()).toContain('donkey')
    house.moveOn(40)
    await house.runJobs()
    expect((await house.visitor().get(matter.path)).text()).toContain('donkey')
  })

  test('that stands erases the words', async () => {
    const { id, key, ...matter } = await removed({ title: 'The ass of the office' })
    await house.visitor().post(`/moderation/cases/${id}/appeal`, { ...asked, key: key ?? '' })
    house.moveOn(29)
    await house.runJobs()
    const kept = await house.db
      .selectFrom('matters')
      .select('title')
      .where('number', '=', matter.number)
      .executeTakeFirstOrThrow()
    expect(kept.title).toBe('The ass of the office')
    const gwen = await house.as('gwen')
    await gwen.post(`/moderation/cases/${id}/appeal/decision`, {
      outcome: 'stands',
      explanation: 'It insults.',
    })
    await house.runJobs()
    const gone = await house.db
      .selectFrom('matters')
      .select('title')
      .where('number', '=', matter.number)
      .executeTakeFirstOrThrow()
    expect(gone.title).toBeNull()
  })
})

describe('reported words held until they are decided', () => {
  const reported = async (reason = 'threat') => {
    const matter = await handedIn(house, { words: 'We know where the clerk lives.' }, 'nasreen')
    await house.visitor().post('/moderation/reports', { matter: String(matter.number), reason })
    return { ...matter, id: (await caseOf(matter.number)).id }
  }
  const hold = async (who: 'olga' | 'noor' | 'gwen', id: string) =>
    (await house.as(who)).post(`/moderation/cases/${id}/hold`)
  const readable = async ({ path }: { path: string }) =>
    (await house.visitor().get(path)).text().includes('We know where')

  test('by one press on the desk: hidden at once, the reason in the story, the clock as it was', async () => {
    const matter = await reported()
    const olga = await house.as('olga')
    expect((await olga.get('/moderation/desk')).body).toContain(`/moderation/cases/${matter.id}/hold`)
    const before = await caseOf(matter.number)
    expect((await hold('olga', matter.id)).location).toBe(`/moderation/cases/${matter.id}`)
    expect(await readable(matter)).toBe(false)
    expect((await house.visitor().get(matter.path)).text()).toContain(
      'Reported, and held until it is decided',
    )
    const { story } = await storyOf(house, matter)
    expect(story.at(-1)).toMatchObject({ type: 'moderation.held-on-report', words: { rule: 'threat' } })
    expect((await caseOf(matter.number)).dueAt).toEqual(before.dueAt)
    expect((await house.visitor().get(`/moderation/cases/${matter.id}`)).text()).toContain(
      'Held until it is decided',
    )
    expect((await olga.get('/moderation/desk')).body).not.toContain(`/moderation/cases/${matter.id}/hold`)
  })

  test('let stand, they are shown again; another case about them does not show them', async () => {
    const matter = await reported()
    await hold('olga', matter.id)
    const now = house.clock.now()
    const other = '00000000-0000-4000-8000-000000000001'
    await house.db
      .insertInto('moderationCases')
      .values({
        id: other,
        matterId: (await caseOf(matter.number)).matterId,
        bodyId: house.world.bodies.housing.id,
        sort: 'report',
        reason: 'insult',
        openedAt: now,
        dueAt: new Date(now.getTime() + 1_000),
      })
      .execute()
    const kept = { outcome: 'kept', explanation: 'It names nobody.' }
    await decide('olga', other, kept)
    expect(await readable(matter)).toBe(false)
    await decide('olga', matter.id, kept)
    expect(await readable(matter)).toBe(true)
  })

  test('their author hears of it and may ask another body at once', async () => {
    const matter = await reported()
    await hold('olga', matter.id)
    await house.runJobs()
    const letters = await house.db
      .selectFrom('lettersOut')
      .select('text')
      .where('toAddress', '=', 'nasreen@example.org')
      .execute()
    expect(letters.some(({ text }) => text.includes(`/moderation/cases/${matter.id}`))).toBe(true)
    const nasreen = await house.as('nasreen')
    const appeal = { words: 'It is a line of a song.' }
    expect((await nasreen.post(`/moderation/cases/${matter.id}/appeal`, appeal)).status).toBe(303)
    const overturned = { outcome: 'overturned', explanation: 'It is a song indeed.' }
    await (await house.as('gwen')).post(`/moderation/cases/${matter.id}/appeal/decision`, overturned)
    expect(await readable(matter)).toBe(true)
  })

  test('only by a moderator of that place, once, and not what a rule holds already', async () => {
    const matter = await reported()
    expect((await house.visitor().post(`/moderation/cases/${matter.id}/hold`)).location).toContain('/sign-in')
    expect((await hold('noor', matter.id)).status).toBe(403)
    expect((await hold('gwen', matter.id)).status).toBe(403)
    const both = await Promise.all([hold('olga', matter.id), hold('olga', matter.id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    await decide('olga', matter.id, removal)
    expect((await hold('olga', matter.id)).status).toBe(409)
    expect((await hold('olga', '00000000-0000-4000-8000-00000000000f')).status).toBe(404)
    const strange = await holding(() => handedIn(house))
    expect((await hold('olga', (await caseOf(strange.number)).id)).status).toBe(409)
  })

  test('of holding and letting stand at once the words are never left hidden behind a closed case', async () => {
    const matter = await reported()
    const kept = { outcome: 'kept', explanation: 'It names nobody.' }
    await Promise.all([hold('olga', matter.id), decide('olga', matter.id, kept)])
    expect((await caseOf(matter.number)).outcome).toBe('kept')
    expect(await readable(matter)).toBe(true)
  })
})

test('programs read counts and cases, and report, as the description says', async () => {
  const matter = await handedIn(house)
  const program = house.visitor()
  const sent = await program.postJson('/api/v1/moderation/reports', {
    matter: matter.number,
    reason: 'advertising',
  })
  expect(sent.status).toBe(201)
  const told = sent.json() as { case: string }
  expect((await program.getJson(`/api/v1/moderation/cases/${told.case}`)).json()).toMatchObject({
    number: matter.number,
    reason: 'advertising',
    held_at: null,
  })
  const counts = (await program.getJson('/api/v1/moderation')).json() as { reasons: { reason: string }[] }
  expect(counts.reasons).toContainEqual(
    expect.objectContaining({ reason: 'advertising', let_stand: 0, overdue: expect.any(Number) }),
  )
})
