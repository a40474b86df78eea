import { afterAll, beforeEach, expect, test } from 'vitest'
import { plantedAnswers } from '#methods/themes/planted-answers.ts'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { answered } from '../../../app/testing/themed-call.ts'
import type { Call } from '../call.ts'
import { placeAnswersJob } from './place-answers-job.ts'
import { PLANTED, themed } from './testing/theming.ts'
import { readWordsAnew } from './theme-words.ts'
import { type Theme, themesOf } from './themes-of.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let call: Call
beforeEach(async () => {
  call = await openTestCall(house)
})

const themes = () => themesOf(house.db, questionOf(call, 'open').id)

const largest = (list: readonly Theme[]): Theme => {
  const [theme] = list.filter(({ id }) => !list.some(({ parentId }) => parentId === id))
  if (!theme) throw new Error('there is no theme')
  return theme
}

async function placementsOf(themeId: string) {
  const rows = await house.db
    .selectFrom('answerThemes')
    .innerJoin('matters', 'matters.id', 'answerThemes.answerId')
    .select(['matters.number', 'answerThemes.putBy'])
    .where('themeId', '=', themeId)
    .orderBy('matters.number')
    .execute()
  return rows
}

test('a later run keeps names, mergers and what people placed', { timeout: 90_000 }, async () => {
  await answered(house, call, PLANTED)
  await themed(house, call)
  const noor = await house.as('noor')
  const [buses, other, third] = (await themes())
    .filter(({ parentId }, _, all) => parentId !== null || all.length > 0)
    .filter(({ id }, _, all) => !all.some((one) => one.parentId === id))
  if (!buses || !other || !third) throw new Error('too few themes')
  await noor.post(`/themes/${buses.number}/name`, { version: String(buses.version), name: 'Rural buses' })
  await noor.post(`/themes/${other.number}/merger`, {
    version: String(other.version),
    into: String(buses.number),
  })
  const [moved] = (await placementsOf(third.id)).map(({ number }) => number)
  await noor.post(`/themes/${third.number}/moves`, {
    version: String(third.version),
    answers: String(moved),
    to: String(buses.number),
  })
  const standing = await placementsOf(buses.id)
  await answered(
    house,
    call,
    plantedAnswers(330)
      .slice(260)
      .map(({ text }) => text),
  )
  const { run } = await themed(house, call)
  expect(run.failed).toBeNull()
  const after = await themes()
  const kept = after.find(({ id }) => id === buses.id)
  expect(kept).toMatchObject({ name: 'Rural buses', number: buses.number })
  const now = await placementsOf(buses.id)
  const byTeam = standing.filter(({ putBy }) => putBy === 'team').map(({ number }) => number)
  expect(byTeam).toContain(moved)
  expect(now.filter(({ putBy }) => putBy === 'team').map(({ number }) => number)).toEqual(byTeam)
  expect(after.some(({ id }) => id === other.id)).toBe(false)
})

test('new answers flow into the themes that stand; what fits none is counted', {
  timeout: 60_000,
}, async () => {
  await answered(house, call, PLANTED)
  await themed(house, call)
  const fresh = await answered(
    house,
    call,
    plantedAnswers(300)
      .slice(260)
      .map(({ text }) => text),
  )
  const [odd] = await answered(house, call, ['xyzzy quux wibble plugh'])
  await placeAnswersJob(house.jobHouse)
  await placeAnswersJob(house.jobHouse)
  const placed = await house.db
    .selectFrom('answerThemes')
    .innerJoin('matters', 'matters.id', 'answerThemes.answerId')
    .select('matters.number')
    .where('matters.number', 'in', [...fresh, odd ?? 0])
    .where('rank', '=', 1)
    .execute()
  expect(placed.length).toBeGreaterThan(0.9 * fresh.length)
  expect(placed.map(({ number }) => number)).not.toContain(odd)
  const page = (await house.visitor().get(`/calls/${call.number}/themes`)).text()
  expect(page).toMatch(/of these fits? no theme well/)
})

test('words of a held, withdrawn or erased answer are nowhere', { timeout: 60_000 }, async () => {
  const marked = [
    'Zqbuses leave at zqsix',
    'Zqbuses leave the zqvillage at zqsix',
    'The zqbuses leave zqsix',
    'Zqbuses: zqsix is when they leave',
  ]
  await answered(house, call, PLANTED)
  const numbers = await answered(house, call, marked)
  await themed(house, call)
  const words = async () =>
    JSON.stringify((await house.visitor().getJson(`/api/v1/calls/${call.number}/themes`)).json())
  expect(await words()).toContain('qbuses')
  const theme = (await themes()).find((one) => one.words.some((word) => /zqbuses/i.test(word)))
  if (!theme) throw new Error('the marked answers make no theme')
  const noor = await house.as('noor')
  const quoted = await noor.post(`/themes/${theme.number}/quotations`, {
    answer: String(numbers[0]),
    passage: 'Zqbuses leave',
  })
  expect(quoted.status).toBe(303)
  const everywhere = async () =>
    (
      await Promise.all([
        house.visitor().get(`/calls/${call.number}/themes`),
        house.visitor().get(`/themes/${theme.number}`),
        house.visitor().getJson(`/api/v1/themes/${theme.number}`),
        noor.get(`/themes/${theme.number}/desk`),
      ])
    )
      .map(({ body }) => body)
      .join()
  expect(await everywhere()).toContain('Zqbuses leave')
  const ids = house.db.selectFrom('matters').select('id').where('number', 'in', numbers)
  await house.db
    .updateTable('matters')
    .set({ visibility: 'held' })
    .where('number', 'in', numbers.slice(0, 2))
    .execute()
  await house.db
    .updateTable('answers')
    .set({ withdrawnAt: house.clock.now() })
    .where('id', 'in', ids.where('number', '=', numbers[2] ?? 0))
    .execute()
  await house.db
    .updateTable('answerWords')
    .set({ words: null })
    .where(
      'answerId',
      'in',
      house.db
        .selectFrom('matters')
        .select('id')
        .where('number', '=', numbers[3] ?? 0),
    )
    .execute()
  expect((await everywhere()).toLowerCase()).not.toContain('zqbuses')
  expect((await words()).toLowerCase()).not.toContain('zqbuses')
  await readWordsAnew(house.db)
  expect((await everywhere()).toLowerCase()).not.toContain('zqbuses')
  expect(largest(await themes()).words.length).toBeGreaterThan(0)
})
