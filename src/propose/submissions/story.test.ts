import { afterAll, expect, test } from 'vitest'
import { announce, handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('every step reads with the names of those it happened to, how long it was held, and whether that was too long', async () => {
  const motion = await handedIn(house, { to: 'front-desk' })
  house.moveOn(10)
  await (await house.as('femi')).post(`${motion.path}/decision`, {
    outcome: 'passed-on',
    reason: 'یہ رہائش کا معاملہ ہے اور کمیشن اس کا جواب دے گا۔',
    pass_to: 'housing',
  })
  await announce(house)
  const late = await house.visitor().get(motion.path)
  expect(late.text()).toContain('Front desk passed it on to Housing and Land Commission')
  expect(late.text()).toContain('held 10 days 4 days over its promise')
  expect(late.body).toContain('<li class="overran"')
  expect(late.body).toContain('<blockquote class="why" lang="ur" dir="rtl">')

  const noor = await house.as('noor')
  await noor.post(`${motion.path}/consideration`)
  house.moveOn(1)
  await noor.post(`${motion.path}/decision`, { outcome: 'deferred', reason: 'Later.', until: '2027-01-15' })
  await announce(house)
  const other = await handedIn(house, { title: 'Warm rooms in every library' })
  house.moveOn(1)
  await noor.post(`${motion.path}/decision`, {
    outcome: 'merged',
    reason: 'Both ask for the same.',
    merge_into: String(other.number),
  })
  await announce(house)
  const story = (await house.visitor().get(motion.path)).text()
  expect(story).toContain('Housing and Land Commission began to consider it')
  expect(story).toContain('Housing and Land Commission deferred it until 15 January 2027')
  expect(story).toContain(`Housing and Land Commission merged it into ${other.number}`)
  expect(story).toContain('Led to Warm rooms in every library')
  const joined = (await house.visitor().get(other.path)).text()
  expect(joined).toContain(`Housing and Land Commission merged ${motion.number} into this one`)
  expect(joined).toContain('Came from Give every private tenant a damp inspection within 14 days')
})

test('words held from the public are in no step of its story', async () => {
  await house.db
    .updateTable('bodies')
    .set({ holdsStrangers: true })
    .where('slug', '=', 'millbrook-branch')
    .execute()
  const held = await handedIn(house, { to: 'millbrook-branch', title: 'Words of a stranger' })
  const json = await house.visitor().getJson(`/api/v1${held.path}`)
  expect(json.body).not.toContain('Words of a stranger')
  expect((await house.visitor().get(held.path)).text()).not.toContain('Words of a stranger')
})
