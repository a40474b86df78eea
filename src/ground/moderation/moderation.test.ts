import { afterAll, describe, expect, test } from 'vitest'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { newestLetterTo } from '../../app/testing/letters.ts'
import { openModeratedHouse } from './testing/moderators.ts'

const house = await openModeratedHouse()
afterAll(() => house.close())

const { holding, caseOf, decide } = house

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
    expect(await newestLetterTo(house, 'nasreen@example.org')).toContain(`/moderation/cases/${id}`)
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
