import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { answered } from '../../../app/testing/themed-call.ts'
import type { Call } from '../call.ts'
import { findThemesJob } from './find-themes-job.ts'
import { PLANTED, themed } from './testing/theming.ts'
import { themesOf } from './themes-of.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let call: Call
beforeEach(async () => {
  call = await openTestCall(house)
})

const themes = () => themesOf(house.db, questionOf(call, 'open').id)

test('a run finds themes; its page tells how far it is, and the list of the call shows them', {
  timeout: 60_000,
}, async () => {
  await answered(house, call, PLANTED)
  const { run, page } = await themed(house, call)
  expect(run).toMatchObject({ failed: null, done: 100, total: 100 })
  expect(page.body).toContain('<progress')
  const list: {
    questions: { answers: number; in_a_theme: number; themes: { answers: number; words: string[] }[] }[]
  } = (await house.visitor().getJson(`/api/v1/calls/${call.number}/themes`)).json()
  expect(list.questions[0]?.answers).toBe(260)
  expect(list.questions[0]?.in_a_theme).toBeGreaterThan(240)
  expect(list.questions[0]?.themes.length).toBeGreaterThan(5)
  expect((await house.visitor().get(`/calls/${call.number}/themes`)).text()).toContain('How it was computed')
})

test('with no answer to read it says so, and two who ask are led to one run', async () => {
  const [noor, again] = [await house.as('noor'), await house.as('noor')]
  const [one, other] = await Promise.all([
    noor.post(`/calls/${call.number}/themes/runs`),
    again.post(`/calls/${call.number}/themes/runs`),
  ])
  expect(one?.location).toBe(other?.location)
  await findThemesJob(house.jobHouse)
  expect((await house.visitor().get(one?.location ?? '')).text()).toContain(
    'no answer yet whose words may be read',
  )
})

test('a run that was cut off is done again without doubling; one that is cut off each time ends with a sentence', {
  timeout: 60_000,
}, async () => {
  await answered(house, call, PLANTED)
  await themed(house, call)
  const before = await themes()
  const noor = await house.as('noor')
  const { location } = await noor.post(`/calls/${call.number}/themes/runs`)
  const run = location.split('/').at(-1) ?? ''
  // As a kill leaves it: begun, half-way, not ended.
  await house.db
    .updateTable('themingRuns')
    .set({ begunAt: house.clock.now(), step: 'again', done: 40, attempts: 1 })
    .where('id', '=', run)
    .execute()
  await findThemesJob(house.jobHouse)
  expect(await themes()).toEqual(before.map((theme) => ({ ...theme })))
  const third = (await noor.post(`/calls/${call.number}/themes/runs`)).location
  await house.db
    .updateTable('themingRuns')
    .set({ attempts: 3 })
    .where('id', '=', third.split('/').at(-1) ?? '')
    .execute()
  await findThemesJob(house.jobHouse)
  expect((await house.visitor().get(third)).text()).toContain('cut off three times')
})
