import type { Message, Plain } from '#core/i18n/messages.ts'
import type { NewVersion, NoticeText } from './make-notice.ts'
import { standingMessages as s } from './standing-messages.ts'

/** A form of the house that stands open always, and the notice it was founded with. */
export interface StandingNotice {
  slug: string
  /** Standing forms under it; none for the notices that calls may choose. */
  forms: readonly string[]
  terms: Omit<NewVersion, 'texts' | 'original'>
  texts: Readonly<Record<Exclude<keyof NoticeText, 'changed'>, Message<Plain>>>
}

const political = { basis: 'legitimate-interests', specialBasis: 'not-for-profit-body' } as const
const asked = { basis: 'consent', specialBasis: 'explicit-consent' } as const
const objecting = s.objecting

/** What every house collects from its first day. Founders write newer versions; these are never put back over them. */
export const STANDING_NOTICES: readonly StandingNotice[] = [
  {
    slug: 'handing-in',
    forms: ['handing-in'],
    terms: {
      ...asked,
      purposes: ['to-answer', 'to-be-read-by-all', 'to-moderate', 'to-keep-the-record'],
      recipients: ['clerks', 'moderators'],
      publishes: 'names',
      keptDays: null,
    },
    texts: {
      title: s.handingInTitle,
      summary: s.handingInSummary,
      purpose: s.handingInPurpose,
      kept: s.keptInTheRecord,
      seen: s.seenByClerks,
      published: s.publishedAsYouChoose,
      objecting,
    },
  },
  {
    slug: 'letters',
    forms: ['letters'],
    terms: {
      ...asked,
      purposes: ['to-answer', 'to-write-to-you'],
      recipients: ['clerks', 'mail-carriers'],
      publishes: 'nothing',
      keptDays: 365,
    },
    texts: {
      title: s.lettersTitle,
      summary: s.lettersSummary,
      purpose: s.lettersPurpose,
      kept: s.keptWithTheMatter,
      seen: s.seenByClerksAndYou,
      published: s.publishedNothing,
      objecting,
    },
  },
  {
    slug: 'account',
    forms: ['account'],
    terms: {
      ...political,
      purposes: ['to-sign-in', 'to-take-part', 'to-write-to-you'],
      recipients: ['administrators', 'mail-carriers'],
      publishes: 'nothing',
      keptDays: 0,
    },
    texts: {
      title: s.accountTitle,
      summary: s.accountSummary,
      purpose: s.accountPurpose,
      kept: s.keptWhileAccount,
      seen: s.seenByAdministrators,
      published: s.publishedNothing,
      objecting,
    },
  },
  {
    slug: 'following',
    forms: ['following'],
    terms: {
      ...asked,
      purposes: ['to-write-to-you'],
      recipients: ['mail-carriers'],
      publishes: 'nothing',
      keptDays: 0,
    },
    texts: {
      title: s.followingTitle,
      summary: s.followingSummary,
      purpose: s.followingPurpose,
      kept: s.keptUntilYouEnd,
      seen: s.seenByNobody,
      published: s.publishedNothing,
      objecting,
    },
  },
  {
    slug: 'reports',
    forms: ['reports'],
    terms: {
      ...political,
      purposes: ['to-moderate', 'to-count'],
      recipients: ['moderators'],
      publishes: 'counts',
      keptDays: null,
    },
    texts: {
      title: s.reportsTitle,
      summary: s.reportsSummary,
      purpose: s.reportsPurpose,
      kept: s.keptWithTheMatter,
      seen: s.seenByModerators,
      published: s.publishedCounts,
      objecting,
    },
  },
  {
    slug: 'my-data',
    forms: ['my-data'],
    terms: {
      basis: 'legal-obligation',
      specialBasis: null,
      purposes: ['to-fulfil-your-rights'],
      recipients: ['administrators'],
      publishes: 'counts',
      keptDays: 365,
    },
    texts: {
      title: s.myDataTitle,
      summary: s.myDataSummary,
      purpose: s.myDataPurpose,
      kept: s.keptAYear,
      seen: s.seenByAdministrators,
      published: s.publishedCounts,
      objecting,
    },
  },
  {
    slug: 'work-of-officers',
    forms: ['work-of-officers'],
    terms: {
      ...political,
      purposes: ['to-run-the-organisation', 'to-keep-the-record'],
      recipients: ['clerks', 'administrators'],
      publishes: 'names',
      keptDays: null,
    },
    texts: {
      title: s.officersTitle,
      summary: s.officersSummary,
      purpose: s.officersPurpose,
      kept: s.keptInTheRecord,
      seen: s.seenByAdministrators,
      published: s.publishedOffice,
      objecting,
    },
  },
  {
    slug: 'gatherings',
    forms: ['gatherings'],
    terms: {
      ...asked,
      purposes: ['to-meet', 'to-write-to-you', 'to-count'],
      recipients: ['organisers', 'mail-carriers'],
      publishes: 'counts',
      keptDays: 30,
    },
    texts: {
      title: s.gatheringsTitle,
      summary: s.gatheringsSummary,
      purpose: s.gatheringsPurpose,
      kept: s.keptAMonth,
      seen: s.seenByOrganisers,
      published: s.publishedCounts,
      objecting,
    },
  },
  {
    slug: 'answers-published',
    forms: [],
    terms: {
      ...asked,
      purposes: ['to-answer', 'to-be-read-by-all', 'to-find-themes', 'to-count', 'to-keep-the-record'],
      recipients: ['clerks', 'moderators', 'theme-team', 'helpers'],
      publishes: 'words',
      keptDays: null,
    },
    texts: {
      title: s.answersPublishedTitle,
      summary: s.answersPublishedSummary,
      purpose: s.answersPurpose,
      kept: s.keptInTheRecord,
      seen: s.seenByThemeTeam,
      published: s.publishedWords,
      objecting,
    },
  },
  {
    slug: 'answers-counted',
    forms: [],
    terms: {
      ...asked,
      purposes: ['to-answer', 'to-find-themes', 'to-count', 'to-keep-the-record'],
      recipients: ['clerks', 'moderators', 'theme-team', 'helpers'],
      publishes: 'quotations',
      keptDays: 730,
    },
    texts: {
      title: s.answersCountedTitle,
      summary: s.answersCountedSummary,
      purpose: s.answersPurpose,
      kept: s.keptTwoYears,
      seen: s.seenByThemeTeam,
      published: s.publishedQuotations,
      objecting,
    },
  },
]
