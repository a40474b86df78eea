import { z } from 'zod'
import { type Answer, done, invalid, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import { endSessions } from './end-sessions.ts'
import { type EndingPageProps, EveryEndingPage } from './ending-page.tsx'
import { endingMessages as m } from './messages.ts'
import { mayEndEverybodys } from './policy.ts'
import { rootUnit } from './root-unit.ts'

const LONGEST_REASON = 500

const everyEndingInput = z.object({
  reason: words(LONGEST_REASON, m.whyAllMissing.id),
  sure: z.literal('yes', { error: m.sureAllMissing.id }),
  tokens: orNothing(z.literal('yes')),
})

export async function showEveryEndingForm(x: Exchange): Promise<Answer> {
  const refusal = await notOfTheWhole(x)
  return refusal ?? show(x, { html: () => pageOf(x, []), json: () => ({}) })
}

/** Signs everybody out, whoever does it too. No letters: a house of a million is told where it signs in again. */
export async function createEveryEnding(x: Exchange): Promise<Answer> {
  const by = x.viewer.person
  if (!by) return seeOther('/sign-in')
  const refusal = await notOfTheWhole(x)
  if (refusal) return refusal
  const input = everyEndingInput.safeParse(x.form)
  if (!input.success) return again(x, problemsOf(input.error, x.t))
  const { reason, tokens } = input.data
  const ended = await endSessions(x.db, {
    ending: { person: null, reason, by, withTokens: tokens === 'yes', withPasskeys: false },
    once: { key: x.onceKey, asker: by.id, request: input.data, now: x.now },
  })
  if (!ended.ok) return problem(409, 'retry.key-reused', x.t(m.endingKeyUsed))
  return done(x, { to: '/sign-in?to=/record', json: () => ({ ended: true }) })
}

async function notOfTheWhole(x: Exchange): Promise<Answer | null> {
  const root = await rootUnit(x.db)
  if (mayEndEverybodys(x.viewer, root) === 'allowed') return null
  return problem(403, 'sessions.not-of-the-whole', x.t(m.notOfTheWhole))
}

function again(x: Exchange, problems: EndingPageProps['problems']): Answer {
  return invalid(x, {
    problem: { id: 'sessions.invalid', title: x.t(m.endingsProblem), fields: problems },
    html: () => pageOf(x, problems),
  })
}

function pageOf(x: Exchange, problems: EndingPageProps['problems']): string {
  return x.page({
    title: x.t(m.endAllTitle),
    isUnlisted: true,
    children: EveryEndingPage({ t: x.t, typed: x.form, problems, once: x.onceKey ?? unorderedId() }),
  })
}
