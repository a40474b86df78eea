import { afterAll, expect, test } from 'vitest'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const typed = { q1: 'The last bus leaves at six.', q2: ['1', '3'], 'q3-2': 'pass', authorship: 'anonymous' }
const AFTER_DAYS = 20

test('what somebody typed while a call closed stands on the page, and its words go along into another form', async () => {
  const call = await openTestCall(house)
  const visitor = house.visitor()
  await house.moveOn(AFTER_DAYS)
  let page = ''
  for (const deed of ['answer', 'preview', 'drafts']) {
    const refused = await visitor.post(`/calls/${call.number}/${deed}`, typed)
    expect([deed, refused.status]).toEqual([deed, 409])
    expect(refused.text()).toContain('This call closed')
    expect(refused.body).toContain('<p dir="auto">The last bus leaves at six.</p>')
    page = refused.body
  }
  expect(await house.db.selectFrom('answers').select('id').execute()).toEqual([])
  const [, words = ''] = /name="words" value="([^"]*)"/.exec(page) ?? []
  await visitor.post('/submissions/drafts', { words })
  expect((await visitor.get('/submissions/new')).body).toContain('The last bus leaves at six.')
})

test('what was kept before a call closed is shown once more to whoever kept it', async () => {
  const call = await openTestCall(house)
  const visitor = house.visitor()
  await visitor.post(`/calls/${call.number}/drafts`, typed)
  await house.moveOn(AFTER_DAYS)
  const path = `/calls/${call.number}/answer`
  expect((await visitor.get(path)).body).toContain('The last bus leaves at six.')
  expect((await house.visitor().get(path)).body).not.toContain('The last bus leaves at six.')
})
