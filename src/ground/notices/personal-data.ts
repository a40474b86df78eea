import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { numberOf } from '#ground/matters/number-of.ts'

const m = defineMessages('held', {
  noticeWritten: say('Notices you wrote'),
  noticeWords: say('The texts of notices'),
  noticeAgreed: say('Under which notice you gave something'),
  noticeAsked: say('Whether you agreed when you were asked again'),
  noticeStays: say('What a notice says is public, and who wrote which version stays with it.'),
  agreementStays: say('That something was given under a notice leads to nobody once its words are gone.'),
})

export const personalData: readonly PersonalData[] = [
  {
    table: 'notice_versions',
    key: 'notice_id',
    leadsTo: [{ by: 'person', column: 'made_by' }],
    columns: ['made_by'],
    shown: {
      title: '(select notices.slug from notices where notices.id = notice_versions.notice_id)',
      when: 'from_at',
    },
    about: m.noticeWritten,
    why: h.toShowRoles,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.noticeStays,
  },
  {
    table: 'notice_texts',
    key: 'notice_id',
    leadsTo: [],
    columns: ['title', 'summary', 'purpose', 'kept', 'seen', 'published', 'objecting', 'changed'],
    shown: {},
    about: m.noticeWords,
    why: h.forTheRecord,
    until: h.withTheRecord,
    onErasure: 'keep',
    stays: m.noticeStays,
  },
  {
    table: 'notice_agreements',
    key: 'matter_id',
    leadsTo: [{ by: 'matter', column: 'matter_id' }],
    columns: ['version', 'agreed_at'],
    shown: { number: numberOf('notice_agreements.matter_id'), when: 'agreed_at' },
    about: m.noticeAgreed,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.agreementStays,
  },
  {
    table: 'notice_askings',
    key: 'matter_id',
    leadsTo: [{ by: 'matter', column: 'matter_id' }],
    columns: ['agreed', 'answered_at'],
    shown: { number: numberOf('notice_askings.matter_id'), when: 'answered_at', outcome: 'agreed::text' },
    about: m.noticeAsked,
    why: h.forTheRecord,
    until: h.withTheMatter,
    onErasure: 'keep',
    stays: m.agreementStays,
  },
]
