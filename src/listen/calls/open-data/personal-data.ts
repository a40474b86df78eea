import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { m } from './messages.ts'

const callOf = (id: string) => `(select matters.number from matters where matters.id = ${id})`

/** What publishing results and data holds about the people who do it; rows of the dataset name nobody. */
export const openDataPersonalData: readonly PersonalData[] = [
  {
    table: 'result_requests',
    key: 'call_id',
    leadsTo: [{ by: 'person', column: 'asked_by' }],
    columns: ['asked_by'],
    shown: { number: callOf('result_requests.call_id'), when: 'asked_at' },
    about: m.heldRequest,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { asked_by: null } },
  },
  {
    table: 'screenings',
    key: 'answer_id',
    leadsTo: [{ by: 'person', column: 'decided_by' }],
    columns: ['decided_by'],
    shown: { number: callOf('screenings.answer_id'), when: 'decided_at' },
    about: m.heldScreening,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { decided_by: null } },
  },
  {
    table: 'sample_requests',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'asked_by' }],
    columns: ['asked_by', 'purpose', 'reason'],
    shown: {
      number: callOf('sample_requests.call_id'),
      words: 'purpose',
      reason: 'reason',
      when: 'asked_at',
    },
    about: m.heldSample,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { asked_by: null, purpose: '[erased]', reason: '[erased]' } },
  },
  {
    table: 'sample_requests',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'decided_by' }],
    columns: ['decided_by'],
    shown: { number: callOf('sample_requests.call_id'), when: 'decided_at' },
    about: m.heldSampleDecision,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { decided_by: null } },
  },
]
