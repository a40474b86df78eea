import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditRecord } from '../../app/testing/audit-record.ts'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** The newest letter to an address. */
async function letterTo(address: string): Promise<string> {
  const letter = await house.db
    .selectFrom('lettersOut')
    .select('text')
    .where('toAddress', '=', address)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return letter?.text ?? ''
}

describe('everything held', () => {
  test('is on one page, and the same for programs, with why and until when', async () => {
    const { number } = await handedIn(house, {}, 'nasreen')
    const nasreen = await house.as('nasreen')
    const page = (await nasreen.get('/my-data')).text()
    for (const said of [
      'Nasreen Akhtar, this is everything',
      'Your account',
      'What you handed in',
      'Kept until',
    ])
      expect(page).toContain(said)
    const told = (await nasreen.getJson('/api/v1/my-data')).json() as {
      held: { table: string; rows: Record<string, unknown>[] }[]
    }
    const titles = told.held.find(({ table }) => table === 'matters')?.rows.map(({ number }) => number)
    expect(titles).toContain(number)
    expect((await nasreen.get('/my-data/held')).text()).toContain('nasreen@example.org')
    expect((await (await house.as('olga')).get('/my-data/held')).text()).not.toContain('nasreen')
  })

  test('a stranger is shown the ways to it, a program that it must sign in', async () => {
    expect((await house.visitor().get('/my-data')).text()).toContain('Send me a code')
    expect((await house.visitor().getJson('/api/v1/my-data')).status).toBe(401)
  })

  test('never shows a way to sign in that waits in a letter', async () => {
    await house.visitor().post('/sign-in', { email: 'gwen@example.org' })
    await house.runJobs()
    const token = /sign-in\/([\w-]{20,})/.exec(await letterTo('gwen@example.org'))?.[1] ?? 'none'
    const gwen = await house.as('gwen')
    for (const page of ['/my-data/held', '/my-data'])
      for (const reply of [await gwen.get(page), await gwen.getJson(page)])
        expect(reply.body).not.toContain(token)
  })

  test('what was handed in anonymously is nobody’s', async () => {
    const { number } = await handedIn(house, { authorship: 'anonymous', title: 'From nobody at all' }, 'olga')
    const olga = await house.as('olga')
    expect((await olga.getJson('/my-data')).body).not.toMatch(new RegExp(`From nobody|${number}`))
  })
})

describe('a copy', () => {
  test('is one ZIP of page, JSON and CSV, and that it was taken is seen', async () => {
    const idris = await house.as('idris')
    const reply = await idris.post('/my-data/copy')
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/zip'])
    for (const name of ['index.html', 'my-data.json', 'csv/01-people.csv']) expect(reply.body).toContain(name)
    expect((await idris.get('/my-data')).text()).toContain('took a copy')
  })

  test('and an erasure need a sign-in of the last quarter of an hour', async () => {
    const gwen = await house.as('gwen')
    house.clock.moveOn(16 * 60_000)
    expect((await gwen.get('/my-data/copy')).text()).toContain('Show once more that it is you')
    expect((await gwen.post('/my-data/copy')).headers['content-type']).not.toBe('application/zip')
    expect((await gwen.postJson('/my-data/erasure', { words: 'erased', sure: 'yes' })).status).toBe(403)
    expect((await gwen.get('/my-data')).status).toBe(200)
    await gwen.post('/sign-in/again', { to: '/my-data/copy' })
    await house.runJobs()
    const link = /\/sign-in\/[\w-]+/.exec(await letterTo('gwen@example.org'))?.[0] ?? ''
    expect((await gwen.post(link)).location).toBe('/my-data/copy')
    expect((await gwen.post('/my-data/copy')).headers['content-type']).toBe('application/zip')
  })
})

describe('a correction', () => {
  test('of name and language holds at once', async () => {
    const femi = await house.as('femi')
    const reply = await femi.post('/my-data/correction', { name: 'Femi A. Adeyemi', language: 'ur' })
    expect(reply.location).toBe('/my-data?done=corrected')
    expect((await femi.get('/my-data?lang=en')).text()).toContain('Femi A. Adeyemi, this is everything')
    expect((await femi.post('/my-data/correction', { name: ' ', language: 'xx' })).status).toBe(422)
  })

  test('of the address counts once its reader confirms it, and the old one is told', async () => {
    const femi = await house.as('femi')
    await femi.post('/my-data/address', { email: 'New-Femi@example.org' })
    await house.runJobs()
    const link = /\/my-data\/address\/[\w-]+/.exec(await letterTo('new-femi@example.org'))?.[0] ?? ''
    expect((await femi.post('/my-data/address', { email: 'third@example.org' })).status).toBe(422)
    expect((await house.visitor().get(link)).status).toBe(200)
    expect((await femi.getJson('/my-data')).body).toContain('"femi@example.org"')
    expect((await house.visitor().post(link)).status).toBe(303)
    expect((await house.visitor().post(link)).status).toBe(422)
    expect((await femi.getJson('/my-data')).body).toContain('"new-femi@example.org"')
    expect(await letterTo('femi@example.org')).toContain('was confirmed')
  })

  test('to an address of another account changes nothing, and only its reader learns of it', async () => {
    const olga = await house.as('olga')
    const reply = await olga.post('/my-data/address', { email: 'ada@example.org' })
    expect(reply.location).toBe('/my-data?done=asked')
    await house.runJobs()
    expect(await letterTo('ada@example.org')).toContain('nothing has changed')
  })
})

describe('an objection', () => {
  test('is private, has a clock, and is answered with a reason by a named role', async () => {
    const [nasreen, ada, olga] = [await house.as('nasreen'), await house.as('ada'), await house.as('olga')]
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
    expect(await letterTo('nasreen@example.org')).toContain('It is gone since today.')
    expect(ada).toBeDefined()
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
    const { number, path } = await handedIn(house, { title: 'A bench at the ford' }, 'olga')
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
    expect(number).toBeGreaterThan(0)
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
