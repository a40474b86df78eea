import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import { type Case, caseOf } from './case-of.ts'
import { decideCase } from './decide-case.ts'
import { holdWords } from './hold-words.ts'
import { m } from './messages.ts'
import { caseAsJson } from './moderation-json.ts'
import { CasePage } from './pages/case-page.tsx'
import { mayHearAppeal, mayModerate } from './policy.ts'
import { REASONS } from './reasons.ts'

const decisionInput = z.object({
  outcome: z.enum(['released', 'kept', 'removed'], { error: m.outcomeMissing.id }),
  reason: orNothing(z.enum(REASONS)),
  explanation: words(2_000, m.explanationMissing.id),
})

type Problems = ReturnType<typeof problemsOf>

/** A case for everybody: its reason, its clock, what became of it; its words only for those who decide. */
export async function showCase(x: Exchange): Promise<Answer> {
  const found = await caseOf(x.db, x.params.id ?? '')
  if (!found) return problem(404, 'not-found', x.t(m.noSuchCase))
  return show(x, { html: () => casePage(x, found, []), json: () => caseAsJson(found) })
}

/** Records what a moderator decided. */
export async function createCaseDecision(x: Exchange): Promise<Answer> {
  const found = await caseOf(x.db, x.params.id ?? '')
  if (!found) return problem(404, 'not-found', x.t(m.noSuchCase))
  if (mayModerate(x.viewer, found) !== 'allowed')
    return problem(403, 'moderation.not-the-moderator', x.t(m.notTheModerator))
  if (found.decidedAt) return problem(409, 'moderation.already-decided', x.t(m.decidedAlready))
  const input = decisionInput.safeParse(x.form)
  if (!input.success) return caseAgain(x, found, problemsOf(input.error, x.t))
  const { outcome, reason = null, explanation } = input.data
  if (outcome === (found.sort === 'hold' ? 'kept' : 'released'))
    return caseAgain(x, found, [{ field: 'outcome', message: x.t(m.wrongOutcome) }])
  if (outcome === 'removed' && !reason)
    return caseAgain(x, found, [{ field: 'reason', message: x.t(m.chooseRemovalReason) }])
  const decided = await decideCase(x.db, {
    found,
    outcome,
    reason: outcome === 'removed' ? reason : null,
    explanation,
    language: x.language,
    by: x.viewer.person?.id ?? '',
    now: x.now,
  })
  if (!decided.ok) return problem(409, 'moderation.already-decided', x.t(m.decidedAlready))
  return done(x, { to: '/moderation/desk', status: 201, json: () => ({ case: found.id, outcome }) })
}

/** Hides reported words until the case is decided. */
export async function createHold(x: Exchange): Promise<Answer> {
  const found = await caseOf(x.db, x.params.id ?? '')
  if (!found) return problem(404, 'not-found', x.t(m.noSuchCase))
  if (mayModerate(x.viewer, found) !== 'allowed')
    return problem(403, 'moderation.not-the-moderator', x.t(m.notTheModerator))
  if (found.sort !== 'report') return problem(409, 'moderation.not-shown', x.t(m.notShown))
  const by = x.viewer.person?.id ?? ''
  const held = await holdWords(x.db, { found, language: x.language, by, now: x.now })
  if (!held.ok) {
    const message = held.why === 'not-shown' ? m.notShown : m.decidedAlready
    return problem(409, `moderation.${held.why}`, x.t(message))
  }
  return done(x, {
    to: `/moderation/cases/${found.id}`,
    status: 201,
    json: () => ({ case: found.id, held: true }),
  })
}

/** 422: the case with what is wrong and what was typed. */
export function caseAgain(x: Exchange, found: Case, problems: Problems): Answer {
  return invalidForm(x, { id: 'moderation.invalid', problems, html: () => casePage(x, found, problems) })
}

function casePage(x: Exchange, found: Case, problems: Problems): string {
  const title = x.t(m.caseTitle, { number: found.number })
  const hearing = found.hearerId && found.hearerLineage
  const isHearer =
    hearing !== null &&
    found.appealDecidedAt === null &&
    mayHearAppeal(
      x.viewer,
      { bodyId: found.hearerId ?? '', lineage: found.hearerLineage ?? [] },
      found.decidedBy,
    ) === 'allowed'
  return x.page({
    title,
    crumbs: [{ label: x.t(m.title), href: '/moderation' }],
    isUnlisted: true,
    children: CasePage({
      t: x.t,
      found,
      mayDecide: found.decidedAt === null && mayModerate(x.viewer, found) === 'allowed',
      mayHear: isHearer,
      typed: x.form,
      problems,
    }),
  })
}
