import { sql } from 'kysely'
import { callOf, storyWhere } from './finders.ts'
import { m } from './messages.ts'
import type { Asked, Found, Walk } from './walk.ts'

export const sceptic: Walk = {
  slug: 'sceptic',
  title: m.scepticTitle,
  lead: m.scepticLead,
  who: null,
  steps: [
    {
      say: m.scepticRecord,
      find: async ({ house }) => ({ href: '/record', label: '/record', shows: new URL(house.baseUrl).host }),
    },
    {
      say: m.scepticKey,
      find: async ({ house }) => ({
        href: '/record/key',
        label: '/record/key',
        shows: '/record+',
        copy: `curl -s ${house.baseUrl}/record/key > key.txt`,
      }),
    },
    { say: m.scepticReceipt, find: (asked) => receiptFile(asked) },
    {
      say: m.scepticAudit,
      find: async ({ house }) => ({
        href: '/record/checkpoint',
        label: '/record/checkpoint',
        shows: '/record',
        copy: `node verify/verify.mjs audit ${house.baseUrl} --key key.txt`,
      }),
    },
    { say: m.scepticData, find: callOf('buses', { further: '/data', shows: 'SHA-256' }) },
    { say: m.scepticErased, find: erasedStory },
    {
      say: m.scepticAnonymous,
      find: storyWhere(
        sql`submissions.authorship = 'anonymous' and matters.closing_outcome = 'accepted' order by matters.number`,
      ),
    },
  ],
}

async function receiptFile(asked: Asked): Promise<Found | null> {
  const story = await storyWhere(sql`matters.closing_outcome = 'accepted' order by matters.number`)(asked)
  const number = story?.href.split('/').at(-1) ?? ''
  return (
    story && {
      href: `/receipts/${number}.json`,
      label: `/receipts/${number}.json`,
      shows: number,
      copy: `node verify/verify.mjs receipt receipt-${number}.json --key key.txt`,
    }
  )
}

/** Its words are gone, its entries and their proofs are not. */
async function erasedStory({ db }: Asked): Promise<Found | null> {
  const row = await db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .select('matters.number')
    .where('matters.visibility', '=', 'removed')
    .where('moderationCases.erasedAt', 'is not', null)
    .orderBy('matters.number')
    .executeTakeFirst()
  const href = `/submissions/${row?.number}`
  return row ? { href, label: href, shows: String(row.number) } : null
}
