import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  seat: say('Seats you hold or held in bodies'),
  bodysWords: say('Names of bodies, and what they say of themselves'),
  bodysWordsStay: say('What a body is called and says of itself is public, and nobody’s own.'),
  seatsStay: say('Who sat in which body is public and stays: whoever decides is named.'),
})

export const personalData: readonly PersonalData[] = [
  {
    table: 'body_seats',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'person_id' }],
    columns: ['person_id', 'seat', 'from_on', 'to_on'],
    shown: {
      body: '(select bodies.name from bodies where bodies.id = body_seats.body_id)',
      role: 'seat',
      from: 'from_on',
      until: 'to_on',
    },
    about: m.seat,
    why: h.toShowRoles,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.seatsStay,
  },
  {
    table: 'bodies',
    key: 'id',
    leadsTo: [],
    columns: ['name', 'about'],
    shown: {},
    about: m.bodysWords,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.bodysWordsStay,
  },
]
