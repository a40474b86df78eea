import { begun, makeTranslators } from '#ground/translations/testing/translators.ts'
import type { TestHouse } from '../../../app/testing/open-test-house.ts'
import type { Call } from '../../calls/index.ts'

/** What `openTestCall` asks, in Urdu. */
export const URDU = {
  title: 'دیہی بسیں آپ کے کام کیسے آئیں؟',
  about: 'ہم بہار میں وزارت کو لکھتے ہیں۔',
  promise: 'ہم شائع کرتے ہیں کہ کیا کہا گیا، اور کیا لیا گیا اور کیوں۔',
  'question.1': 'جہاں آپ رہتے ہیں وہاں بسوں میں کیا مشکل ہے؟',
  'question.2': 'آپ کب سفر کریں گے؟',
  'option.2.1': 'صبح',
  'option.2.2': 'شام',
  'option.2.3': 'اتوار',
  'question.3': 'کیا آپ متفق ہیں؟',
  'option.3.1': 'بسیں مفت ہوں',
  'option.3.2': 'بسیں رات کو چلیں',
  'question.4': 'یہ کس جگہ کے بارے میں ہے؟',
}

/** The call stands in Urdu: translated by Olga, read by Idris. */
export async function translateCall(house: TestHouse, call: Call): Promise<void> {
  await makeTranslators(house)
  const path = await begun(house, call.number, { language: 'ur' })
  const segments = Object.entries(URDU).map(([part, words]) => [`segment-${part}-0`, words])
  const olga = await house.as('olga')
  await olga.post(`${path}/segments`, { ...Object.fromEntries(segments), next: 'offer' })
  await (await house.as('idris')).post(`${path}/review`, { outcome: 'shown' })
}
