import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantedAnswers } from '#methods/themes/planted-answers.ts'
import { giveRole } from '../../../app/testing/give-role.ts'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { answered, themeOf } from '../../../app/testing/themed-call.ts'
import type { Call } from '../call.ts'
import { codesOfPeople } from './codes-of-people.ts'
import { readableAnswers } from './readable-answers.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let call: Call
let theme: { id: string; number: number }
beforeAll(async () => {
  call = await openTestCall(house)
  const numbers = await answered(
    house,
    call,
    plantedAnswers(40).map(({ text }) => text),
  )
  theme = await themeOf(house, call, { answers: numbers.slice(0, 20), words: ['bus'] })
  await giveRole(house, 'nasreen', { role: 'theme-team', unit: 'alliance', body: 'housing' })
})

interface Told {
  samples: {
    id: string
    seed: string
    answers: number
    closed_at: string | null
    agreement:
      | {
          what: string
          alpha: number | null
          interval: [number, number] | null
          answers: number
          coders: number
        }[]
      | null
  }[]
}

const told = async (): Promise<Told['samples']> => {
  const reply: Told = (await house.visitor().getJson(`/api/v1/calls/${call.number}/themes/coding`)).json()
  return reply.samples
}

const path = () => `/calls/${call.number}/themes/coding`

/** Codes whatever comes next; answers the words that were shown. */
async function codeAll(
  who: 'noor' | 'nasreen',
  sample: string,
  name: (place: number) => { theme: string; stance: string; sentiment: string },
) {
  const coder = await house.as(who)
  for (let place = 0; ; place += 1) {
    const page = await coder.get(`${path()}/${sample}`)
    const answer = /name="answer" value="(\d+)"/.exec(page.body)?.[1]
    if (answer === undefined) return
    expect(page.text()).not.toMatch(/% sure|placed by/)
    const coded = await coder.post(`${path()}/${sample}/codes`, { answer, ...name(place) })
    expect(coded.status).toBe(303)
  }
}

test('a sample is drawn by a public seed, coded by two alone, and their agreement is published', {
  timeout: 60_000,
}, async () => {
  const noor = await house.as('noor')
  expect((await noor.post(path(), { size: '3' })).text()).toContain('A whole number from 10 to 1000.')
  expect((await noor.post(path(), { size: '12' })).status).toBe(303)
  expect((await noor.post(path(), { size: '12' })).status).toBe(409)
  const [sample] = await told()
  if (!sample) throw new Error('no sample')
  expect(sample).toMatchObject({ answers: 12, closed_at: null, agreement: null })
  expect(sample.seed).toContain(questionOf(call, 'open').id)
  await codeAll('noor', sample.id, (place) => ({
    theme: place % 2 ? String(theme.number) : 'none',
    stance: place % 3 ? 'for' : 'against',
    sentiment: 'neutral',
  }))
  expect((await noor.post(`${path()}/${sample.id}/closing`)).text()).toContain('Two people must have coded')
  await codeAll('nasreen', sample.id, (place) => ({
    theme: place % 2 ? String(theme.number) : 'none',
    stance: place % 4 ? 'for' : 'against',
    sentiment: 'neutral',
  }))
  expect((await noor.post(`${path()}/${sample.id}/closing`)).status).toBe(303)
  const [closed] = await told()
  const byName = Object.fromEntries((closed?.agreement ?? []).map((one) => [one.what, one]))
  expect(byName.theme).toMatchObject({ alpha: 1, answers: 12, coders: 2 })
  expect(byName.stance?.alpha).toBeLessThan(1)
  expect(byName.stance?.interval?.[0]).toBeLessThan(byName.stance?.alpha ?? 0)
  expect(byName.sentiment).toMatchObject({ alpha: null })
  const late = await noor.post(`${path()}/${sample.id}/codes`, {
    answer: '1',
    theme: 'none',
    stance: 'for',
    sentiment: 'neutral',
  })
  expect(late.status).toBe(409)
  const answers = await readableAnswers(house.db, questionOf(call, 'open').id)
  const { stances = [] } = await codesOfPeople(house.db, questionOf(call, 'open').id, answers)
  // Where the two disagree nothing is learnt.
  expect(stances.filter((name) => name !== '').length).toBeLessThan(12)
  expect(stances.filter((name) => name !== '').length).toBeGreaterThan(4)
})

test('a code that is not offered is not kept', async () => {
  const noor = await house.as('noor')
  await noor.post(path(), { size: '10' })
  const sample = (await told()).find(({ closed_at: closed }) => closed === null)
  const reply = await noor.post(`${path()}/${sample?.id}/codes`, {
    answer: '1',
    theme: '',
    stance: 'for',
    sentiment: 'neutral',
  })
  expect(reply.status).toBe(422)
  expect((await (await house.as('olga')).getJson(`${path()}/${sample?.id}`)).status).toBe(403)
})
