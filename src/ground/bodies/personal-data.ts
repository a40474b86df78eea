import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  seat: say('Seats you hold or held in bodies'),
  seatEnded: say('Ends of seats of yours'),
  seatYouEnded: say('Seats you ended as administrator'),
  bodysWords: say('Names of bodies, and what they say of themselves'),
  bodysWordsStay: say('What a body is called and says of itself is public, and nobody’s own.'),
  seatsStay: say('Who sat in which body is public and stays: whoever decides is named.'),
})

const ofEndings = {
  table: 'body_seat_endings',
  key: 'seat_id',
  shown: { when: 'ended_at', reason: 'reason' },
  why: h.toShowRoles,
  until: h.withTheRecord,
  onErasure: 'keep',
  stays: m.seatsStay,
} as const

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
    ...ofEndings,
    leadsTo: [
      { by: 'person', column: 'seat_id', through: { table: 'body_seats', pick: 'id', names: 'person_id' } },
    ],
    columns: ['ended_at', 'reason'],
    about: m.seatEnded,
  },
  {
    ...ofEndings,
    leadsTo: [{ by: 'person', column: 'ended_by' }],
    columns: ['ended_by', 'reason'],
    about: m.seatYouEnded,
  },
  {
    table: 'bodies',
    key: 'id',
    leadsTo: [],
    columns: ['name', 'kind', 'about'],
    shown: {},
    about: m.bodysWords,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.bodysWordsStay,
  },
]
