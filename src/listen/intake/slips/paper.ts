import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing } from '#core/input/text.ts'
import { type Call, crumbOf, findVisibleCall } from '../../calls/index.ts'
import { m as helpMessages } from '../help/messages.ts'
import { clerksFor, findHelp } from '../help/who-helps.ts'
import { keywordOf, setKeyword } from '../texts/keywords.ts'
import { batchesOf } from './batches.ts'
import { m } from './messages.ts'
import { PaperPage } from './pages/paper-page.tsx'
import { setWays, waysOf } from './ways.ts'

const waysInput = z.object({
  bringTo: orNothing(lineOf(300)),
  phone: orNothing(lineOf(40)),
  keyword: orNothing(
    z
      .string()
      .trim()
      .regex(/^[\p{L}\p{M}\u200c]{3,20}$/u, { error: m.keywordWrong.id }),
  ),
})

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
  if (!input.success) return waysWrong(x, call, problemsOf(input.error, x.t))
  const { bringTo = '', phone = '', keyword = '' } = input.data
  if (!(await setKeyword(x.db, { call, keyword, setBy: by.id, now: x.now })))
    return waysWrong(x, call, [{ field: 'keyword', message: x.t(m.keywordTaken) }])
  await setWays(x.db, { callId: call.id, ways: { bringTo, phone }, setBy: by.id, now: x.now })
  return done(x, { to: `/calls/${call.number}/paper`, json: () => ({ bring_to: bringTo, phone, keyword }) })
}

async function waysWrong(x: Exchange, call: Call, fields: readonly FieldProblem[]): Promise<Answer> {
  const html = await paperPage(x, call, { problems: fields })
  return invalidForm(x, { id: 'intake.ways', problems: fields, html: () => html })
}

export async function paperPage(
  x: Exchange,
  call: Call,
  { problems = [] }: { problems?: readonly FieldProblem[] },
): Promise<string> {
  const help = x.viewer.person ? await findHelp(x) : null
  const mayHelp = help?.ok === true
  const [ways, batches, keyword] = await Promise.all([
    waysOf(x.db, call.id),
    mayHelp ? batchesOf(x.db, call.id) : [],
    keywordOf(x.db, call.id),
  ])
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
      keyword,
      helper: mayHelp ? { batches, isClerk: clerksFor(x.viewer, call) } : null,
      typed: x.form,
      problems,
    }),
  })
}
