import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  textParts: say('Parts of a text message that wait for the others'),
  textPartsUntil: say('Until all have come, ten minutes at most'),
  textOut: say('Answers to text messages on their way'),
  textOutUntil: say('Until it was sent, two days at most'),
})

/** No account has a telephone number here: nothing leads from a person to these rows, and they go by themselves. */
export const textPersonalData: readonly PersonalData[] = [
  {
    table: 'text_parts',
    key: 'whole',
    leadsTo: [],
    columns: ['sender', 'words'],
    shown: {},
    about: m.textParts,
    why: h.toAnswer,
    until: m.textPartsUntil,
    onErasure: 'delete',
  },
  {
    table: 'texts_out',
    key: 'id',
    leadsTo: [],
    columns: ['to_number', 'words'],
    shown: {},
    about: m.textOut,
    why: h.toAnswer,
    until: m.textOutUntil,
    onErasure: 'delete',
  },
]
