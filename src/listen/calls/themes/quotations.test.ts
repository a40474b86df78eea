import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { answered, themeOf, twoThemes } from '../../../app/testing/themed-call.ts'
import { type Theme, themeNumbered } from './themes-of.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let numbers: number[]
let buses: { id: string; number: number }
let trains: { id: string; number: number }
beforeEach(async () => {
  ;({ numbers, buses, trains } = await twoThemes(house))
})

async function theme({ number }: { number: number }): Promise<Theme> {
  const found = await themeNumbered(house.db, number)
  if (!found) throw new Error('no such theme')
  return found
}

/** What the page of a theme carries; each step is made a second after the one before. */
const version = async (of: { number: number }) => {
  house.clock.moveOn(1_000)
  return { version: String((await theme(of)).version) }
}

test('a passage is quoted word for word, and nothing else', async () => {
  const noor = await house.as('noor')
  const quote = (passage: string) =>
    noor.post(`/themes/${buses.number}/quotations`, { answer: String(numbers[0]), passage })
  expect((await noor.get(`/themes/${buses.number}/quotations/new?answer=${numbers[0]}`)).body).toContain(
    'No bus after six.',
  )
  expect((await quote('No bus ever')).text()).toContain('does not say this word for word')
  expect((await quote('No bus after six')).status).toBe(303)
  expect((await quote('after six')).status).toBe(409)
  expect((await house.visitor().get(`/themes/${buses.number}`)).body).toContain('No bus after six')
  const { content } = await house.db
    .selectFrom('entries')
    .innerJoin('sealed', 'sealed.entryId', 'entries.id')
    .select('content')
    .where('kind', '=', 'theme.quoted')
    .where('workId', '=', buses.id)
    .executeTakeFirstOrThrow()
  expect(content).not.toContain('six')
  await noor.post(`/themes/${buses.number}/quotations/removal`, { answer: String(numbers[0]) })
  const told: { quotations: unknown[] } = (
    await house.visitor().getJson(`/api/v1/themes/${buses.number}`)
  ).json()
  expect(told.quotations).toEqual([])
})

test('where the notice publishes counts alone, neither words nor quotations nor answers are shown', async () => {
  const quiet = await openTestCall(house, { publishes: 'counts' })
  const [answer = 0] = await answered(house, quiet, ['Zqsecret words.'])
  const theirs = await themeOf(house, quiet, { answers: [answer], words: ['zqsecret'] })
  const noor = await house.as('noor')
  const quoted = await noor.post(`/themes/${theirs.number}/quotations`, {
    answer: String(answer),
    passage: 'Zqsecret',
  })
  expect(quoted.text()).toContain('may not be quoted')
  for (const path of [`/themes/${theirs.number}`, `/calls/${quiet.number}/themes`]) {
    const page = await house.visitor().get(path)
    expect(page.status).toBe(200)
    expect(page.body.toLowerCase()).not.toContain('zqsecret')
    expect(
      JSON.stringify((await house.visitor().getJson(`/api/v1${path}`)).json()).toLowerCase(),
    ).not.toContain('zqsecret')
  }
  expect((await noor.get(`/themes/${theirs.number}/desk`)).body).toContain('Zqsecret words.')
})

test('links lead from an answer to its theme and move with it', async () => {
  const linked = async () =>
    (
      await house.db
        .selectFrom('links')
        .innerJoin('matters', 'matters.id', 'links.fromId')
        .select('matters.number')
        .where('toId', '=', trains.id)
        .execute()
    ).map(({ number }) => number)
  const noor = await house.as('noor')
  await noor.post(`/themes/${buses.number}/moves`, {
    ...(await version(buses)),
    answers: String(numbers[0]),
    to: String(trains.number),
  })
  expect((await linked()).toSorted((a, b) => a - b)).toEqual([numbers[0], ...numbers.slice(2)])
})
