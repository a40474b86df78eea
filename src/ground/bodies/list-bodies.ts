import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { cursorOf, cursorText } from '#core/http/name-cursor.ts'
import { orNothing } from '#core/input/text.ts'
import { m } from './messages.ts'
import { BodiesPage } from './pages/bodies-page.tsx'
import { BODIES_PAGE, findBodies } from './queries.ts'

export const bodiesJson = z.object({
  bodies: z.array(
    z.object({
      slug: z.string(),
      url: z.string(),
      name: z.string(),
      kind: z.string(),
      unit: z.string(),
      promise_days: z.number(),
      front_desk: z.boolean(),
      open: z.number(),
      overdue: z.number(),
    }),
  ),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
})

export interface ListedBody {
  slug: string
  name: string
  kind: string
  unitName: string
  unitSlug: string
  promiseDays: number
  isFrontDesk: boolean
  open: number
  overdue: number
}

/** Search; what cannot be read is left out, for an address is often cut or mistyped. */
export const bodiesQuery = z.object({
  q: orNothing(z.string().max(120)).catch(undefined),
  after: orNothing(z.string().max(600)).catch(undefined),
})

/** Bodies that take matters, by name, each with its promise and what it has in hand; a country has thousands, so in pages. */
export async function showBodies(x: Exchange): Promise<Answer> {
  const query = bodiesQuery.parse(x.query)
  const { listed, next } = await listBodies(x, query)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.bodies),
        section: 'bodies',
        isUnlisted: query.q !== undefined || query.after !== undefined,
        children: BodiesPage({
          t: x.t,
          bodies: listed,
          q: query.q,
          nextHref: next && `/bodies?${new URLSearchParams({ ...(query.q && { q: query.q }), after: next })}`,
          mayOpen: x.viewer.grants.some(({ role }) => role === 'administrator'),
        }),
      }),
    json: (): z.infer<typeof bodiesJson> => ({ bodies: listed.map((body) => asJson(x, body)), next }),
    cache: 'public',
  })
}

function asJson(x: Exchange, body: ListedBody) {
  return {
    slug: body.slug,
    url: `${x.house.baseUrl}/bodies/${body.slug}`,
    name: body.name,
    kind: body.kind,
    unit: body.unitName,
    promise_days: body.promiseDays,
    front_desk: body.isFrontDesk,
    open: body.open,
    overdue: body.overdue,
  }
}

async function listBodies({ db, now }: Exchange, { q, after }: z.infer<typeof bodiesQuery>) {
  const found = await findBodies(db, { q, after: cursorOf(after), now })
  const page = found.slice(0, BODIES_PAGE)
  const counts = await openCounts(
    db,
    page.map(({ id }) => id),
    now,
  )
  const byBody = new Map(counts.map((count) => [count.bodyId, count]))
  const listed = page.map((body): ListedBody => {
    const { open, overdue } = byBody.get(body.id) ?? { open: 0, overdue: 0 }
    return { ...body, open, overdue }
  })
  const last = page.at(-1)
  return { listed, next: found.length > BODIES_PAGE && last ? cursorText(last) : null }
}

async function openCounts(db: Db, ids: readonly string[], now: Date) {
  if (ids.length === 0) return []
  return db
    .selectFrom('custody')
    .select([
      'bodyId',
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where due_at < ${now})`.as('overdue'),
    ])
    .where('decidedAt', 'is', null)
    .where('bodyId', 'in', [...ids])
    .groupBy('bodyId')
    .execute()
}
