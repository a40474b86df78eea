import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  submission: say('The words of what you handed in'),
  author: say('That it was you who handed something in'),
  signature: say('Name and address given with something handed in without an account'),
  withdrawalReason: say('What you said when you withdrew something'),
  correspondence: say('Letters between you and a clerk'),
  mention: say('Letters of others in which your address stands'),
  mentionStruck: say('The letter stays; your address is struck out of it.'),
})

/** An anonymous author is led to by nothing here: only the follow-up key opens what they wrote. */
export const personalData: readonly PersonalData[] = [
  {
    table: 'submissions',
    key: 'id',
    leadsTo: [{ by: 'matter', column: 'id' }],
    columns: ['words', 'search'],
    shown: { number: numberOf('submissions.id'), words: 'words' },
    about: m.submission,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { words: null, search: null } },
  },
  {
    table: 'submission_authors',
    key: 'submission_id',
    leadsTo: [{ by: 'person', column: 'person_id' }],
    columns: ['person_id'],
    shown: { number: numberOf('submission_authors.submission_id') },
    about: m.author,
    why: h.toAnswer,
    until: h.withTheMatter,
    matter: 'submission_id',
    onErasure: 'delete',
  },
  {
    table: 'submission_signatures',
    key: 'submission_id',
    leadsTo: [
      { by: 'address', column: 'email' },
      { by: 'matter', column: 'submission_id' },
    ],
    columns: ['name', 'email'],
    shown: { number: numberOf('submission_signatures.submission_id'), name: 'name', address: 'email' },
    about: m.signature,
    why: h.toAnswer,
    until: h.withTheMatter,
    matter: 'submission_id',
    onErasure: 'delete',
  },
  {
    table: 'withdrawals',
    key: 'submission_id',
    leadsTo: [{ by: 'matter', column: 'submission_id' }],
    columns: ['reason'],
    shown: { number: numberOf('withdrawals.submission_id'), reason: 'reason', when: 'withdrawn_at' },
    about: m.withdrawalReason,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: { set: { reason: '' } },
  },
  {
    table: 'letters',
    key: 'id',
    leadsTo: [{ by: 'matter', column: 'submission_id' }],
    columns: ['words'],
    shown: {
      number: numberOf('letters.submission_id'),
      who: '(select bodies.name from bodies where bodies.id = letters.from_body)',
      words: 'words',
      when: 'written_at',
    },
    about: m.correspondence,
    why: h.toAnswer,
    until: h.withTheMatter,
    onErasure: 'delete',
  },
  {
    table: 'letters',
    key: 'id',
    leadsTo: [{ by: 'mention', column: 'words' }],
    columns: ['words'],
    // Whose letters they are is not told to somebody who is merely named in them.
    shown: { when: 'written_at' },
    about: m.mention,
    why: h.toAnswer,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.mentionStruck,
  },
]
