import { standingMessages as s } from './standing-messages.ts'
import { asked, objecting, type StandingNotice } from './standing-notice.ts'

/** Notices that calls may choose: where answers are published, and where they are counted. */
export const NOTICES_FOR_CALLS: readonly StandingNotice[] = [
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
