import { z } from 'zod'
import { type Answer, show } from '#core/http/answer.ts'
import { atomFeed } from '#core/http/atom.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { bodiesToOffer } from '#ground/bodies/queries.ts'
import { titlesIn } from '#ground/translations/translations-of.ts'
import type { Listed } from './asked-submissions.ts'
import { type ListQuery, listQuery } from './list-input.ts'
import { listSubmissions, type Page } from './list-submissions.ts'
import { m } from './messages.ts'
import { ListPage } from './pages/list-page.tsx'
import { stateOf } from './story.ts'

const SHOWN = 20
const IN_FEED = 50

export const listJson = z.object({
  submissions: z.array(
    z.object({
      number: z.number(),
      url: z.string(),
      kind: z.string(),
      title: z.string().nullable(),
      /** In the language asked for (Accept-Language), where it was translated. */
      translated_title: z.string().nullable(),
      language: z.string(),
      state: z.string(),
      handed_in_at: z.string(),
      body: z.string().nullable(),
      due_at: z.string().nullable(),
      overdue: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
})

/** Everything handed in that anybody may read: search, filters, pages. */
export async function showSubmissions(x: Exchange): Promise<Answer> {
  const query = listQuery.parse(x.query)
  const [page, bodies] = await Promise.all([
    listSubmissions(x.db, query, { now: x.now, most: SHOWN }),
    bodiesToOffer(x.db, { now: x.now, named: query.body }),
  ])
  const ids = page.submissions.map(({ id }) => id)
  const titles = await titlesIn(x.db, x.language, ids)
  const title = x.t(m.submissions)
  return show(x, {
    html: () =>
      x.page({
        title,
        section: 'submissions',
        feed: { href: `/submissions.atom${searchOf({ ...query, after: undefined })}`, title },
        children: ListPage({
          t: x.t,
          now: x.now,
          query,
          page,
          titles,
          bodies,
          nextHref: page.next && `/submissions${searchOf({ ...query, after: page.next })}`,
        }),
      }),
    json: () => pageAsJson(x, page, titles),
    cache: 'public',
  })
}

/** The same list as an Atom feed. */
export async function sendSubmissionsFeed(x: Exchange): Promise<Answer> {
  const query = listQuery.parse(x.query)
  const { submissions } = await listSubmissions(x.db, query, { now: x.now, most: IN_FEED })
  const ids = submissions.map(({ id }) => id)
  const titles = await titlesIn(x.db, x.language, ids)
  const { baseUrl, name } = x.house
  return atomFeed({
    id: `${baseUrl}/submissions.atom${searchOf(query)}`,
    title: `${name}: ${x.t(m.submissions)}`,
    link: `${baseUrl}/submissions${searchOf(query)}`,
    updated: submissions[0]?.openedAt ?? x.now,
    entries: submissions.map((submission) => ({
      id: `${baseUrl}/submissions/${submission.number}`,
      title: titles.get(submission.id)?.title ?? submission.title ?? x.t(m.untitled),
      link: `${baseUrl}/submissions/${submission.number}`,
      updated: submission.closedAt ?? submission.openedAt,
      summary: x.t(m.handedInOn, { day: x.t.day(submission.openedAt) }),
    })),
  })
}

/** `?q=damp&state=open`, without what is not set. */
export function searchOf(query: ListQuery): string {
  const set = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

type Titles = Awaited<ReturnType<typeof titlesIn>>

function pageAsJson(x: Exchange, { submissions, next }: Page, titles: Titles): z.infer<typeof listJson> {
  return { submissions: submissions.map((submission) => listedAsJson(x, submission, titles)), next }
}

function listedAsJson(x: Exchange, listed: Listed, titles: Titles) {
  return {
    number: listed.number,
    url: `${x.house.baseUrl}/submissions/${listed.number}`,
    kind: listed.kind,
    title: listed.title,
    translated_title: titles.get(listed.id)?.title ?? null,
    language: listed.language,
    state: stateOf(listed, listed),
    handed_in_at: isoSecond(listed.openedAt),
    body: listed.bodySlug,
    due_at: listed.dueAt && isoSecond(listed.dueAt),
    overdue: listed.dueAt !== null && listed.dueAt < x.now,
  }
}
