import { z } from 'zod'
import { type Answer, show } from '#core/http/answer.ts'
import { atomFeed } from '#core/http/atom.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { titlesIn } from '#ground/translations/translations-of.ts'
import { pathToCall } from './call.ts'
import { type ListedCall, listCalls } from './list-calls.ts'
import { m } from './messages.ts'
import { CallsPage } from './pages/calls-page.tsx'

export const callsJson = z.object({
  calls: z.array(
    z.object({
      number: z.number(),
      url: z.string(),
      title: z.string().nullable(),
      language: z.string(),
      body: z.string(),
      state: z.enum(['coming', 'open', 'finished']),
      opens_at: z.string(),
      closes_at: z.string(),
      received: z.number(),
    }),
  ),
})

/** Every call: open, coming, finished. */
export async function showCalls(x: Exchange): Promise<Answer> {
  const calls = await listCalls(x.db, { now: x.now })
  const ids = calls.map(({ id }) => id)
  const titles = await titlesIn(x.db, x.language, ids)
  const title = x.t(m.calls)
  const mayWrite = x.viewer.grants.some(({ role }) => role === 'clerk')
  return show(x, {
    html: () =>
      x.page({
        title,
        section: 'calls',
        feed: { href: '/calls.atom', title },
        children: CallsPage({ t: x.t, calls, titles, mayWrite }),
      }),
    json: () => ({ calls: calls.map((call) => callAsJson(x, call)) }),
    cache: 'public',
  })
}

function callAsJson(x: Exchange, call: ListedCall): z.infer<typeof callsJson>['calls'][number] {
  return {
    number: call.number,
    url: `${x.house.baseUrl}${pathToCall(call.number)}`,
    title: call.title,
    language: call.language,
    body: call.bodySlug,
    state: call.state,
    opens_at: isoSecond(call.opensAt),
    closes_at: isoSecond(call.closesAt),
    received: call.received,
  }
}

/** The same list as an Atom feed, the newest first. */
export async function sendCallsFeed(x: Exchange): Promise<Answer> {
  const calls = (await listCalls(x.db, { now: x.now })).toSorted((a, b) => b.number - a.number)
  const { baseUrl, name } = x.house
  return atomFeed({
    id: `${baseUrl}/calls.atom`,
    title: `${name}: ${x.t(m.calls)}`,
    link: `${baseUrl}/calls`,
    updated: calls[0]?.announcedAt ?? x.now,
    entries: calls.map((call) => ({
      id: `${baseUrl}${pathToCall(call.number)}`,
      title: call.title ?? x.t(m.untitled),
      link: `${baseUrl}${pathToCall(call.number)}`,
      updated: call.announcedAt ?? call.opensAt,
      summary: `${x.t(m.askedBy, { body: call.bodyName })}. ${x.t(m.openFromTo, { opens: x.t.moment(call.opensAt), closes: x.t.moment(call.closesAt) })}`,
    })),
  })
}
