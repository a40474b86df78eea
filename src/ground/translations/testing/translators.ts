import { expect } from 'vitest'
import { giveRole } from '../../../app/testing/give-role.ts'
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

/** Olga and Idris translate into English and Urdu, Nasreen into Welsh. */
export async function makeTranslators(house: TestHouse): Promise<void> {
  const languages = { olga: ['en', 'ur'], idris: ['en', 'ur'], nasreen: ['cy'] } as const
  for (const who of ['olga', 'idris', 'nasreen'] as const) {
    await giveRole(house, who, { role: 'translator', unit: 'alliance' })
    await setLanguages(house.db, house.world.people[who].id, languages[who])
  }
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
