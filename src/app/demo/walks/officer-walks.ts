import { sql } from 'kysely'
import { isoDate } from '#core/time/days.ts'
import { m as moderation } from '#ground/moderation/messages.ts'
import { isWith, place, storyWhere } from './finders.ts'
import { m } from './messages.ts'
import type { Asked, Found, Walk } from './walk.ts'

const HOUSING = 'housing'

export const clerk: Walk = {
  slug: 'clerk',
  title: m.clerkTitle,
  lead: m.clerkLead,
  who: 'noor',
  steps: [
    {
      say: m.clerkDesk,
      find: async (asked) => {
        const first = await storyWhere(sql`${isWith(HOUSING)} order by matters.number`)(asked)
        const href = `/bodies/${HOUSING}/desk`
        return first && { href, label: href, shows: first.label }
      },
    },
    { say: m.clerkDecide, find: storyWhere(sql`${isWith(HOUSING)} order by matters.number`, '/decision') },
    {
      say: m.clerkMerge,
      find: storyWhere(
        sql`${isWith('executive')} and exists (select from links where links.to_id = matters.id) order by matters.number`,
      ),
    },
    {
      say: m.clerkLetters,
      find: async (asked) => {
        const story = await storyWhere(
          sql`${isWith(HOUSING)} and submissions.authorship = 'anonymous' order by matters.number desc`,
          '/letters',
        )(asked)
        return story && { ...story, shows: story.href.split('/')[2] }
      },
    },
    { say: m.clerkBody, find: place(`/bodies/${HOUSING}`, 'Housing and Land Commission') },
    { say: m.clerkMail, find: place('/demo/mail', '@example.org') },
  ],
}

export const moderator: Walk = {
  slug: 'moderator',
  title: m.moderatorTitle,
  lead: m.moderatorLead,
  who: 'amina',
  steps: [
    {
      say: m.moderatorDesk,
      find: async (asked) => {
        const found = await caseWhere(asked, sql`cases.decided_at is null and cases.sort = 'hold'`)
        return found && { href: '/moderation/desk', label: '/moderation/desk', shows: String(found.number) }
      },
    },
    {
      say: m.moderatorHold,
      find: (asked) => pageOfCase(asked, sql`cases.decided_at is null and cases.sort = 'hold'`),
    },
    {
      say: m.moderatorReport,
      find: (asked) => pageOfCase(asked, sql`cases.decided_at is null and cases.sort = 'report'`),
    },
    { say: m.moderatorRestored, find: (asked) => pageOfCase(asked, sql`appeals.outcome = 'overturned'`) },
    { say: m.moderatorUpheld, find: (asked) => pageOfCase(asked, sql`appeals.outcome = 'stands'`) },
    { say: m.moderatorCounts, find: place('/moderation', moderation.title.english) },
  ],
}

async function caseWhere({ db }: Asked, condition: ReturnType<typeof sql>) {
  const { rows } = await sql<{ id: string; number: number }>`
    select cases.id, matters.number
    from moderation_cases as cases
    join matters on matters.id = cases.matter_id
    left join moderation_appeals as appeals on appeals.case_id = cases.id
    where ${condition}
    order by cases.opened_at, matters.number
    limit 1`.execute(db)
  return rows[0] ?? null
}

async function pageOfCase(asked: Asked, condition: ReturnType<typeof sql>): Promise<Found | null> {
  const found = await caseWhere(asked, condition)
  const label = `/submissions/${found?.number}`
  return found && { href: `/moderation/cases/${found.id}`, label, shows: String(found.number) }
}

export const administrator: Walk = {
  slug: 'administrator',
  title: m.administratorTitle,
  lead: m.administratorLead,
  who: 'ada',
  steps: [
    { say: m.administratorRoles, find: place('/roles', 'Noor Haddad') },
    {
      say: m.administratorLapses,
      find: async ({ db, now }) => {
        const next = await db
          .selectFrom('grants')
          .innerJoin('people', 'people.id', 'grants.personId')
          .leftJoin('grantEndings', 'grantEndings.grantId', 'grants.id')
          .select('people.name')
          .where('grantEndings.grantId', 'is', null)
          .where('grants.toOn', '>=', isoDate(now))
          .orderBy('grants.toOn')
          .executeTakeFirst()
        return next ? { href: '/roles', label: next.name } : null
      },
    },
    { say: m.administratorGive, find: place('/roles/new', 'Ada Novak') },
    { say: m.administratorUnits, find: place('/units', 'The Commons Alliance') },
    { say: m.administratorUnit, find: place('/units/leeds-east', 'Leeds East') },
    { say: m.administratorPromise, find: place('/bodies/transport/promise', 'Transport Commission') },
  ],
}
