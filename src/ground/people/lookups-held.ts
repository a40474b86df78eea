import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  lookup: say('Who looked at your data'),
  lookupByYou: say('Whose data you looked at in your role'),
  theySeeYouLooked: say('Whoever’s data you looked at goes on seeing that somebody looked, as what and why.'),
})

/** Who looked at whose data: both see it. */
export const lookups: readonly PersonalData[] = [
  {
    leadsTo: [{ by: 'person', column: 'person_id' }],
    table: 'lookups',
    key: 'id',
    columns: ['person_id', 'role', 'purpose', 'looked_at'],
    shown: {
      who: '(select people.name from people where people.id = lookups.looked_by)',
      role: 'role',
      purpose: 'purpose',
      when: 'looked_at',
    },
    about: m.lookup,
    why: h.toAccount,
    until: h.whileAccount,
    onErasure: 'delete',
  },
  {
    table: 'lookups',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'looked_by' }],
    only: 'lookups.looked_by <> lookups.person_id',
    columns: ['looked_by', 'role', 'purpose', 'looked_at'],
    shown: { role: 'role', purpose: 'purpose', when: 'looked_at' },
    about: m.lookupByYou,
    why: h.toAccount,
    until: h.whileAccount,
    onErasure: 'keep',
    stays: m.theySeeYouLooked,
  },
]
