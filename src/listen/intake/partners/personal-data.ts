import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', { partnerSet: say('That it was you who brought a partner’s answers in') })

export const partnerPersonalData: readonly PersonalData[] = [
  {
    table: 'partner_sets',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'brought_by' }],
    columns: ['brought_by'],
    shown: { when: 'brought_at' },
    about: m.partnerSet,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { brought_by: null } },
  },
]
