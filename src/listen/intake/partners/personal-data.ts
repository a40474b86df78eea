import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import { deed, type PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', { partnerSet: say('That it was you who brought a partner’s answers in') })

export const partnerPersonalData: readonly PersonalData[] = [
  deed({
    table: 'partner_sets',
    key: 'id',
    by: 'brought_by',
    shown: { when: 'brought_at' },
    about: m.partnerSet,
    why: h.forTheRecord,
    until: h.untilErased,
  }),
]
