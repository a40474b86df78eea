import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  grant: say('Roles you hold or held'),
  grantGiven: say('Roles you gave'),
  grantEnding: say('How a role of yours ended'),
  grantEnded: say('Roles you ended'),
  rolesStay: say(
    'Who held which role, given and ended by whom, is public and stays: whoever decides is named.',
  ),
})

const shown = {
  role: 'role',
  unit: '(select units.name from units where units.id = grants.unit_id)',
  body: '(select bodies.name from bodies where bodies.id = grants.body_id)',
  purpose: 'purpose',
  from: 'from_on',
  until: 'to_on',
}

const ofRoles = {
  why: h.toShowRoles,
  until: h.withTheRecord,
  onErasure: 'keep',
  stays: m.rolesStay,
} as const

const ofEndings = {
  ...ofRoles,
  table: 'grant_endings',
  key: 'grant_id',
  columns: ['ended_at', 'reason', 'ended_by'],
  shown: { when: 'ended_at', reason: 'reason' },
} as const

/** Roles are public by design: they are shown and exported, and stay. */
export const personalData: readonly PersonalData[] = [
  {
    ...ofRoles,
    table: 'grants',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'person_id' }],
    columns: ['person_id', 'role', 'unit_id', 'body_id', 'purpose', 'from_on', 'to_on', 'granted_at'],
    shown,
    about: m.grant,
  },
  {
    ...ofRoles,
    table: 'grants',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'granted_by' }],
    columns: ['granted_by', 'purpose'],
    shown,
    about: m.grantGiven,
  },
  {
    ...ofEndings,
    leadsTo: [
      { by: 'person', column: 'grant_id', through: { table: 'grants', pick: 'id', names: 'person_id' } },
    ],
    about: m.grantEnding,
  },
  { ...ofEndings, leadsTo: [{ by: 'person', column: 'ended_by' }], about: m.grantEnded },
]
