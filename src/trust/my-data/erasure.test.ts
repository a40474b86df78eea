import { afterAll, describe, expect, test } from 'vitest'
import { auditRecord } from '../../app/testing/audit-record.ts'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('erasing', () => {
  test('words by the follow-up key of an anonymous hand-in: the story says so and the record verifies', async () => {
    const { path, key } = await handedIn(house, {
      authorship: 'anonymous',
      title: 'The lift',
      words: 'It stands.',
    })
    const erase = (fields: Record<string, string>) =>
      house.visitor().post(`${path}/erasure`, { key: key ?? '', ...fields })
    expect((await erase({})).status).toBe(422)
    expect((await house.visitor().post(`${path}/erasure`, { sure: 'yes' })).status).toBe(403)
    expect((await erase({ sure: 'yes' })).text()).toContain('Your words are erased')
    expect((await erase({ sure: 'yes' })).status).toBe(200)
    const { state, story } = await storyOf(house, { path })
    expect(state).toBe('withdrawn')
    expect(story.map(({ type }) => type)).toEqual([
      'submission.handed-in',
      'matter.withdrawn',
      'author.erased',
    ])
    const page = (await house.visitor().get(path)).text()
    expect(page).toContain('The author had their words erased')
    expect(page).not.toMatch(/The lift|It stands/)
    expect((await house.visitor().get('/submissions')).text()).not.toContain('The lift')
  })

  test('oneself with the words left: they go on to their answer, without the name', async () => {
    const { path } = await handedIn(house, { title: 'A bench at the ford' }, 'olga')
    const olga = await house.as('olga')
    expect((await olga.get('/my-data/erasure')).text()).toContain('What stays, and why')
    expect((await olga.post('/my-data/erasure', { sure: 'yes' })).status).toBe(422)
    const gone = await olga.post('/my-data/erasure', { words: 'kept', sure: 'yes' })
    expect(gone.location).toBe('/my-data/erased')
    expect((await olga.get('/account')).status).toBe(303)
    const page = (await house.visitor().get(path)).text()
    expect(page).toContain('A bench at the ford')
    expect(page).not.toContain('Olga')
    const people = await house.db.selectFrom('people').select('id').where('name', 'like', 'Olga%').execute()
    expect(people).toEqual([])
  })

  test('oneself while holding a role: the name stays with the role, everything else goes', async () => {
    const noor = await house.as('noor')
    expect((await noor.get('/my-data/erasure')).text()).toContain('everybody must be able to see who decided')
    await noor.post('/my-data/erasure', { sure: 'yes' })
    const row = await house.db
      .selectFrom('people')
      .selectAll()
      .where('id', '=', house.world.people.noor.id)
      .executeTakeFirst()
    expect(row).toMatchObject({ name: 'Noor Haddad', email: null, unitId: null, demoLine: null })
    expect((await house.visitor().getJson('/bodies/housing')).body).toContain('housing')
    const held = await house.db
      .selectFrom('grants')
      .leftJoin('grantEndings', 'grantId', 'grants.id')
      .select('reason')
      .where('personId', '=', house.world.people.noor.id)
      .execute()
    expect(held).toEqual([{ reason: 'They had their account erased.' }])
    expect((await noor.get('/account')).status).toBe(303)
  })

  test('leaves a record that the second implementation finds whole', async () => {
    await house.runJobs()
    expect(await auditRecord(house)).toMatchObject({ code: 0, said: expect.stringContaining('adds up') })
  })
})
