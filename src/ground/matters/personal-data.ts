import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  matter: say('What you handed in'),
  withdrawal: say('Why you withdrew something'),
  review: say('Why you asked another body to look again'),
  verdict: say('What you said of an answer'),
  pendingDecision: say('Decisions of yours that wait to be announced'),
  returnRequest: say('Your wishes, as clerk, to pass something back'),
  bodysReasons: say('Reasons that bodies gave'),
  officeStays: say('What you did for a body is the body’s, and stays in its story.'),
  numberStays: say(
    'The number and the steps stay, without a word of yours; the proof that they were here stands.',
  ),
})

const ofMatter = (column: string) => [{ by: 'matter', column }] as const
const ofOffice = (column: string) =>
  ({
    key: 'id',
    leadsTo: [{ by: 'person', column }],
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.officeStays,
  }) as const satisfies Partial<PersonalData>
/** Words of authors, which go when they wish, and words of bodies, which stay. */
export const personalData: readonly PersonalData[] = [
  {
    table: 'matters',
    key: 'id',
    leadsTo: ofMatter('id'),
    columns: ['title', 'language'],
    shown: { number: 'number', kind: 'kind', title: 'title', language: 'language', when: 'opened_at' },
    about: m.matter,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { title: null, visibility: 'removed' } },
    stays: m.numberStays,
  },
  {
    table: 'custody',
    key: 'id',
    leadsTo: ofMatter('matter_id'),
    only: "outcome = 'withdrawn' and reason is not null",
    columns: ['reason'],
    shown: { number: numberOf('custody.matter_id'), reason: 'reason', when: 'decided_at' },
    about: m.withdrawal,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { reason: null } },
  },
  {
    table: 'custody',
    key: 'id',
    leadsTo: [],
    only: "outcome is distinct from 'withdrawn'",
    columns: ['reason'],
    shown: {},
    about: m.bodysReasons,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.officeStays,
  },
  {
    table: 'reviews',
    key: 'matter_id',
    leadsTo: ofMatter('matter_id'),
    columns: ['reason'],
    shown: { number: numberOf('reviews.matter_id'), reason: 'reason', when: 'asked_at' },
    about: m.review,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { reason: '' } },
  },
  {
    table: 'answer_verdicts',
    key: 'custody_id',
    leadsTo: [
      { by: 'matter', column: 'custody_id', through: { table: 'custody', pick: 'id', names: 'matter_id' } },
    ],
    columns: ['words'],
    shown: { outcome: 'verdict', words: 'words', when: 'given_at' },
    about: m.verdict,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { words: '' } },
  },
  {
    ...ofOffice('decided_by'),
    table: 'pending_decisions',
    columns: ['decided_by', 'reason', 'language'],
    shown: { outcome: 'outcome', reason: 'reason', when: 'made_at' },
    about: m.pendingDecision,
  },
  {
    ...ofOffice('asked_by'),
    table: 'return_requests',
    columns: ['asked_by', 'reason', 'language'],
    shown: { reason: 'reason', when: 'asked_at' },
    about: m.returnRequest,
  },
]
