import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', { attachment: say('Photographs and PDFs you handed in') })

export const personalData: readonly PersonalData[] = [
  {
    table: 'attachments',
    key: 'id',
    leadsTo: [{ by: 'matter', column: 'matter_id' }],
    columns: ['bytes', 'sha256'],
    shown: {
      number: numberOf('attachments.matter_id'),
      kind: 'media_type',
      file: 'bytes',
    },
    about: m.attachment,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: 'delete',
  },
]
