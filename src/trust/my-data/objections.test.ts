import { afterAll, describe, expect, test } from 'vitest'
import { newestLetterTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('an objection', () => {
  test('is private, has a clock, and is answered with a reason by a named role', async () => {
    const [nasreen, olga] = [await house.as('nasreen'), await house.as('olga')]
    const words = { words: 'Please stop keeping my old branch.' }
    const { id } = (await nasreen.postJson('/my-data/objections', words)).json() as { id: string }
    expect((await nasreen.get('/my-data')).text()).toContain('answer due by')
    expect((await olga.get(`/my-data/objections/${id}`)).status).toBe(403)
    house.moveOn(29)
    const late = await house.as('nasreen')
    expect((await late.get('/my-data')).text()).toContain('should have been answered by')
    const desk = await house.as('ada')
    expect((await desk.get('/my-data/desk')).text()).not.toContain('old branch')
    expect((await desk.get(`/my-data/objections/${id}`)).text()).toContain('old branch')
    const answer = { outcome: 'upheld', reason: 'It is gone since today.' }
    expect(
      (await desk.post(`/my-data/objections/${id}/answer`, { outcome: 'refused', reason: '' })).status,
    ).toBe(422)
    const both = await Promise.all(
      [1, 2].map(() => desk.postJson(`/my-data/objections/${id}/answer`, answer)),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const page = (await late.get('/my-data')).text()
    for (const said of [
      'You were right',
      'It is gone since today.',
      'Ada Novak, Administrator',
      'to answer an objection',
    ])
      expect(page).toContain(said)
    expect(await newestLetterTo(house, 'nasreen@example.org')).toContain('It is gone since today.')
  })

  test('nobody answers their own, nor one about their own look', async () => {
    const ada = await house.as('ada')
    const { id } = (await ada.postJson('/my-data/objections', { words: 'About me.' })).json() as {
      id: string
    }
    expect((await ada.postJson(`/my-data/objections/${id}/answer`, {})).status).toBe(403)
    const nasreen = await house.as('nasreen')
    const looks = await house.db
      .selectFrom('lookups')
      .select('id')
      .where('lookedBy', '=', house.world.people.ada.id)
      .where('personId', '=', house.world.people.nasreen.id)
      .execute()
    const about = { words: 'Why did she look?', look: looks[0]?.id }
    const raised = (await nasreen.postJson('/my-data/objections', about)).json() as { id: string }
    expect((await ada.get(`/my-data/objections/${raised.id}`)).status).toBe(403)
    const olga = await house.as('olga')
    expect((await olga.postJson('/my-data/objections', about)).status).toBe(404)
  })
})
