import { afterAll, expect, test } from 'vitest'
import { begun, makeTranslators } from '#ground/translations/testing/translators.ts'
import { translationsOf } from '#ground/translations/translations-of.ts'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { inLanguage } from './call-in-language.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeTranslators(house)

const URDU = {
  'segment-title-0': 'دیہی بسیں آپ کے کام کیسے آئیں؟',
  'segment-about-0': 'ہم بہار میں وزارت کو لکھتے ہیں۔',
  'segment-promise-0': 'ہم شائع کرتے ہیں کہ کیا کہا گیا، اور کیا لیا گیا اور کیوں۔',
  'segment-question.1-0': 'جہاں آپ رہتے ہیں وہاں بسوں میں کیا مشکل ہے؟',
  'segment-question.2-0': 'آپ کب سفر کریں گے؟',
  'segment-option.2.1-0': 'صبح',
  'segment-option.2.2-0': 'شام',
  'segment-option.2.3-0': 'اتوار',
  'segment-question.3-0': 'کیا آپ متفق ہیں؟',
  'segment-option.3.1-0': 'بسیں مفت ہوں',
  'segment-option.3.2-0': 'بسیں رات کو چلیں',
  'segment-question.4-0': 'یہ کس جگہ کے بارے میں ہے؟',
}

test('a call is translated whole: promise, questions and options; who answers in Urdu answers the same question', async () => {
  const call = await openTestCall(house)
  expect((await house.visitor().get('/translations?to=ur')).text()).toContain('What would make rural buses')
  const path = await begun(house, call.number, { language: 'ur' })
  const olga = await house.as('olga')
  const half = await olga.post(`${path}/segments`, {
    'segment-title-0': URDU['segment-title-0'],
    next: 'offer',
  })
  expect(half.status).toBe(422)
  expect((await olga.post(`${path}/segments`, { ...URDU, next: 'offer' })).location).toContain('done=offered')
  await (await house.as('idris')).post(`${path}/review`, { outcome: 'shown' })
  const { matter } = await translationsOf(house.db, { textId: call.id, language: 'ur' })
  if (!matter) throw new Error('the call is not shown in Urdu')
  const urdu = inLanguage(call, matter)
  expect(urdu.promise).toBe(URDU['segment-promise-0'])
  expect(urdu.questions.map(({ wording }) => wording)).toContain('کیا آپ متفق ہیں؟')
  const idsOf = (one: typeof call) =>
    one.questions.flatMap(({ id, options }) => [id, ...options.map((o) => o.id)])
  expect(idsOf(urdu)).toEqual(idsOf(call))
  expect(urdu.questions[1]?.options[0]?.wording).toBe('صبح')
  const read = (page: string) => house.visitor().get(`${page}?lang=ur`)
  const page = await read(`/calls/${call.number}`)
  expect(page.text()).toContain(URDU['segment-promise-0'])
  expect(page.body).toContain('/suggestions/new')
  expect((await read(`/calls/${call.number}/answer`)).text()).toContain('بسیں رات کو چلیں')
  expect((await read('/calls')).text()).toContain(URDU['segment-title-0'])
  expect((await house.visitor().get(`/calls/${call.number}?lang=en`)).text()).toContain(
    'What would make rural buses',
  )
})
