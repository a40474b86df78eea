import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import { deed, type PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', { heardEntered: say('What you entered after a gathering') })

/** Whose words they were is nowhere: only whoever typed them in. */
export const personalData: readonly PersonalData[] = [
  deed({
    table: 'things_heard',
    key: 'row_id',
    by: 'entered_by',
    shown: {
      number: numberOf('things_heard.matter_id'),
      when: 'entered_at',
    },
    about: m.heardEntered,
    why: h.forTheRecord,
    until: h.whileAccount,
  }),
]
