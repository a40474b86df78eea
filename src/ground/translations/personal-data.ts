import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  translationOfYours: say('What you handed in, in other languages'),
  translatorLanguages: say('The languages you translate into'),
  translationByYou: say('What you translated for others'),
  translationStays: say('The translation stays, without your name.'),
  translationSuggested: say('Better words you suggested for a translation'),
})

/** Words in another language are words of whoever said them first: they go when those go. */
const OF_MATTER = 'translation_id in (select id from translations where entry_id is null)'
const throughTranslation = [
  {
    by: 'matter',
    column: 'translation_id',
    through: { table: 'translations', pick: 'id', names: 'matter_id' },
  },
] as const

function byHand(table: string, key: string, column: string, when: string): PersonalData {
  return {
    table,
    key,
    leadsTo: [{ by: 'person', column }],
    columns: [column],
    shown: { when },
    about: m.translationByYou,
    why: h.toTakePart,
    until: h.whileAccount,
    onErasure: { set: { [column]: null } },
    stays: m.translationStays,
  }
}

export const personalData: readonly PersonalData[] = [
  {
    table: 'translator_languages',
    key: 'person_id',
    leadsTo: [{ by: 'person', column: 'person_id' }],
    columns: ['person_id'],
    shown: { language: 'language' },
    about: m.translatorLanguages,
    why: h.toTakePart,
    until: h.whileAccount,
    onErasure: 'delete',
  },
  byHand('translations', 'id', 'begun_by', 'begun_at'),
  byHand('translations', 'id', 'offered_by', 'offered_at'),
  byHand('translations', 'id', 'reviewed_by', 'reviewed_at'),
  byHand('translation_segments', 'translation_id', 'saved_by', 'saved_at'),
  byHand('translation_suggestions', 'id', 'decided_by', 'decided_at'),
  {
    table: 'translation_segments',
    key: 'translation_id',
    leadsTo: throughTranslation,
    only: OF_MATTER,
    columns: ['words'],
    shown: { words: 'words', when: 'saved_at' },
    about: m.translationOfYours,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'delete',
  },
  {
    table: 'translation_parts',
    key: 'translation_id',
    leadsTo: throughTranslation,
    only: OF_MATTER,
    columns: ['words'],
    shown: { words: 'words' },
    about: m.translationOfYours,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'delete',
  },
  {
    table: 'translation_suggestions',
    key: 'id',
    leadsTo: [{ by: 'person', column: 'made_by' }],
    columns: ['made_by', 'words'],
    shown: { words: 'words', when: 'made_at' },
    about: m.translationSuggested,
    why: h.toTakePart,
    until: h.untilErased,
    onErasure: 'delete',
  },
]
