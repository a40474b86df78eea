import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import { deed, type PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  slipBatch: say('Forms with numbers that you had printed'),
  broughtIn: say('Answers of others that you brought in'),
  callWays: say('That you said where forms of a call go'),
  callKeyword: say('That you gave a call its word for text messages'),
  slipPicture: say('Pictures of forms that wait to be typed'),
  slipPictureBrought: say('Pictures of forms that you brought in'),
  untilTyped: say('Until somebody has typed its words; then it is kept with the answer'),
})

/** Of a helper: what they did. What others wrote is led to by nothing but its number and key. */
export const paperData: readonly PersonalData[] = [
  deed({
    table: 'slip_batches',
    key: 'id',
    by: 'printed_by',
    shown: { number: numberOf('call_id'), when: 'printed_at' },
    about: m.slipBatch,
    why: h.toAccount,
    until: h.whileAccount,
  }),
  deed({
    table: 'intake_entries',
    key: 'answer_id',
    by: 'helper_id',
    shown: { number: numberOf('answer_id'), when: 'entered_at' },
    about: m.broughtIn,
    why: h.toAccount,
    until: h.whileAccount,
  }),
  {
    table: 'call_ways',
    key: 'call_id',
    leadsTo: [{ by: 'person', column: 'set_by' }],
    columns: ['set_by', 'bring_to', 'phone'],
    shown: { number: numberOf('call_id'), words: 'bring_to', when: 'set_at' },
    about: m.callWays,
    why: h.toAccount,
    until: h.whileAccount,
    onErasure: { set: { set_by: null } },
  },
  deed({
    table: 'call_keywords',
    key: 'call_id',
    by: 'set_by',
    shown: { number: numberOf('call_id'), words: 'keyword', when: 'set_at' },
    about: m.callKeyword,
    why: h.toAccount,
    until: h.whileAccount,
  }),
  deed({
    table: 'slip_pictures',
    key: 'slip_id',
    by: 'brought_by',
    shown: { when: 'brought_at' },
    about: m.slipPictureBrought,
    why: h.toAccount,
    until: m.untilTyped,
  }),
  {
    table: 'slip_pictures',
    key: 'slip_id',
    leadsTo: [],
    columns: ['bytes', 'said_on'],
    shown: {},
    about: m.slipPicture,
    why: h.forTheRecord,
    until: m.untilTyped,
    onErasure: 'keep',
  },
]
