import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { daysOver } from '#ground/matters/rules.ts'
import { withTitles } from '#ground/translations/translations-of.ts'
import {
  cursorOf,
  type OverdueMatter,
  type OverdueOfBody,
  overdueByBody,
  overdueMatters,
  placeOf,
} from './overdue-matters.ts'
import { overdueMessages as m } from './overdue-messages.ts'
import { OverduePage } from './pages/overdue-page.tsx'

export const overdueQuery = z.object({ body: z.string().optional(), after: z.string().optional() })

export const overdueJson = z.object({
  total: z.number(),
  bodies: z.array(
    z.object({ slug: z.string(), name: z.string(), overdue: z.number(), oldest_due_at: z.string() }),
  ),
  overdue: z.array(
    z.object({
      number: z.number(),
      url: z.string(),
      kind: z.string(),
      title: z.string().nullable(),
      body: z.string(),
      handed_in_at: z.string(),
      received_at: z.string(),
      due_at: z.string(),
      days_over: z.number(),
    }),
  ),
  /** Sent as `after` for the next page; null on the last. */
  next: z.string().nullable(),
})

const PAGE = 50

/** What is past its promise, across all bodies. */
export async function showOverdue(x: Exchange): Promise<Answer> {
  const wish = overdueQuery.safeParse(x.query)
  const after = wish.data?.after === undefined ? undefined : placeOf(wish.data.after)
  if (!wish.success || after === null) return problem(400, 'request.cursor', x.t(m.badCursor))
  const { body } = wish.data
  const [bodies, found] = await Promise.all([
    overdueByBody(x.db, x.now),
    overdueMatters(x.db, { now: x.now, limit: PAGE + 1, body, after }),
  ])
  const matters = await withTitles(x.db, x.language, found.slice(0, PAGE))
  const last = matters.at(-1)
  const list = { bodies, matters, body, next: found.length > PAGE && last ? cursorOf(last) : null }
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.overdueTitle),
        section: 'overdue',
        children: OverduePage({ t: x.t, now: x.now, isFirst: after === undefined, ...list }),
      }),
    json: () => asJson(x, list),
    cache: 'public',
  })
}

interface List {
  bodies: OverdueOfBody[]
  matters: OverdueMatter[]
  body: string | undefined
  next: string | null
}

function asJson(x: Exchange, { bodies, matters, body, next }: List): z.infer<typeof overdueJson> {
  const counted = body === undefined ? bodies : bodies.filter(({ slug }) => slug === body)
  return {
    total: counted.reduce((sum, { count }) => sum + count, 0),
    bodies: bodies.map(({ slug, name, count, oldestDueAt }) => ({
      slug,
      name,
      overdue: count,
      oldest_due_at: isoSecond(oldestDueAt),
    })),
    overdue: matters.map((matter) => ({
      number: matter.number,
      url: `${x.house.baseUrl}${pathTo(matter)}`,
      kind: matter.kind,
      title: matter.title,
      body: matter.bodySlug,
      handed_in_at: isoSecond(matter.openedAt),
      received_at: isoSecond(matter.receivedAt),
      due_at: isoSecond(matter.dueAt),
      days_over: daysOver(matter.dueAt, x.now),
    })),
    next,
  }
}
