import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const h2 = defineMessages('held', {
  letterOut: say('Letters sent to you by e-mail'),
  letterToOthers: say('Letters to others, in which a body’s decision stands'),
  letterToOthersStays: say(
    'What a body decided was written to whoever it concerned; the letter goes thirty days after it was sent.',
  ),
  dataCode: say('Codes with which you see your data'),
  dataCodeMade: say('Codes on paper you made for others'),
  dataVisit: say('That you are reading your data'),
  objection: say('Your objections and questions'),
  objectionDecided: say('Objections you decided'),
  objectionDecidedStays: say('Who answered an objection stays known to whoever raised it.'),
  untilSent: say('Until thirty days after they were sent, ninety where no server took them'),
})

const byAddress = [{ by: 'address', column: 'address' }] as const

/** What this slice holds itself, and the letters of the house, which no other slice owns. */
export const personalData: readonly PersonalData[] = [
  {
    table: 'letters_out',
    key: 'id',
    leadsTo: [{ by: 'address', column: 'to_address' }],
    columns: ['to_address', 'subject', 'text', 'stop_url'],
    shown: {
      address: 'to_address',
      subject: 'subject',
      // Without what opens something: whoever reads over a shoulder must not find a way to sign in here.
      words: `regexp_replace(text, '(https?://\\S+)|(([2-9A-Z]{4}-){3}[2-9A-Z]{4})', '…', 'g')`,
      when: 'made_at',
      sent: 'sent_at',
    },
    about: h2.letterOut,
    why: h.toWrite,
    until: h2.untilSent,
    onErasure: 'delete',
  },
  {
    table: 'letters_out',
    key: 'id',
    leadsTo: [],
    columns: ['subject', 'text'],
    shown: {},
    about: h2.letterToOthers,
    why: h.toWrite,
    until: h2.untilSent,
    onErasure: 'keep',
    stays: h2.letterToOthersStays,
  },
  {
    table: 'data_codes',
    key: 'id',
    leadsTo: byAddress,
    columns: ['address', 'language', 'checked_how'],
    shown: {
      address: 'address',
      when: 'asked_at',
      until: 'expires_at',
      used: 'used_at',
      reason: 'checked_how',
    },
    about: h2.dataCode,
    why: h.toAccount,
    until: h.untilEnded,
    onErasure: 'delete',
  },
  {
    table: 'data_codes',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'made_by' }],
    columns: ['made_by', 'checked_how'],
    shown: { when: 'asked_at', reason: 'checked_how' },
    about: h2.dataCodeMade,
    why: h.toAccount,
    until: h.untilEnded,
    onErasure: 'keep',
    stays: h2.objectionDecidedStays,
  },
  {
    table: 'data_visits',
    key: 'id',
    leadsTo: byAddress,
    columns: ['address'],
    shown: { address: 'address', from: 'begun_at', until: 'expires_at' },
    about: h2.dataVisit,
    why: h.toSeeSignIns,
    until: h.minutes,
    onErasure: 'delete',
  },
  {
    table: 'objections',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'person_id' }, ...byAddress],
    columns: ['person_id', 'address', 'words', 'reason'],
    shown: { words: 'words', when: 'asked_at', until: 'due_at', outcome: 'outcome', reason: 'reason' },
    about: h2.objection,
    why: h.toAnswer,
    until: h.whileAccount,
    onErasure: 'delete',
  },
  {
    table: 'objections',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'decided_by' }],
    columns: ['decided_by', 'reason'],
    shown: { outcome: 'outcome', reason: 'reason', when: 'decided_at' },
    about: h2.objectionDecided,
    why: h.toShowRoles,
    until: h.whileAccount,
    onErasure: 'keep',
    stays: h2.objectionDecidedStays,
  },
]
