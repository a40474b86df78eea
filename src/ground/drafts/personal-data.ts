import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  draft: say('Drafts you have not handed in'),
  draftFile: say('Photographs and PDFs in your drafts'),
})

export const personalData: readonly PersonalData[] = [
  {
    table: 'drafts',
    key: 'id',
    leadsTo: [
      { by: 'person', column: 'person_id' },
      { by: 'address', column: "lower(content ->> 'email')" },
    ],
    columns: ['person_id', 'content'],
    shown: {
      when: 'saved_at',
      until: 'expires_on',
      words: 'case when person_id is not null then content end',
    },
    about: m.draft,
    why: h.toTakePart,
    until: h.untilEnded,
    onErasure: 'delete',
  },
  {
    table: 'draft_files',
    key: 'draft_id',
    leadsTo: [
      {
        by: 'person',
        column: 'draft_id',
        through: { table: 'drafts', pick: 'id', names: 'person_id' },
      },
    ],
    columns: ['bytes', 'sha256'],
    shown: { kind: 'media_type', file: 'bytes' },
    about: m.draftFile,
    why: h.toTakePart,
    until: h.untilEnded,
    onErasure: 'delete',
  },
]
