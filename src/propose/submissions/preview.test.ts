import { afterAll, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const bench = {
  title: 'A bench at every bus stop in Millbrook',
  words: 'My mother cannot stand for long.\n\n<b>Not</b> ten minutes.',
  authorship: 'withheld',
  name: 'Nasreen A.',
  to: 'housing',
}

test('a preview shows how it will read, and stores nothing', async () => {
  const before = await house.db.selectFrom('matters').select('id').execute()
  const reply = await house.visitor().post('/submissions/preview', bench)
  expect(reply.status).toBe(200)
  expect(reply.text()).toContain('from name withheld')
  expect(reply.body).toContain('&lt;b>Not&lt;/b> ten minutes.')
  expect(reply.headers['cache-control']).toBe('no-store')
  expect(await house.db.selectFrom('matters').select('id').execute()).toEqual(before)
})

test('what reads much like it is shown with the body that has it', async () => {
  const earlier = await handedIn(house, { title: 'A bench at each bus stop in Millbrook' })
  const reply = await house.visitor().post('/submissions/preview', bench)
  expect(reply.text()).toContain('Already in hand')
  expect(reply.body).toContain(`href="/submissions/${earlier.number}"`)
})

test('what the preview carries is handed in as it was typed', async () => {
  const visitor = house.visitor()
  const preview = await visitor.post('/submissions/preview', bench)
  const fields = [...preview.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const sent = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescaped(value)]))
  const reply = await visitor.post('/submissions', sent)
  const story = await visitor.getJson(`/api/v1${reply.location.replace('receipts', 'submissions')}`)
  expect(story.json()).toMatchObject({ title: bench.title, words: bench.words, authorship: 'withheld' })
})

test('it can be changed: the form comes back with every word', async () => {
  const reply = await house.visitor().post('/submissions/preview', { ...bench, back: 'yes' })
  expect(reply.status).toBe(200)
  expect(reply.body).toContain('My mother cannot stand for long.')
  expect(reply.body).toContain('action="/submissions"')
})

test('what is missing is said before the preview', async () => {
  const reply = await house.visitor().post('/submissions/preview', { ...bench, title: '' })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('href="#title"')
})

test('a program is told that a preview is a page', async () => {
  const reply = await house.visitor().postJson('/submissions/preview', bench)
  expect(reply.status).toBe(400)
})
