import { z } from 'zod'
import { holdsRole } from '#core/access/viewer.ts'
import { type Answer, done, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import { decideTwins } from './decide-twins.ts'
import { m } from './messages.ts'
import { TwinsPage } from './pages/twins-page.tsx'
import { type Twin, twinCounts, waitingTwins } from './twins-of.ts'

const number = z.coerce.number().int().positive()
const twinInput = z.object({
  earlier: number,
  later: number,
  outcome: z.enum(['joined', 'apart'], { error: m.outcomeMissing.id }),
  reason: words(500, m.whyMissing.id),
})

type Problems = ReturnType<typeof problemsOf>

/** Pairs of answers to a call that may be one person's, both side by side. */
export async function showTwins(x: Exchange): Promise<Answer> {
  return withCall(x, async (call) => {
    const [pairs, counts] = await Promise.all([waitingTwins(x.db, call.id), twinCounts(x.db, call.id)])
    const html = x.wants === 'html' ? await pageOf(x, call, []) : ''
    return show(x, {
      html: () => html,
      json: () => ({
        ...counts,
        pairs: pairs.map(({ likeness, earlier, later }) => ({
          likeness,
          earlier: twinAsJson(earlier),
          later: twinAsJson(later),
        })),
      }),
    })
  })
}

const twinAsJson = ({ number, route, givenAt, words }: Twin) => ({
  number,
  route,
  given_at: isoSecond(givenAt),
  words,
})

/** One pair decided: one answer, or two. */
export async function createTwinDecision(x: Exchange): Promise<Answer> {
  return withCall(x, async (call) => {
    const input = twinInput.safeParse(x.form)
    const by = x.viewer.person
    if (!input.success || !by) return again(x, call, input.success ? [] : problemsOf(input.error, x.t))
    const decided = await decideTwins(x.db, {
      call,
      ...input.data,
      language: x.language,
      by: { id: by.id, name: by.name },
      now: x.now,
    })
    if (!decided.ok) return problem(404, 'twins.no-such-pair', x.t(m.noSuchPair))
    const { outcome } = input.data
    return done(x, { to: `/calls/${call.number}/twins`, status: 201, json: () => ({ outcome }) })
  })
}

async function withCall(x: Exchange, act: (call: Call) => Promise<Answer>): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const place = { lineage: call.body.lineage, bodyId: call.body.id }
  const may = ['clerk', 'moderator'].some((role) => holdsRole(x.viewer, role, place))
  return may ? act(call) : problem(403, 'twins.not-yours', x.t(m.notYours))
}

async function again(x: Exchange, call: Call, problems: Problems): Promise<Answer> {
  const html = x.wants === 'html' ? await pageOf(x, call, problems) : ''
  return invalid(x, {
    problem: { id: 'twins.invalid', title: problems[0]?.message ?? '', fields: problems },
    html: () => html,
  })
}

async function pageOf(x: Exchange, call: Call, problems: Problems): Promise<string> {
  const [pairs, counts] = await Promise.all([waitingTwins(x.db, call.id), twinCounts(x.db, call.id)])
  return x.page({
    title: x.t(m.title),
    crumbs: [{ label: call.title ?? String(call.number), href: `/calls/${call.number}` }],
    section: 'calls',
    isUnlisted: true,
    children: TwinsPage({ t: x.t, call, pairs, counts, typed: x.form, problems }),
  })
}
