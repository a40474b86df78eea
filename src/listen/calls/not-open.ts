import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { draftFor } from '#ground/drafts/draft-of.ts'
import { answerDraftForm } from './answer-draft.ts'
import { readAnswer } from './answer-input.ts'
import { answerMessages as m } from './answer-messages.ts'
import { type Call, stateOf } from './call.ts'
import { ClosedMeanwhilePage } from './pages/closed-meanwhile-page.tsx'

/**
 * Not yet open, or closed. What somebody typed while it closed, or had kept before, stands on the page, so that they can still make
 * something of it.
 */
export async function notOpen(x: Exchange, call: Call): Promise<Answer> {
  if (stateOf(call, x.now) === 'coming')
    return problem(409, 'call.not-open-yet', x.t(m.notOpenYet, { moment: x.t.moment(call.opensAt) }))
  const typed = x.wants === 'html' ? readAnswer(await typedBy(x, call), call) : null
  if (typed && (typed.words.length > 0 || typed.marks.length > 0))
    return { kind: 'page', status: 409, html: closedPage(x, call, typed) }
  return problem(409, 'call.closed', x.t(m.closedMeanwhile, { moment: x.t.moment(call.closesAt) }))
}

async function typedBy(x: Exchange, call: Call): Promise<Readonly<Record<string, unknown>>> {
  if (Object.keys(x.form).length > 0) return x.form
  return (await draftFor(x, answerDraftForm(call)))?.content ?? {}
}

function closedPage(x: Exchange, call: Call, { words, marks }: ReturnType<typeof readAnswer>): string {
  return x.page({
    title: x.t(m.closedTitle),
    section: 'calls',
    isUnlisted: true,
    children: ClosedMeanwhilePage({
      t: x.t,
      call,
      typed: { language: call.language, words, marks },
      once: unorderedId(),
    }),
  })
}
