import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', { following: say('Stories you follow by letter') })

export const personalData: readonly PersonalData[] = [
  {
    table: 'followings',
    key: 'id',
    leadsTo: [{ by: 'address', column: 'address' }],
    columns: ['address', 'language', 'asked_at', 'confirmed_at'],
    shown: {
      number: numberOf('followings.matter_id'),
      address: 'address',
      when: 'asked_at',
      from: 'confirmed_at',
    },
    about: m.following,
    why: h.toWrite,
    until: h.untilEnded,
    onErasure: 'delete',
  },
]
