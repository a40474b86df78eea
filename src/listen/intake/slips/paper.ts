import { z } from 'zod'
import { type Answer, done, type FieldProblem, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing } from '#core/input/text.ts'
import { type Call, crumbOf, findVisibleCall } from '../../calls/index.ts'
import { m as helpMessages } from '../help/messages.ts'
import { clerksFor, findHelp } from '../help/who-helps.ts'
import { batchesOf } from './batches.ts'
import { m } from './messages.ts'
import { PaperPage } from './pages/paper-page.tsx'
import { setWays, waysOf } from './ways.ts'

const waysInput = z.object({ bringTo: orNothing(lineOf(300)), phone: orNothing(lineOf(40)) })

/** How to answer a call on paper; for helpers, the forms with numbers. */
export async function showPaper(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(helpMessages.noSuchCall))
  const html = await paperPage(x, call, {})
  return show(x, { html: () => html, json: () => ({ number: call.number }), cache: 'public' })
}

/** Where forms go, and the telephone number: said by a clerk of the body that asks. */
export async function createWays(x: Exchange): Promise<Answer> {
  const found = await findHelp(x)
  if (!found.ok) return found.answer
  const { call, by } = found
  if (!clerksFor(x.viewer, call)) return problem(403, 'intake.not-a-clerk', x.t(m.notClerk))
  const input = waysInput.safeParse(x.form)
  if (!input.success) {
    const fields = problemsOf(input.error, x.t)
    const html = await paperPage(x, call, { problems: fields })
    return invalid(x, {
      problem: { id: 'intake.ways', title: fields[0]?.message ?? '', fields },
      html: () => html,
    })
  }
  const { bringTo = '', phone = '' } = input.data
  await setWays(x.db, { callId: call.id, ways: { bringTo, phone }, setBy: by.id, now: x.now })
  return done(x, { to: `/calls/${call.number}/paper`, json: () => ({ bring_to: bringTo, phone }) })
}

export async function paperPage(
  x: Exchange,
  call: Call,
  { problems = [] }: { problems?: readonly FieldProblem[] },
): Promise<string> {
  const help = x.viewer.person ? await findHelp(x) : null
  const mayHelp = help?.ok === true
  const [ways, batches] = await Promise.all([waysOf(x.db, call.id), mayHelp ? batchesOf(x.db, call.id) : []])
  return x.page({
    title: x.t(m.title),
    crumbs: [crumbOf(x.t, call)],
    section: 'calls',
    children: PaperPage({
      t: x.t,
      call,
      languages: x.house.languages,
      isOver: x.now >= call.closesAt,
      ways,
      helper: mayHelp ? { batches, isClerk: clerksFor(x.viewer, call) } : null,
      typed: x.form,
      problems,
    }),
  })
}
