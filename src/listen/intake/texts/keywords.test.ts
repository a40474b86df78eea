import { afterAll, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import type { Call } from '../../calls/index.ts'
import { setKeyword } from './keywords.ts'
import { openTextHouse } from './testing/open-text-house.ts'

const house = await openTextHouse()
afterAll(() => house.close())

const call = await openTestCall(house)
const other = await openTestCall(house)

const give = async (to: Call, keyword: string, who: 'noor' | 'olga' = 'noor') =>
  (await house.as(who)).post(`/calls/${to.number}/ways`, { keyword })

const callOfNewest = async () => {
  const { id = '' } = (await house.newest()) ?? {}
  const answers = house.db.selectFrom('answers').select('callId').where('id', '=', id)
  return (await answers.executeTakeFirst())?.callId
}

test('a clerk gives a call its word, and people write it instead of the number, however they type it', async () => {
  expect((await give(call, 'Autobüs')).status).toBe(303)
  for (const text of ['AUTOBUS our buses stop', 'autobüs: our buses stop', 'Autobus, 1: our buses stop']) {
    await house.bring({ text })
    expect((await house.newest())?.words).toBe('our buses stop')
    expect(await callOfNewest()).toBe(call.id)
  }
  expect((await house.visitor().get(`/calls/${call.number}/paper`)).status).toBe(200)
  const desk = await (await house.as('noor')).get(`/calls/${call.number}/paper`)
  expect(desk.body).toContain('value="Autobüs"')
})

test('in Urdu letters too; a word that nobody gave names no call', async () => {
  await give(other, 'بسیں')
  await house.bring({ text: 'بسیں ہماری بسیں شام چھ بجے رک جاتی ہیں' })
  expect(await callOfNewest()).toBe(other.id)
  const before = (await house.answers()).length
  await house.bring({ text: 'Trams our trams stop' })
  expect((await house.answers()).length).toBe(before)
})

test('a word belongs to one call that is not over; one that is over gives it up', async () => {
  const taken = await give(other, 'autobus')
  expect(taken.status).toBe(422)
  expect(taken.text()).toContain('Another call that is not over has this word')
  for (const wrong of ['two words', '2417', 'ab', 'bus1']) expect((await give(other, wrong)).status).toBe(422)
  expect((await give(other, 'trams', 'olga')).status).toBe(403)
  house.moveOn(15)
  const later = await openTestCall(house)
  expect((await give(later, 'autobus')).status).toBe(303)
  await house.bring({ text: 'autobus again' })
  expect(await callOfNewest()).toBe(later.id)
  expect((await give(later, '')).status).toBe(303)
  expect(await house.db.selectFrom('callKeywords').select('keyword').execute()).toEqual([{ keyword: 'بسیں' }])
})

test('of several at once one has it, whenever each of them looked', async () => {
  const calls = await Promise.all(Array.from({ length: 6 }, () => openTestCall(house)))
  for (const keyword of ['night', 'ferry', 'lamps', 'steps', 'dusk']) {
    const by = { keyword, setBy: house.world.people.noor.id, now: house.clock.now() }
    const outcomes = await Promise.all(calls.map((mine) => setKeyword(house.db, { call: mine, ...by })))
    expect(outcomes.filter(Boolean)).toEqual([true])
  }
})
