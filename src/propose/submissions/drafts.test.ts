import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
beforeEach(() => house.db.deleteFrom('drafts').execute())

const begun = { title: 'A bench at every bus stop', words: 'My mother cannot stand for', authorship: 'named' }

const drafts = () => house.db.selectFrom('drafts').selectAll().execute()
const draftIn = (html: string) => /name="draft" value="([^"]*)"/.exec(html)?.[1] ?? ''

test('a draft comes back in this browser and in no other', async () => {
  const visitor = house.visitor()
  const reply = await visitor.post('/submissions/drafts', { ...begun, title: '' })
  expect(reply.status).toBe(303)
  expect(String(reply.headers['set-cookie'])).toContain('HttpOnly')
  expect((await visitor.get('/submissions/new')).body).toContain('My mother cannot stand for')
  expect((await house.visitor().get('/submissions/new')).body).not.toContain('My mother cannot stand for')
})

test('handing it in forgets the draft and its key', async () => {
  const visitor = house.visitor()
  await visitor.post('/submissions/drafts', begun)
  const form = await visitor.get('/submissions/new')
  const reply = await visitor.post('/submissions', { ...begun, draft: draftIn(form.body) })
  expect(reply.status).toBe(303)
  expect(await drafts()).toEqual([])
  expect((await visitor.get('/submissions/new')).body).not.toContain('My mother cannot stand for')
})

test('a draft of something else is left in peace', async () => {
  const visitor = house.visitor()
  await visitor.post('/submissions/drafts', begun)
  await visitor.post('/submissions', { ...begun, title: 'Something else' })
  expect(await drafts()).toHaveLength(1)
})

test('an anonymous hand-in leaves no draft, whatever was kept before and by whom', async () => {
  const nasreen = await house.as('nasreen')
  await nasreen.post('/submissions/drafts', begun)
  expect(await drafts()).toHaveLength(1)
  const reply = await nasreen.post('/submissions', { ...begun, authorship: 'anonymous' })
  expect(reply.status).toBe(303)
  expect(await drafts()).toEqual([])
  expect(String(reply.headers['set-cookie'])).toMatch(/draft=; Max-Age=0/)
})

test('a draft that is to be anonymous names nobody and has no hour', async () => {
  const nasreen = await house.as('nasreen')
  await nasreen.post('/submissions/drafts', {
    ...begun,
    authorship: 'anonymous',
    name: 'Nasreen',
    email: 'n@example.org',
  })
  const [draft] = await drafts()
  expect(draft?.personId).toBeNull()
  expect(JSON.stringify(draft?.content)).not.toMatch(/Nasreen|example/)
  expect(draft?.savedAt.toISOString()).toMatch(/T00:00:00.000Z$/)
})

test('a person finds their drafts anywhere; nobody else does', async () => {
  const nasreen = await house.as('nasreen')
  await nasreen.post('/submissions/drafts', begun)
  const list = await (await house.as('nasreen')).get('/submissions/drafts')
  expect(list.text()).toContain(begun.title)
  const path = /\/submissions\/new\?draft=[0-9a-f-]+/.exec(list.body)?.[0] ?? ''
  expect((await (await house.as('nasreen')).get(path)).body).toContain(begun.words)
  expect((await (await house.as('olga')).get(path)).body).not.toContain(begun.words)
  expect((await (await house.as('olga')).get('/submissions/drafts')).text()).toContain('You have no draft')
  expect((await house.visitor().get('/submissions/drafts')).status).toBe(303)
})

test('only its owner forgets a draft', async () => {
  const nasreen = await house.as('nasreen')
  await nasreen.post('/submissions/drafts', begun)
  const [draft] = await drafts()
  const path = `/submissions/drafts/${draft?.id}/removal`
  await (await house.as('olga')).post(path)
  expect((await house.visitor().post(path)).status).toBe(404)
  expect(await drafts()).toHaveLength(1)
  await nasreen.post(path)
  expect(await drafts()).toEqual([])
})

test('a session that ended while writing loses no word and hands in nothing', async () => {
  const visitor = house.visitor()
  const reply = await visitor.post('/submissions', { ...begun, signed_in: 'yes' })
  expect(reply.status).toBe(422)
  expect(reply.text()).toContain('You were signed out while you wrote.')
  expect(reply.body).toContain('My mother cannot stand for')
  expect(await drafts()).toHaveLength(1)
  expect((await visitor.get('/submissions/new')).body).toContain('My mother cannot stand for')
  const again = await visitor.post('/submissions', { ...begun, signed_in: '' })
  expect(again.status).toBe(303)
})

test('two that are kept at once with one key are one draft', async () => {
  const visitor = house.visitor()
  await visitor.post('/submissions/drafts', begun)
  await Promise.all([visitor.post('/submissions/drafts', begun), visitor.post('/submissions/drafts', begun)])
  expect(await drafts()).toHaveLength(1)
})

test('characters a database cannot hold are left out', async () => {
  const reply = await house
    .visitor()
    .postJson('/submissions/drafts', { title: 'a\u0000b\ud800c', words: 'x' })
  expect(reply.status).toBe(201)
  const [draft] = await drafts()
  expect(JSON.stringify(draft?.content)).toContain('ab�c')
})

test('a draft that nobody came back to goes after thirty days', async () => {
  const visitor = house.visitor()
  await visitor.post('/submissions/drafts', begun)
  house.moveOn(31)
  await house.runJobs()
  expect(await drafts()).toEqual([])
})
