import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  registration: say('Gatherings you registered for, and what you said you need'),
  thirtyDays: say('Until thirty days after the gathering, or until you cancel'),
  gatheringMade: say('Gatherings you announced, changed or called off'),
})

const numberOf = (id: string) => `(select works.number from works where works.id = ${id})`

export const personalData: readonly PersonalData[] = [
  {
    table: 'gathering_registrations',
    key: 'id',
    leadsTo: [
      { by: 'person', column: 'person_id' },
      { by: 'address', column: 'email' },
    ],
    columns: ['person_id', 'name', 'email', 'needs'],
    shown: {
      number: numberOf('gathering_registrations.gathering_id'),
      name: 'name',
      address: 'email',
      words: "concat_ws('; ', nullif(needs, ''), nullif(array_to_string(needs_named, '; '), ''))",
      when: 'registered_at',
    },
    about: m.registration,
    why: h.toTakePart,
    until: m.thirtyDays,
    onErasure: 'delete',
  },
  {
    table: 'gatherings',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'made_by' }],
    columns: ['made_by', 'about', 'address', 'contact', 'online_url'],
    shown: { number: numberOf('gatherings.id'), when: 'starts_at' },
    about: m.gatheringMade,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: { set: { made_by: null } },
    stays: h.withTheRecord,
  },
  {
    table: 'works',
    key: 'id',
    only: "works.slice = 'gatherings'",
    leadsTo: [{ by: 'person', column: 'id', through: { table: 'gatherings', pick: 'id', names: 'made_by' } }],
    columns: ['title'],
    shown: { number: 'works.number', title: 'works.title' },
    about: m.gatheringMade,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: h.withTheRecord,
  },
  {
    table: 'gathering_letters',
    key: 'id',
    leadsTo: [],
    columns: ['reason'],
    shown: {},
    about: m.gatheringMade,
    why: h.toWrite,
    until: h.minutes,
    onErasure: 'delete',
  },
  {
    table: 'gathering_cancellations',
    key: 'gathering_id',
    leadsTo: [{ by: 'person', column: 'called_off_by' }],
    columns: ['called_off_by', 'reason'],
    shown: {
      number: numberOf('gathering_cancellations.gathering_id'),
      reason: 'reason',
      when: 'called_off_at',
    },
    about: m.gatheringMade,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: { set: { called_off_by: null } },
    stays: h.withTheRecord,
  },
]
