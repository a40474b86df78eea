import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { type Call, pathToCall } from './call.ts'
import { callFormMessages } from './call-form-messages.ts'
import { callInput } from './call-input.ts'
import { crumbOf } from './crumb-of.ts'
import { extendCall } from './extend-call.ts'
import { findVisibleCall } from './find-call.ts'
import { m } from './messages.ts'
import { ExtensionPage } from './pages/extension-page.tsx'
import { mayKeepCall } from './policy.ts'

export const extensionInput = z.object({
  closes_at: callInput.shape.closes_at,
  reason: words(1_000, callFormMessages.extensionReasonMissing.id),
})

export const extendedJson = z.object({ number: z.number(), closes_at: z.string() })

/** The form to keep a call open longer. */
export async function showExtensionForm(x: Exchange): Promise<Answer> {
  return withOwnCall(x, async (call) =>
    show(x, {
      html: () =>
        pageOf(x, call, { typed: { closes_at: call.closesAt.toISOString().slice(0, 16) }, problems: [] }),
      json: () => ({}),
    }),
  )
}

/** Keeps it open longer, with a reason. */
export async function createExtension(x: Exchange): Promise<Answer> {
  return withOwnCall(x, async (call, by) => {
    const input = extensionInput.safeParse(x.form)
    if (!input.success) return again(x, call, problemsOf(input.error, x.t))
    const { closes_at: closesAt, reason } = input.data
    const request = { number: call.number, closesAt: closesAt.toISOString(), reason }
    const outcome = await extendCall(x.db, {
      call,
      closesAt,
      reason,
      language: x.language,
      by,
      once: { key: x.onceKey, asker: by.id, request, now: x.now },
    })
    if (!outcome.ok) return keyReused(x)
    if (!outcome.result.ok)
      return again(x, call, [{ field: 'closes_at', message: x.t(REFUSALS[outcome.result.why]) }])
    return done(x, {
      to: pathToCall(call.number),
      status: 201,
      json: () => ({ number: call.number, closes_at: isoSecond(closesAt) }),
    })
  })
}

const REFUSALS = {
  closed: callFormMessages.extensionClosed,
  'not-longer': callFormMessages.extensionNotLonger,
  'past-the-promise': callFormMessages.extensionPastPromise,
} as const

async function withOwnCall(
  x: Exchange,
  act: (call: Call, by: { id: string; name: string }) => Promise<Answer>,
): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const { person } = x.viewer
  if (!person || mayKeepCall(x.viewer, call.body) !== 'allowed')
    return problem(403, 'call.not-yours', x.t(callFormMessages.notYourBody))
  return act(call, person)
}

function again(x: Exchange, call: Call, problems: FieldProblem[]): Answer {
  return invalidForm(x, {
    id: 'extension.invalid',
    problems,
    html: () => pageOf(x, call, { typed: x.form, problems }),
  })
}

function pageOf(
  x: Exchange,
  call: Call,
  { typed, problems }: { typed: Readonly<Record<string, unknown>>; problems: FieldProblem[] },
): string {
  return x.page({
    title: x.t(m.keepOpen),
    section: 'calls',
    isUnlisted: true,
    crumbs: [{ label: x.t(m.calls), href: '/calls' }, crumbOf(x.t, call)],
    children: ExtensionPage({ t: x.t, call, typed, problems, once: unorderedId() }),
  })
}
