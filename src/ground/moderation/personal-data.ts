import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  moderationCase: say('Cases about words of yours'),
  appeal: say('What you wrote when words of yours were removed'),
  appealHeard: say('Appeals you decided as moderator'),
  wordsHeld: say('Words you held as moderator until they were decided'),
  caseDecided: say('Cases you decided as moderator'),
  casesStay: say(
    'That words were looked at, by which rule, and what was decided stays in the story, without the words.',
  ),
  decisionsStay: say('Who decided a case stays known to the moderators.'),
})

/** What a moderator decided, and why. */
const decided = (rows: Pick<PersonalData, 'table' | 'key' | 'about' | 'until'>): PersonalData => ({
  ...rows,
  leadsTo: [{ by: 'person', column: 'decided_by' }],
  columns: ['decided_by', 'explanation'],
  shown: { outcome: 'outcome', reason: 'explanation', when: 'decided_at' },
  why: h.toShowRoles,
  onErasure: 'keep',
  stays: m.decisionsStay,
})

/** What reporters wrote is among the columns of a case, but leads to nobody: who reported is not noted. */
export const personalData: readonly PersonalData[] = [
  {
    table: 'moderation_cases',
    key: 'id',
    leadsTo: [{ by: 'matter', column: 'matter_id' }],
    columns: ['remarks', 'explanation'],
    shown: {
      number: numberOf('moderation_cases.matter_id'),
      kind: 'sort',
      reason: "concat_ws(': ', reason, explanation)",
      outcome: 'outcome',
      when: 'opened_at',
    },
    about: m.moderationCase,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.casesStay,
  },
  decided({ table: 'moderation_cases', key: 'id', about: m.caseDecided, until: h.withTheMatter }),
  decided({ table: 'flood_decisions', key: 'id', about: m.caseDecided, until: h.withTheRecord }),
  {
    table: 'moderation_holds',
    key: 'case_id',
    leadsTo: [{ by: 'person', column: 'held_by' }],
    columns: ['held_by'],
    shown: { when: 'held_at' },
    about: m.wordsHeld,
    why: h.toShowRoles,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.decisionsStay,
  },
  {
    table: 'moderation_appeals',
    key: 'case_id',
    leadsTo: [
      {
        by: 'matter',
        column: 'case_id',
        through: { table: 'moderation_cases', pick: 'id', names: 'matter_id' },
      },
    ],
    columns: ['words'],
    shown: { words: 'words', outcome: 'outcome', reason: 'explanation', when: 'asked_at' },
    about: m.appeal,
    why: h.toAnswer,
    until: h.withTheMatter,
    onErasure: { set: { words: '…' } },
  },
  decided({ table: 'moderation_appeals', key: 'case_id', about: m.appealHeard, until: h.withTheMatter }),
]
