import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  mailIn: say('Mail to a call that has not been taken in yet'),
  mailUntil: say(
    'Until it is taken in, within minutes; what could not be read, until an operator has looked',
  ),
  answerLetter: say('Your mail to a call as it came, and letters about it'),
})

export const mailPersonalData: readonly PersonalData[] = [
  {
    table: 'mails_in',
    key: 'id',
    leadsTo: [{ by: 'address', column: 'sender' }],
    columns: ['sender', 'recipients', 'raw', 'checks'],
    shown: { when: 'received_at', address: 'sender' },
    about: m.mailIn,
    why: h.toAnswer,
    until: m.mailUntil,
    onErasure: 'delete',
  },
  {
    table: 'answer_letters',
    key: 'id',
    leadsTo: [{ by: 'matter', column: 'answer_id' }],
    columns: ['words', 'checks'],
    shown: {
      number: numberOf('answer_letters.answer_id'),
      words: 'words',
      when: 'written_at',
    },
    about: m.answerLetter,
    why: h.toAnswer,
    until: h.withTheMatter,
    onErasure: { set: { words: null, checks: '{}' } },
  },
]
