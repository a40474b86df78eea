import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { eraseSealed } from './erase-sealed.ts'

const m = defineMessages('held', {
  sealed: say('Your words as they are sealed beside the record'),
  sealedByBodies: say('Words of bodies, and names of whoever held a role, sealed beside the record'),
  proofStays: say('The record keeps the proof that something was here, which holds no word and no name.'),
  bodiesStay: say('What a body decided and who held a role stays in the public record.'),
})

/** The steps that an author takes; the words of every other step are a body’s. */
const BY_AUTHORS = `exists (
  select from entries
  where entries.id = sealed.entry_id
    and entries.kind in ('submission.handed-in', 'author.name-erased', 'matter.withdrawn', 'matter.review-asked', 'matter.judged')
)`

export const personalData: readonly PersonalData[] = [
  {
    table: 'sealed',
    key: 'entry_id',
    leadsTo: [
      { by: 'matter', column: 'entry_id', through: { table: 'entries', pick: 'id', names: 'matter_id' } },
    ],
    only: BY_AUTHORS,
    columns: ['content'],
    shown: {
      when: '(select entries.at from entries where entries.id = sealed.entry_id)',
      kind: '(select entries.kind from entries where entries.id = sealed.entry_id)',
      words: 'content',
    },
    about: m.sealed,
    why: h.forTheRecord,
    until: h.untilErased,
    onErasure: {
      call: async (tx, { keys, now }) => {
        await eraseSealed(tx, { entryIds: keys, kind: 'author.erased', at: now })
      },
    },
    stays: m.proofStays,
  },
  {
    table: 'sealed',
    key: 'entry_id',
    leadsTo: [],
    only: `not ${BY_AUTHORS}`,
    columns: ['content'],
    shown: {},
    about: m.sealedByBodies,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.bodiesStay,
  },
]
