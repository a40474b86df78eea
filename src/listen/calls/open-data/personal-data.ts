import { heldMessages as h } from '#core/slice/held-messages.ts'
import { deed, type PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'
import { m } from './messages.ts'

/** What publishing results and data holds about the people who do it; rows of the dataset name nobody. */
export const openDataPersonalData: readonly PersonalData[] = [
  deed({
    table: 'result_requests',
    key: 'call_id',
    by: 'asked_by',
    shown: { number: numberOf('result_requests.call_id'), when: 'asked_at' },
    about: m.heldRequest,
    why: h.forTheRecord,
    until: h.untilErased,
  }),
  deed({
    table: 'screenings',
    key: 'answer_id',
    by: 'decided_by',
    shown: { number: numberOf('screenings.answer_id'), when: 'decided_at' },
    about: m.heldScreening,
    why: h.forTheRecord,
    until: h.untilErased,
  }),
  {
    table: 'sample_requests',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'asked_by' }],
    columns: ['asked_by', 'purpose', 'reason'],
    shown: {
      number: numberOf('sample_requests.call_id'),
      words: 'purpose',
      reason: 'reason',
      when: 'asked_at',
    },
    about: m.heldSample,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { asked_by: null, purpose: '[erased]', reason: '[erased]' } },
  },
  deed({
    table: 'sample_requests',
    key: 'id',
    by: 'decided_by',
    shown: { number: numberOf('sample_requests.call_id'), when: 'decided_at' },
    about: m.heldSampleDecision,
    why: h.forTheRecord,
    until: h.untilErased,
  }),
]
