import { sql } from 'kysely'
import { callOf } from './finders.ts'
import { m } from './messages.ts'
import type { Asked, Found, Walk } from './walk.ts'

/** The clerk who keeps the finished call does what a themes team does. */
export const themesTeam: Walk = {
  slug: 'themes-team',
  title: m.themesTitle,
  lead: m.themesLead,
  who: 'mei',
  steps: [
    {
      say: m.themesAll,
      find: callOf('buses', { further: '/themes', shows: 'The last bus leaves too early' }),
    },
    { say: m.themesDesk, find: (asked) => themeOf(asked, { isAnswered: true, further: '/desk' }) },
    { say: m.themesChoice, find: (asked) => themeOf(asked, { isAnswered: false, further: '/choice' }) },
    { say: m.themesTwins, find: callOf('buses', { further: '/twins' }) },
    { say: m.themesScreenings, find: callOf('buses', { further: '/screenings', shows: '07700' }) },
    { say: m.themesResult, find: callOf('buses', { further: '/result' }) },
  ],
}

async function themeOf(
  { db }: Asked,
  { isAnswered, further }: { isAnswered: boolean; further: string },
): Promise<Found | null> {
  const decided = sql<boolean>`exists (select from theme_decisions where theme_decisions.theme_id = works.id)`
  const theme = await db
    .selectFrom('callThemes')
    .innerJoin('works', 'works.id', 'callThemes.id')
    .innerJoin('callQuestions', 'callQuestions.id', 'callThemes.questionId')
    .innerJoin('calls', 'calls.id', 'callQuestions.callId')
    .select(['works.number', 'works.title', 'works.language'])
    .where('calls.source', '=', 'demonstration:buses')
    .where(decided, '=', isAnswered)
    .orderBy('works.number')
    .executeTakeFirst()
  if (!theme) return null
  return { href: `/themes/${theme.number}${further}`, label: theme.title ?? '', lang: theme.language }
}
