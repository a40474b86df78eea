import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  sessionEnding: say('When an administrator signed you out, and why'),
  sessionEndedByYou: say('Whose sessions you ended as administrator, and why'),
  toSeeWhoActed: say('So that you see who acted on your account, and why'),
  sessionEndingStays: say('That an administrator ended sessions, and who it was, is public and stays.'),
})

const when = { reason: 'reason', when: 'ended_at' }

export const endingsPersonalData: readonly PersonalData[] = [
  {
    table: 'session_endings',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'person_id' }],
    columns: ['person_id', 'reason', 'ended_at', 'with_tokens', 'with_passkeys'],
    shown: {
      who: '(select people.name from people where people.id = session_endings.ended_by)',
      ...when,
    },
    about: m.sessionEnding,
    why: m.toSeeWhoActed,
    until: h.whileAccount,
    onErasure: 'delete',
  },
  {
    table: 'session_endings',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'ended_by' }],
    columns: ['ended_by', 'reason'],
    shown: when,
    about: m.sessionEndedByYou,
    why: h.toShowRoles,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.sessionEndingStays,
  },
]
