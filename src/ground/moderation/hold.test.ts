import { afterAll, describe, expect, test } from 'vitest'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openModeratedHouse } from './testing/moderators.ts'

const house = await openModeratedHouse()
afterAll(() => house.close())

const { holding, caseOf, decide } = house

const removal = { outcome: 'removed', reason: 'insult', explanation: 'It calls a clerk names.' }

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
    const letters = await lettersTo(house, 'nasreen@example.org')
    expect(letters.some(({ text }) => text.includes(`/moderation/cases/${matter.id}`))).toBe(true)
    const nasreen = await house.as('nasreen')
    const appeal = { words: 'It is a line of a song.' }
    expect((await nasreen.post(`/moderation/cases/${matter.id}/appeal`, appeal)).status).toBe(303)
    const overturned = { outcome: 'overturned', explanation: 'It is a song indeed.' }
    await (await house.as('gwen')).post(`/moderation/cases/${matter.id}/appeal/decision`, overturned)
    expect(await readable(matter)).toBe(true)
  })

  test('so may the author of an answer to a call, by account', async () => {
    const call = await openTestCall(house)
    const nasreen = await house.as('nasreen')
    const form = { q1: 'We know where the driver lives.', authorship: 'withheld' }
    const number = (await nasreen.post(`/calls/${call.number}/answer`, form)).location.split('/').at(-1) ?? ''
    await house.visitor().post('/moderation/reports', { matter: number, reason: 'threat' })
    const { id } = await caseOf(Number(number))
    await hold('olga', id)
    const appeal = { words: 'He is my brother.' }
    const another = await house.as('idris')
    expect((await another.post(`/moderation/cases/${id}/appeal`, appeal)).status).toBe(422)
    expect((await nasreen.post(`/moderation/cases/${id}/appeal`, appeal)).status).toBe(303)
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
