import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import { decideFlood } from './decide-flood.ts'
import { floodsFor, samplesOf, underwayAt } from './floods.ts'
import { m } from './messages.ts'
import { FloodPage } from './pages/flood-page.tsx'
import { REASONS } from './reasons.ts'

const floodInput = z.object({
  body: z.string().max(100),
  outcome: z.enum(['released', 'removed'], { error: m.outcomeMissing.id }),
  reason: orNothing(z.enum(REASONS)),
  containing: orNothing(z.string().trim().max(200)),
  explanation: words(2_000, m.explanationMissing.id),
})

type Problems = ReturnType<typeof problemsOf>

/** What came in floods and waits for the viewer, by body, with a few of each. */
export async function showFloods(x: Exchange): Promise<Answer> {
  const floods = await floodsFor(x.db, x.viewer)
  const html = x.wants === 'html' ? await pageOf(x, []) : ''
  return show(x, {
    html: () => html,
    json: () => floods.map(({ slug, count }) => ({ body: slug, waiting: count })),
  })
}

/** One decision about all that waits at a body, or about what contains certain words. */
export async function createFloodDecision(x: Exchange): Promise<Answer> {
  const input = floodInput.safeParse(x.form)
  if (!input.success) return again(x, problemsOf(input.error, x.t))
  const { body: slug, outcome, reason = null, containing = '', explanation } = input.data
  const flood = (await floodsFor(x.db, x.viewer)).find((one) => one.slug === slug)
  if (!flood) return problem(404, 'moderation.no-flood', x.t(m.floodNone))
  if (outcome === 'removed' && !reason)
    return again(x, [{ field: 'reason', message: x.t(m.chooseRemovalReason) }])
  const cases = await decideFlood(x.db, {
    bodyId: flood.bodyId,
    outcome,
    reason: outcome === 'removed' ? reason : null,
    explanation,
    containing,
    language: x.language,
    by: x.viewer.person?.id ?? '',
    now: x.now,
  })
  if (cases === 0) return again(x, [{ field: 'containing', message: x.t(m.floodMatched) }])
  return done(x, { to: '/moderation/floods', status: 201, json: () => ({ body: slug, outcome, cases }) })
}

async function again(x: Exchange, problems: Problems): Promise<Answer> {
  const html = x.wants === 'html' ? await pageOf(x, problems) : ''
  return invalidForm(x, { id: 'moderation.invalid', problems, html: () => html })
}

async function pageOf(x: Exchange, problems: Problems): Promise<string> {
  const floods = await floodsFor(x.db, x.viewer)
  const parts = await Promise.all(
    floods.map(async (flood) => ({
      flood,
      samples: await samplesOf(x.db, flood.bodyId),
      underway: await underwayAt(x.db, flood.bodyId),
    })),
  )
  return x.page({
    title: x.t(m.floodTitle),
    crumbs: [{ label: x.t(m.deskTitle), href: '/moderation/desk' }],
    isUnlisted: true,
    children: FloodPage({ t: x.t, parts, typed: x.form, problems }),
  })
}
