import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { Call } from '../call.ts'
import { crumbOf } from '../crumb-of.ts'
import { findVisibleCall } from '../find-call.ts'
import { m as result } from '../result/messages.ts'
import { mayPublishResult } from '../result/policy.ts'
import { decideScreenings, type ScreeningDecision } from './decide-screenings.ts'
import { m } from './messages.ts'
import { ScreeningsPage } from './pages/screenings-page.tsx'
import { nextScreenings, waitingScreenings } from './screenings-of.ts'

const AT_ONCE = 20

/** Texts that may name somebody, twenty at a time. */
export async function showScreenings(x: Exchange): Promise<Answer> {
  const call = await callOfClerk(x)
  if ('kind' in call) return call
  const [waiting, screenings] = await Promise.all([
    waitingScreenings(x.db, call.id),
    nextScreenings(x.db, call.id, AT_ONCE),
  ])
  const saved = z.coerce.number().int().min(0).max(AT_ONCE).safeParse(x.query.saved)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.screenTitle),
        crumbs: [
          { label: x.t(result.calls), href: '/calls' },
          crumbOf(x.t, call),
          { label: x.t(result.result), href: `/calls/${call.number}/result` },
        ],
        section: 'calls',
        isUnlisted: true,
        children: ScreeningsPage({
          t: x.t,
          call,
          waiting,
          screenings,
          saved: x.query.saved !== undefined && saved.success ? saved.data : null,
        }),
      }),
    json: () => ({ waiting, answers: screenings.map(({ number, spans }) => ({ number, found: spans })) }),
  })
}

async function callOfClerk(x: Exchange): Promise<Call | Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(result.noSuchCall))
  if (mayPublishResult(x.viewer, call) !== 'allowed')
    return problem(403, 'screening.not-the-clerk', x.t(m.notTheClerk))
  return call
}

/** One decision a text, by fields named `<answer>.<question>`; whatever else the form holds is left alone. */
export async function createScreeningDecisions(x: Exchange): Promise<Answer> {
  const call = await callOfClerk(x)
  if ('kind' in call) return call
  const { person } = x.viewer
  if (!person) return problem(403, 'screening.not-the-clerk', x.t(m.notTheClerk))
  const count = await decideScreenings(x.db, {
    callId: call.id,
    decisions: decisionsIn(x.form),
    by: person.id,
    now: x.now,
  })
  return done(x, { to: `/calls/${call.number}/screenings?saved=${count}`, json: () => ({ decided: count }) })
}

const DECISIONS: readonly ScreeningDecision[] = ['publish', 'mask', 'withhold']

function decisionsIn(form: Readonly<Record<string, unknown>>) {
  return Object.entries(form).flatMap(([name, value]) => {
    const [answerId = '', questionId = ''] = name.split('.')
    const areIds = [answerId, questionId].every((id) => z.uuid().safeParse(id).success)
    const decided = DECISIONS.find((one) => one === value)
    return areIds && decided ? [{ answerId, questionId, decided }] : []
  })
}
