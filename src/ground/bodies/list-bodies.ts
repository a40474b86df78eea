import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m } from './messages.ts'
import { BodiesPage } from './pages/bodies-page.tsx'
import { openBodies } from './queries.ts'

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

/** Every body that takes matters, with its promise and what it has in hand. */
export async function showBodies(x: Exchange): Promise<Answer> {
  const listed = await listBodies(x.db, x.now)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.bodies),
        section: 'bodies',
        children: BodiesPage({
          t: x.t,
          bodies: listed,
          mayOpen: x.viewer.grants.some(({ role }) => role === 'administrator'),
        }),
      }),
    json: (): z.infer<typeof bodiesJson> => ({
      bodies: listed.map((body) => ({
        slug: body.slug,
        url: `${x.house.baseUrl}/bodies/${body.slug}`,
        name: body.name,
        kind: body.kind,
        unit: body.unitName,
        promise_days: body.promiseDays,
        front_desk: body.isFrontDesk,
        open: body.open,
        overdue: body.overdue,
      })),
    }),
    cache: 'public',
  })
}

async function listBodies(db: Db, now: Date): Promise<ListedBody[]> {
  const [bodies, counts] = await Promise.all([openBodies(db, now), openCounts(db, now)])
  const byBody = new Map(counts.map((count) => [count.bodyId, count]))
  return bodies.map((body) => ({
    ...body,
    open: byBody.get(body.id)?.open ?? 0,
    overdue: byBody.get(body.id)?.overdue ?? 0,
  }))
}

function openCounts(db: Db, now: Date) {
  return db
    .selectFrom('custody')
    .select([
      'bodyId',
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where due_at < ${now})`.as('overdue'),
    ])
    .where('decidedAt', 'is', null)
    .groupBy('bodyId')
    .execute()
}
