import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  translationOfYours: say('What you handed in, in other languages'),
  translatorLanguages: say('The languages you translate into'),
  translationAsRead: say('What you handed in, in other languages, as readers read it'),
  translationsBegun: say('Translations you began'),
  translationsOffered: say('Translations you finished and sent to a reader'),
  translationsRead: say('Translations of others that you read through'),
  passagesTranslated: say('Passages you translated for others'),
  suggestionsDecided: say('Suggestions of others that you took or left'),
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

interface ByHand {
  table: string
  key: string
  /** The column that names whoever did it. */
  by: string
  when: string
  about: PersonalData['about']
}

/** Which translation it was is told by number and language: its words are somebody else's. */
function byHand({ table, key, by, when, about }: ByHand): PersonalData {
  const translation = table === 'translations' ? 'translations.id' : `${table}.translation_id`
  return {
    table,
    key,
    leadsTo: [{ by: 'person', column: by }],
    columns: [by],
    shown: {
      number: `(
        select matters.number
        from translations as own
        join matters on matters.id = own.matter_id
        where own.id = ${translation}
      )`,
      language: `(select own.language from translations as own where own.id = ${translation})`,
      when,
    },
    about,
    why: h.toTakePart,
    until: h.whileAccount,
    onErasure: { set: { [by]: null } },
    stays: m.translationStays,
  }
}

const ofTranslation = { table: 'translations', key: 'id' }
const ofPassage = { table: 'translation_segments', key: 'translation_id' }
const ofSuggestion = { table: 'translation_suggestions', key: 'id' }

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
  byHand({ ...ofTranslation, by: 'begun_by', when: 'begun_at', about: m.translationsBegun }),
  byHand({ ...ofTranslation, by: 'offered_by', when: 'offered_at', about: m.translationsOffered }),
  byHand({ ...ofTranslation, by: 'reviewed_by', when: 'reviewed_at', about: m.translationsRead }),
  byHand({ ...ofPassage, by: 'saved_by', when: 'saved_at', about: m.passagesTranslated }),
  byHand({ ...ofSuggestion, by: 'decided_by', when: 'decided_at', about: m.suggestionsDecided }),
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
    about: m.translationAsRead,
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
