import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  formOfYours: say('Easy Read, audio and other forms of what you handed in'),
  formMade: say('Easy Read, audio and other forms you added as clerk'),
  formStays: say('The form stays beside its text, without your name.'),
})

const SHOWN = {
  kind: 'form',
  language: 'language',
  words: "concat_ws(E'\\n', caption, words)",
  when: 'made_at',
}

export const personalData: readonly PersonalData[] = [
  {
    table: 'further_forms',
    key: 'id',
    leadsTo: [{ by: 'matter', column: 'matter_id' }],
    columns: ['caption', 'words', 'href'],
    shown: SHOWN,
    about: m.formOfYours,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'delete',
  },
  {
    table: 'further_forms',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'made_by' }],
    columns: ['made_by', 'caption', 'words'],
    shown: SHOWN,
    about: m.formMade,
    why: h.toShowRoles,
    until: h.withTheMatter,
    onErasure: { set: { made_by: null } },
    stays: m.formStays,
  },
]
