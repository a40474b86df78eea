import { sql } from 'kysely'
import { followUpBytes, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { sourceOf } from '../settled.ts'
import { bodiesOfMatter, callOf, isBy, isOpen, latestBody, place, storyWhere } from './finders.ts'
import { m } from './messages.ts'
import type { Asked, Found, Walk } from './walk.ts'

export const anyone: Walk = {
  slug: 'anyone',
  title: m.anyoneTitle,
  lead: m.anyoneLead,
  who: null,
  steps: [
    {
      say: m.anyoneStory,
      find: storyWhere(sql`matters.kind <> 'challenge' order by ${bodiesOfMatter} desc, matters.number`),
    },
    {
      say: m.anyoneOverdue,
      find: async ({ db, now }) => {
        const body = await latestBody(db, now)
        return body && { href: '/overdue', label: '/overdue', shows: body.name }
      },
    },
    {
      say: m.anyoneBody,
      find: async ({ db, now }) => {
        const body = await latestBody(db, now)
        return body && { href: `/bodies/${body.slug}`, label: body.name }
      },
    },
    {
      say: m.anyoneReviewed,
      find: storyWhere(
        sql`exists (select from reviews where reviews.matter_id = matters.id) and matters.closing_outcome = 'accepted'
          order by matters.number`,
      ),
    },
    {
      say: m.anyoneLanguage,
      find: storyWhere(
        sql`matters.language not in ('en') and matters.closing_outcome in ('accepted', 'answered')
          order by matters.language = 'ur' desc, matters.number`,
      ),
    },
    { say: m.anyoneCall, find: callOf('schools') },
    { say: m.anyoneResult, find: callOf('buses', { further: '/result' }) },
    {
      say: m.anyoneThemes,
      find: callOf('buses', { further: '/themes', shows: 'The last bus leaves too early' }),
    },
    { say: m.anyoneHandIn, find: place('/submissions/new', 'Housing and Land Commission') },
  ],
}

export const member: Walk = {
  slug: 'member',
  title: m.memberTitle,
  lead: m.memberLead,
  who: 'nasreen',
  steps: [
    {
      say: m.memberStory,
      find: storyWhere(sql`${isBy('nasreen')} order by ${bodiesOfMatter} desc, matters.number`),
    },
    {
      say: m.memberJoined,
      find: storyWhere(
        sql`${isBy('nasreen')} and exists (select from links where links.to_id = matters.id and relation = 'merged-into')
          order by matters.number`,
        '/provenance',
      ),
    },
    {
      say: m.memberReceipt,
      find: async (asked) => {
        const story = await storyWhere(sql`${isBy('nasreen')} and ${isOpen} order by matters.number desc`)(
          asked,
        )
        const number = story?.href.split('/').at(-1) ?? ''
        return story && { href: `/receipts/${number}`, label: `/receipts/${number}`, shows: number }
      },
    },
    { say: m.memberHandIn, find: place('/submissions/new', 'Nasreen Akhtar') },
    { say: m.memberMail, find: place('/demo/mail', '@example.org') },
    { say: m.memberAccount, find: place('/account', 'Nasreen Akhtar') },
  ],
}

/** Handed in without an account; its key can be made again from the house's secret and stands nowhere. */
const WITH_KEY = sourceOf('st-key')

async function withKey({ db, house }: Asked): Promise<{ number: number; title: string; key: string } | null> {
  const bytes = followUpBytes(house.secret, WITH_KEY)
  const row = await db
    .selectFrom('followUpKeys')
    .innerJoin('matters', 'matters.id', 'followUpKeys.matterId')
    .select(['matters.number', 'matters.title'])
    .where('followUpKeys.keyHash', '=', sha256(bytes))
    .executeTakeFirst()
  return row ? { number: row.number, title: row.title ?? '', key: makeFollowUpKey(bytes) } : null
}

async function storyWithKey(asked: Asked): Promise<Found | null> {
  const found = await withKey(asked)
  return found && { href: `/submissions/${found.number}`, label: found.title }
}

export const author: Walk = {
  slug: 'author',
  title: m.authorTitle,
  lead: m.authorLead,
  who: null,
  steps: [
    { say: m.authorStory, find: storyWithKey },
    {
      say: m.authorKey,
      find: async (asked) => {
        const found = await withKey(asked)
        const href = `/receipts/${found?.number}`
        return found && { href, label: href, shows: String(found.number), copy: found.key }
      },
    },
    {
      say: m.authorReview,
      find: storyWhere(
        sql`submissions.authorship = 'anonymous' and exists (select from reviews where reviews.matter_id = matters.id)
          and matters.closed_at is not null order by matters.number`,
      ),
    },
    {
      say: m.authorJudged,
      find: storyWhere(
        sql`exists (select from answer_verdicts join custody on custody.id = answer_verdicts.custody_id
          where custody.matter_id = matters.id and verdict = 'no') order by matters.number`,
      ),
    },
    { say: m.authorHandIn, find: place('/submissions/new', 'Housing and Land Commission') },
  ],
}
