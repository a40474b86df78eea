import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isClerkOf } from '#ground/matters/policy.ts'
import { countQueue } from '#ground/matters/queue-of.ts'
import { m } from './messages.ts'
import { DesksPage } from './pages/desks-page.tsx'
import { bodiesWithin } from './queries.ts'

/** The desks of whoever asks. */
export async function showDesks(x: Exchange): Promise<Answer> {
  const clerk = x.viewer.grants.filter(({ role }) => role === 'clerk')
  const places = {
    ids: clerk.flatMap(({ bodyId }) => bodyId ?? []),
    units: clerk.flatMap(({ bodyId, unitId }) => (bodyId ? [] : [unitId])),
  }
  const bodies = (await bodiesWithin(x.db, places, x.now)).filter(({ id, lineage }) =>
    isClerkOf(x.viewer, { lineage, bodyId: id }),
  )
  const desks = await Promise.all(
    bodies.map(async ({ id, slug, name, unitName }) => ({
      slug,
      name,
      unitName,
      counts: await countQueue(x.db, { bodyId: id, now: x.now, limit: 0, offset: 0, isForClerk: true }),
    })),
  )
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.yourDesks),
        section: 'desk',
        isUnlisted: true,
        children: DesksPage({ t: x.t, desks }),
      }),
    json: () => ({ desks: desks.map(({ slug, name, counts }) => ({ slug, name, ...counts })) }),
  })
}
