import { afterAll, beforeEach, expect, test } from 'vitest'
import { walkProvenance } from '#ground/matters/walk-provenance.ts'
import { handedIn } from '../../../app/testing/handed-in.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { answered, themeOf } from '../../../app/testing/themed-call.ts'
import type { Call } from '../call.ts'
import { answerSteps } from './answer-steps.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let call: Call
let numbers: number[]
let buses: { id: string; number: number }
beforeEach(async () => {
  call = await openTestCall(house)
  numbers = await answered(house, call, ['No bus after six.', 'The bus is never on time.', 'No bus at all.'])
  buses = await themeOf(house, call, { answers: numbers, words: ['bus'] })
})

const TAKEN_UP = { outcome: 'taken-up', reason: 'We ask the minister.', on_day: '2026-09-16' }

async function announce(): Promise<void> {
  house.clock.moveOn(5 * 60_000)
  await house.runJobs()
}

async function idOf(number: number): Promise<string> {
  return (
    await house.db.selectFrom('matters').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  ).id
}

async function entriesOf(id: string): Promise<string[]> {
  const rows = await house.db
    .selectFrom('entries')
    .select('kind')
    .where((eb) => eb.or([eb('workId', '=', id), eb('matterId', '=', id)]))
    .where('kind', 'not in', ['answer.handed-in'])
    .execute()
  return rows.map(({ kind }) => kind)
}

test('a theme is taken up with a reason: one entry, told to every answer in it, with the matter it led to', async () => {
  const question = await handedIn(house, { kind: 'question' }, 'nasreen')
  const noor = await house.as('noor')
  await noor.post(`/themes/${buses.number}/name`, { version: '1', name: 'Rural buses' })
  const reply = await noor.post(`/themes/${buses.number}/choice`, {
    ...TAKEN_UP,
    leads_to: String(question.number),
  })
  expect(reply.status).toBe(303)
  expect(await entriesOf(buses.id)).toEqual(['theme.named'])
  await announce()
  expect(await entriesOf(buses.id)).toEqual(['theme.named', 'theme.taken-up'])
  const id = await idOf(numbers[0] ?? 0)
  const { themes, decisions } = await answerSteps(house.db, id)
  expect(themes).toMatchObject([
    {
      name: 'Rural buses',
      others: 2,
      decisions: [{ outcome: 'taken-up', onDay: '2026-09-16', leadsTo: { number: question.number } }],
    },
  ])
  expect(decisions).toEqual([])
  const { ledTo } = await walkProvenance(house.db, id)
  expect(ledTo.map(({ number, stepsAway }) => [number, stepsAway])).toContainEqual([buses.number, 1])
  expect(ledTo.map(({ number, stepsAway }) => [number, stepsAway])).toContainEqual([question.number, 2])
  const page = (await house.visitor().get(`/themes/${buses.number}`)).text()
  expect(page).toContain('We ask the minister.')
  expect(page).toContain('16 September 2026')
})

test('without a reason, an outcome or a matter that exists nothing is recorded', async () => {
  const noor = await house.as('noor')
  const post = (fields: Record<string, string>) => noor.post(`/themes/${buses.number}/choice`, fields)
  expect((await post({ ...TAKEN_UP, reason: ' ' })).text()).toContain('Say why.')
  expect((await post({ reason: 'Because' })).text()).toContain('Choose what the body does.')
  expect((await post({ ...TAKEN_UP, leads_to: '999999' })).text()).toContain('no matter with this number')
  await announce()
  expect(await entriesOf(buses.id)).toEqual([])
})

test('within five minutes it is taken back and nobody heard of it; afterwards it stands', async () => {
  const noor = await house.as('noor')
  await noor.post(`/themes/${buses.number}/choice`, TAKEN_UP)
  expect((await house.visitor().get(`/themes/${buses.number}`)).text()).not.toContain('We ask the minister.')
  expect((await noor.post(`/themes/${buses.number}/choice`, TAKEN_UP)).status).toBe(409)
  expect((await noor.post(`/themes/${buses.number}/choice/withdrawal`)).status).toBe(303)
  await announce()
  expect(await entriesOf(buses.id)).toEqual([])
  expect((await noor.post(`/themes/${buses.number}/choice/withdrawal`)).status).toBe(409)
  await noor.post(`/themes/${buses.number}/choice`, { ...TAKEN_UP, outcome: 'not-taken-up' })
  house.clock.moveOn(5 * 60_000)
  expect((await noor.post(`/themes/${buses.number}/choice/withdrawal`)).text()).toContain(
    'can no longer be taken back',
  )
  await house.runJobs()
  expect(await entriesOf(buses.id)).toEqual(['theme.not-taken-up'])
})

test('two clerks at once: one choice waits, the other is told', async () => {
  const [noor, again] = [await house.as('noor'), await house.as('noor')]
  const replies = await Promise.all([
    noor.post(`/themes/${buses.number}/choice`, TAKEN_UP),
    again.post(`/themes/${buses.number}/choice`, { ...TAKEN_UP, outcome: 'answered' }),
  ])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409])
})

test('only the clerks of the body choose', async () => {
  const path = `/api/v1/themes/${buses.number}/choice`
  expect((await house.visitor().postJson(path, TAKEN_UP)).status).toBe(401)
  expect((await (await house.as('nasreen')).postJson(path, TAKEN_UP)).status).toBe(403)
  expect((await (await house.as('idris')).postJson(path, TAKEN_UP)).status).toBe(403)
})

test('a single answer is taken up outside its theme', async () => {
  const noor = await house.as('noor')
  const [one = 0, two = 0] = numbers
  expect((await noor.post(`/answers/${one}/choice`, { ...TAKEN_UP, outcome: 'done' })).status).toBe(422)
  await noor.post(`/answers/${one}/choice`, TAKEN_UP)
  await announce()
  expect(await entriesOf(await idOf(one))).toEqual(['answer.taken-up'])
  expect((await answerSteps(house.db, await idOf(one))).decisions).toMatchObject([
    { outcome: 'taken-up', reason: 'We ask the minister.' },
  ])
  expect((await answerSteps(house.db, await idOf(two))).decisions).toEqual([])
})

test('once the promised day is over, silence is listed', async () => {
  const page = async () => (await house.visitor().get(`/calls/${call.number}/themes`)).text()
  expect(await page()).not.toContain('Without an answer')
  house.moveOn(61)
  expect(await page()).toContain('Without an answer')
  const noor = await house.as('noor')
  await noor.post(`/themes/${buses.number}/choice`, { ...TAKEN_UP, outcome: 'not-taken-up' })
  await announce()
  expect(await page()).not.toContain('Without an answer')
})
