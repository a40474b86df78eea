import { expect, test } from 'vitest'
import type { Viewer } from '#core/access/viewer.ts'
import { mayAppeal, mayHearAppeal } from './policy.ts'

const place = { bodyId: 'executive', lineage: ['alliance'] }

const gwen: Viewer = {
  person: { id: 'gwen', name: 'Gwen Rees', email: null, language: 'en', unitId: null, isMember: true },
  grants: [{ role: 'moderator', unitId: 'alliance', bodyId: null, isDownTheTree: true }],
  scopes: null,
}

test('whoever decided first does not hear the appeal, though they moderate there too', () => {
  expect(mayHearAppeal(gwen, place, 'olga')).toBe('allowed')
  expect(mayHearAppeal(gwen, place, 'gwen')).toBe('judged-itself')
  expect(mayHearAppeal({ ...gwen, grants: [] }, place, 'olga')).toBe('not-the-moderator')
})

test('an appeal is for the author, once, while there is something to bring back and somebody to ask', () => {
  const hidden = {
    sort: 'report',
    outcome: 'removed',
    heldAt: null,
    eraseOn: '2026-12-01',
    erasedAt: null,
    reviewedBy: 'executive',
    isAppealed: false,
  }
  expect(mayAppeal(true, hidden)).toBe('allowed')
  expect(mayAppeal(true, { ...hidden, sort: 'hold', outcome: null })).toBe('allowed')
  const reported = { ...hidden, outcome: null, eraseOn: null }
  expect(mayAppeal(true, reported)).toBe('nothing-to-appeal')
  expect(mayAppeal(true, { ...reported, heldAt: new Date('2026-11-02') })).toBe('allowed')
  expect(mayAppeal(false, hidden)).toBe('not-the-author')
  expect(mayAppeal(true, { ...hidden, isAppealed: true })).toBe('appealed-already')
  expect(mayAppeal(true, { ...hidden, erasedAt: new Date('2026-12-02') })).toBe('nothing-to-appeal')
  expect(mayAppeal(true, { ...hidden, outcome: 'kept' })).toBe('nothing-to-appeal')
  expect(mayAppeal(true, { ...hidden, reviewedBy: null })).toBe('nobody-reviews')
})
