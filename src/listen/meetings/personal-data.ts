import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', { heardEntered: say('What you entered after a gathering') })

/** Whose words they were is nowhere: only whoever typed them in. */
export const personalData: readonly PersonalData[] = [
  {
    table: 'things_heard',
    key: 'row_id',
    leadsTo: [{ by: 'person', column: 'entered_by' }],
    columns: ['entered_by'],
    shown: {
      number: '(select matters.number from matters where matters.id = things_heard.matter_id)',
      when: 'entered_at',
    },
    about: m.heardEntered,
    why: h.forTheRecord,
    until: h.whileAccount,
    onErasure: { set: { entered_by: null } },
  },
]
