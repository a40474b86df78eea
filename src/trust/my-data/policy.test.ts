import { expect, test } from 'vitest'
import { NOBODY, type Viewer } from '#core/access/viewer.ts'
import { withinController } from '#ground/units/controller-of.ts'
import { mayAnswer, mayRead } from './policy.ts'

const officer = (unitId: string): Viewer => ({
  ...NOBODY,
  person: { id: 'aoife', name: 'Aoife', email: null, language: 'en', unitId, isMember: true },
  grants: [{ role: 'data-officer', unitId, bodyId: null, isDownTheTree: true }],
})

test('an affiliate that controls its own data is answered for by its own officer alone', () => {
  const lineage = withinController(['alliance', 'union', 'local'], new Set(['union']))
  expect(lineage).toEqual(['union', 'local'])
  expect(mayRead(officer('alliance'), { lineage })).toBe(false)
  expect(mayRead(officer('union'), { lineage })).toBe(true)
  expect(withinController(['alliance', 'millbrook'], new Set(['union']))).toEqual(['alliance', 'millbrook'])
})

test('nobody decides about themselves', () => {
  const lineage = ['alliance']
  expect(mayAnswer(officer('alliance'), { lineage, concerned: ['nasreen', null] })).toBe('allowed')
  expect(mayAnswer(officer('alliance'), { lineage, concerned: ['nasreen', 'aoife'] })).toBe('about-yourself')
  expect(mayAnswer(NOBODY, { lineage, concerned: [] })).toBe('not-the-officer')
})
