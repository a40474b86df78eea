import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  unitsName: say('Names of units'),
  unitsNameStays: say('What a unit is called is public, and nobody’s own.'),
})

/** Nothing here leads to a person; a name may still be somebody’s. */
export const personalData: readonly PersonalData[] = [
  {
    table: 'units',
    key: 'id',
    leadsTo: [],
    columns: ['name'],
    shown: {},
    about: m.unitsName,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.unitsNameStays,
  },
]
