import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import { deed, type PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  unplacedWords: say('Your mail to a call that answers none of its questions'),
  unplacedUntil: say('Until a clerk has read it'),
  unplacedRead: say('That you read words that answer no question'),
})

export const unplacedData: readonly PersonalData[] = [
  {
    table: 'words_unplaced',
    key: 'id',
    leadsTo: [{ by: 'address', column: 'reply_to' }],
    columns: ['words', 'reply_to'],
    shown: { number: numberOf('call_id'), words: 'words', when: 'received_at', address: 'reply_to' },
    about: m.unplacedWords,
    why: h.toAnswer,
    until: m.unplacedUntil,
    onErasure: 'delete',
  },
  deed({
    table: 'words_unplaced',
    key: 'id',
    by: 'settled_by',
    shown: { number: numberOf('call_id'), when: 'settled_at' },
    about: m.unplacedRead,
    why: h.toAccount,
    until: h.whileAccount,
  }),
]
