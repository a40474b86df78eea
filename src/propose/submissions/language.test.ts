import { afterAll, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const polish = {
  title: 'Więcej ławek na przystankach',
  words: 'Moja matka nie może stać pół godziny na deszczu. Proszę o ławki i wiaty na każdym przystanku.',
}

const told = async (number: number) =>
  JSON.parse((await house.visitor().getJson(`/api/v1/submissions/${number}`)).body)

test('a language found in the words is shown as a guess', async () => {
  const { number, path } = await handedIn(house, polish)
  expect(await told(number)).toMatchObject({ language: 'pl', language_from: 'words' })
  expect((await house.visitor().get(path)).text()).toContain('in Polish, we think')
})

test('words too few to tell are taken for the page’s language, as a guess', async () => {
  const { number, path } = await handedIn(house, { title: 'OK', words: '42' })
  expect(await told(number)).toMatchObject({ language: 'en', language_from: 'page' })
  expect((await house.visitor().get(path)).text()).toContain('in English, we think')
})

test('the preview shows the guess in a box where it is corrected', async () => {
  const reply = await house.visitor().post('/submissions/preview', { ...polish, authorship: 'anonymous' })
  expect(reply.text()).toContain('We guessed it.')
  expect(reply.body).toMatch(/<option value="pl"[^>]* selected/)
  const { number, path } = await handedIn(house, { ...polish, language: 'uk' })
  expect(await told(number)).toMatchObject({ language: 'uk', language_from: 'author' })
  expect((await house.visitor().get(path)).text()).not.toContain('we think')
})

test('the author corrects it later, with the key; nobody else does', async () => {
  const { number, path, key } = await handedIn(house, { title: 'OK', words: '42', authorship: 'anonymous' })
  expect((await house.visitor().post(`${path}/language`, { language: 'so' })).status).not.toBe(200)
  expect((await (await house.as('noor')).post(`${path}/language`, { language: 'so' })).status).toBe(403)
  expect(await told(number)).toMatchObject({ language: 'en' })
  const wrong = await house.visitor().post(`${path}/language`, { key: key ?? '', language: 'no such' })
  expect(wrong.status).toBe(422)
  const reply = await house.visitor().post(`${path}/language`, { key: key ?? '', language: 'so' })
  expect(reply.text()).toContain('The language is corrected.')
  expect(await told(number)).toMatchObject({ language: 'so', language_from: 'author' })
})
