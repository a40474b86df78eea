import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  twinDecision: say('That you found two answers to be one, or two, and why'),
  twinStays: say('The decision and its reason stay with the answers; your name goes.'),
})

export const twinPersonalData: readonly PersonalData[] = [
  {
    table: 'answer_twins',
    key: 'later_id',
    leadsTo: [{ by: 'person', column: 'decided_by' }],
    columns: ['decided_by', 'reason'],
    shown: { outcome: 'decided', reason: 'reason', when: 'decided_at' },
    about: m.twinDecision,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: { set: { decided_by: null } },
    stays: m.twinStays,
  },
]
