import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { themeOf, twoThemes } from '../../../app/testing/themed-call.ts'
import type { Call } from '../call.ts'
import { seenThemes } from './testing/seen-themes.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const { theme, answersOf, stepsOf, version } = seenThemes(house)

let call: Call
let numbers: number[]
let buses: { id: string; number: number }
let trains: { id: string; number: number }
beforeEach(async () => {
  ;({ call, numbers, buses, trains } = await twoThemes(house))
})

test('answers move, several at once; one that is gone already stops all', async () => {
  const noor = await house.as('noor')
  const [one = 0, two = 0] = numbers
  const seen = await version(buses)
  const moved = await noor.post(`/themes/${buses.number}/moves`, {
    ...seen,
    answers: [String(one), String(two)],
    to: String(trains.number),
  })
  expect(moved.status).toBe(303)
  expect(await answersOf(trains)).toEqual(numbers)
  expect(await stepsOf(buses)).toEqual(['theme.answers-moved'])
  const again = await noor.post(`/themes/${buses.number}/moves`, {
    ...(await version(buses)),
    answers: String(one),
    to: String(trains.number),
  })
  expect(again.status).toBe(409)
  expect(again.text()).toContain('no longer in this theme')
  const none = await noor.post(`/themes/${trains.number}/moves`, {
    ...(await version(trains)),
    to: String(buses.number),
  })
  expect(none.text()).toContain('Choose at least one answer.')
  const nowhere = await noor.post(`/themes/${trains.number}/moves`, {
    ...(await version(trains)),
    answers: String(one),
  })
  expect(nowhere.status).toBe(422)
})

test('chosen answers become a theme of their own, and a further step undoes it', async () => {
  const noor = await house.as('noor')
  const [one = 0] = numbers
  await noor.post(`/themes/${buses.number}/moves`, {
    ...(await version(buses)),
    answers: String(one),
    new_name: 'Evenings',
  })
  const split = await house.db
    .selectFrom('works')
    .select('number')
    .where('title', '=', 'Evenings')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  expect(await answersOf(split)).toEqual([one])
  expect(await answersOf(buses)).toEqual(numbers.slice(1, 2))
  const step = await lastStep(buses)
  const undone = await noor.post(`/themes/${buses.number}/undoing`, { ...(await version(buses)), step })
  expect(undone.status).toBe(303)
  expect(await answersOf(buses)).toEqual(numbers.slice(0, 2))
  expect((await theme(split)).endedAt).not.toBeNull()
  expect(await stepsOf(buses)).toEqual(['theme.undone', 'theme.split'])
})

async function lastStep({ id }: { id: string }): Promise<string> {
  const { id: step } = await house.db
    .selectFrom('themeSteps')
    .select('id')
    .where((eb) => eb.or([eb('themeId', '=', id), eb('otherId', '=', id)]))
    .where('undoneBy', 'is', null)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return step
}

test('a theme is joined with another, its number leads there, and it can be taken apart again', async () => {
  const noor = await house.as('noor')
  await noor.post(`/themes/${trains.number}/merger`, {
    ...(await version(trains)),
    into: String(buses.number),
  })
  expect(await answersOf(buses)).toEqual(numbers)
  expect((await house.visitor().get(`/themes/${trains.number}`)).text()).toContain(
    `Joined with theme ${buses.number}`,
  )
  const late = await noor.post(`/themes/${trains.number}/name`, { version: '2', name: 'Trains' })
  expect(late.status).toBe(409)
  await noor.post(`/themes/${buses.number}/undoing`, {
    ...(await version(buses)),
    step: await lastStep(buses),
  })
  expect(await answersOf(buses)).toEqual(numbers.slice(0, 2))
  expect(await answersOf(trains)).toEqual(numbers.slice(2))
  const itself = await noor.post(`/themes/${buses.number}/merger`, {
    ...(await version(buses)),
    into: String(buses.number),
  })
  expect(itself.text()).toContain('the same theme')
})

test('only the last step is undone', async () => {
  const noor = await house.as('noor')
  await noor.post(`/themes/${buses.number}/moves`, {
    ...(await version(buses)),
    answers: String(numbers[0]),
    to: String(trains.number),
  })
  const first = await lastStep(buses)
  await noor.post(`/themes/${trains.number}/moves`, {
    ...(await version(trains)),
    answers: String(numbers[0]),
    to: String(buses.number),
  })
  const reply = await noor.post(`/themes/${buses.number}/undoing`, { ...(await version(buses)), step: first })
  expect(reply.status).toBe(409)
  expect(reply.text()).toContain('Undo the later one first')
})

test('a part becomes a theme of its own', async () => {
  const part = await themeOf(house, call, { answers: [], parent: buses.id })
  const noor = await house.as('noor')
  await noor.post(`/themes/${part.number}/independence`, await version(part))
  expect((await theme(part)).parentId).toBeNull()
  const again = await noor.post(`/themes/${part.number}/independence`, await version(part))
  expect(again.text()).toContain('a theme of its own already')
})
