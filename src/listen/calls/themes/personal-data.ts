import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'

const m = defineMessages('held', {
  themingAsked: say('Computations of themes you asked for'),
  themeStep: say('Steps you took about themes, in the theme team'),
  quotation: say('Passages of your answers that are quoted'),
  quotationMarked: say('Quotations you marked'),
  themeDecision: say('Choices about themes and answers you recorded as clerk'),
  sampleDrawn: say('Samples of answers you drew'),
  codes: say('How you coded answers of a sample'),
  teamStays: say(
    'What people decided about themes stays, so that anyone can see how they came about; the record names who did it.',
  ),
  codesStay: say(
    'Your codes stay, so that the published figure can be computed again; nobody but the team sees whose they are.',
  ),
})

const byPerson = (column: string): PersonalData['leadsTo'] => [{ by: 'person', column }]
const stays = { why: h.toShowRoles, until: h.withTheMatter, onErasure: 'keep', stays: m.teamStays } as const

/** What themes hold about people: passages of answers, and who did what. */
export const themePersonalData: readonly PersonalData[] = [
  {
    table: 'theme_quotations',
    key: 'answer_id',
    leadsTo: [{ by: 'matter', column: 'answer_id' }],
    columns: ['passage'],
    shown: { words: 'passage', when: 'marked_at' },
    about: m.quotation,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { passage: null } },
  },
  {
    table: 'theme_quotations',
    key: 'answer_id',
    leadsTo: byPerson('marked_by'),
    columns: ['marked_by'],
    shown: { when: 'marked_at' },
    about: m.quotationMarked,
    ...stays,
  },
  {
    table: 'theming_runs',
    key: 'id',
    leadsTo: byPerson('asked_by'),
    columns: ['asked_by'],
    shown: { when: 'asked_at' },
    about: m.themingAsked,
    ...stays,
  },
  {
    table: 'theme_steps',
    key: 'id',
    leadsTo: byPerson('made_by'),
    columns: ['made_by', 'before'],
    shown: { kind: 'kind', when: 'made_at' },
    about: m.themeStep,
    ...stays,
  },
  ...(['theme_decisions', 'answer_decisions', 'pending_theme_decisions'] as const).map(
    (table): PersonalData => ({
      table,
      key: 'id',
      leadsTo: byPerson('decided_by'),
      columns: ['decided_by', 'reason'],
      shown: {
        outcome: 'outcome',
        reason: 'reason',
        when: table === 'pending_theme_decisions' ? 'made_at' : 'decided_at',
      },
      about: m.themeDecision,
      ...stays,
    }),
  ),
  {
    table: 'coding_samples',
    key: 'id',
    leadsTo: byPerson('drawn_by'),
    columns: ['drawn_by'],
    shown: { when: 'drawn_at' },
    about: m.sampleDrawn,
    ...stays,
  },
  {
    table: 'coding_sample_codes',
    key: 'answer_id',
    leadsTo: byPerson('coder_id'),
    columns: ['coder_id'],
    shown: { kind: 'stance', outcome: 'sentiment', when: 'coded_at' },
    about: m.codes,
    why: h.toShowRoles,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.codesStay,
  },
]
