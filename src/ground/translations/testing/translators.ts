import { expect } from 'vitest'
import { orderedId } from '#core/ids/ids.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import type { TestHouse } from '../../../app/testing/open-test-house.ts'
import { setLanguages } from '../volunteer.ts'

/** Handed in in Urdu, two paragraphs, with an address and no name. */
export const DAMP = {
  title: 'سیلن کا معائنہ',
  words: 'میرا بیٹا سارا جاڑا کھانستا ہے۔\n\nمالک مکان رنگ والا بھیجتا ہے۔',
  language: 'ur',
  email: 'author@example.org',
  authorship: 'withheld',
}

/** The same in English, as the form of the workbench sends it. */
export const ENGLISH = {
  'segment-title-0': 'A damp inspection',
  'segment-words-0': 'My son coughs all winter.',
  'segment-words-1': 'The landlord sends a painter.',
}

type Volunteer = 'olga' | 'idris' | 'nasreen'

/** Olga and Idris translate into English and Urdu, Nasreen into Welsh. */
export async function makeTranslators(house: TestHouse): Promise<void> {
  const languages = { olga: ['en', 'ur'], idris: ['en', 'ur'], nasreen: ['cy'] } as const
  for (const who of ['olga', 'idris', 'nasreen'] as const) {
    await makeTranslator(house, who)
    await setLanguages(house.db, house.world.people[who].id, languages[who])
  }
}

async function makeTranslator(house: TestHouse, who: Volunteer): Promise<void> {
  const now = house.clock.now()
  const place = { unitId: house.world.units.alliance.id, isDownTheTree: false }
  const time = { fromOn: isoDate(now), toOn: isoDate(addDays(now, 300)), grantedAt: now }
  const personId = house.world.people[who].id
  const purpose = 'to translate what is published'
  await house.db
    .insertInto('grants')
    .values({ id: orderedId(now), personId, role: 'translator', purpose, ...place, ...time })
    .execute()
}

/** Begun by Olga; answers the path of the workbench. */
export async function begun(
  house: TestHouse,
  number: number,
  { language = 'en', ...more }: Record<string, string> = {},
): Promise<string> {
  const olga = await house.as('olga')
  const reply = await olga.post('/translations', { number: String(number), language, ...more })
  expect(reply.status).toBe(303)
  return reply.location
}

/** Translated by Olga, read by Idris. */
export async function translated(house: TestHouse, number: number): Promise<string> {
  const path = await begun(house, number)
  const olga = await house.as('olga')
  await olga.post(`${path}/segments`, { ...ENGLISH, next: 'offer' })
  const read = await (await house.as('idris')).post(`${path}/review`, { outcome: 'shown' })
  expect(read.status).toBe(303)
  return path
}
