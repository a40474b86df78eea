import { z } from 'zod'
import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { appealCase, decideAppeal, isAuthorOf } from './appeal-case.ts'
import { caseAgain } from './case.ts'
import { caseOf } from './case-of.ts'
import { m } from './messages.ts'
import { mayAppeal, mayHearAppeal } from './policy.ts'

const appealInput = z.object({ words: words(4_000, m.appealMissing.id) })

const decisionInput = z.object({
  outcome: z.enum(['stands', 'overturned'], { error: m.outcomeMissing.id }),
  explanation: words(2_000, m.explanationMissing.id),
})

const APPEAL_REFUSALS = {
  'not-the-author': { status: 403, message: m.notTheAuthor },
  'nothing-to-appeal': { status: 409, message: m.nothingToAppeal },
  'appealed-already': { status: 409, message: m.appealedAlready },
  'nobody-reviews': { status: 409, message: m.nobodyReviews },
} as const

/** The author asks another body to look again. */
export async function createAppeal(x: Exchange): Promise<Answer> {
  const found = await caseOf(x.db, x.params.id ?? '')
  if (!found) return problem(404, 'not-found', x.t(m.noSuchCase))
  const isAuthor = await isAuthorOf(x.db, {
    matterId: found.matterId,
    personId: x.viewer.person?.id ?? null,
    key: typeof x.form.key === 'string' ? x.form.key : '',
  })
  const may = mayAppeal(isAuthor, { ...found, isAppealed: found.appealedAt !== null })
  if (may === 'not-the-author') return caseAgain(x, found, [{ field: 'key', message: x.t(m.notTheAuthor) }])
  if (may !== 'allowed')
    return problem(APPEAL_REFUSALS[may].status, `appeal.${may}`, x.t(APPEAL_REFUSALS[may].message))
  const input = appealInput.safeParse(x.form)
  if (!input.success) return caseAgain(x, found, problemsOf(input.error, x.t))
  const asked = await appealCase(x.db, { found, words: input.data.words, now: x.now })
  if (!asked.ok) return problem(409, 'appeal.appealed-already', x.t(m.appealedAlready))
  return done(x, { to: `/moderation/cases/${found.id}`, status: 201, json: () => ({ case: found.id }) })
}

/** The other body decides the appeal. */
export async function createAppealDecision(x: Exchange): Promise<Answer> {
  const found = await caseOf(x.db, x.params.id ?? '')
  if (!found?.hearerId) return problem(404, 'not-found', x.t(m.noSuchCase))
  const place = { bodyId: found.hearerId, lineage: found.hearerLineage ?? [] }
  const may = mayHearAppeal(x.viewer, place, found.decidedBy)
  if (may !== 'allowed')
    return problem(403, `appeal.${may}`, x.t(may === 'judged-itself' ? m.judgedItself : m.notTheModerator))
  const input = decisionInput.safeParse(x.form)
  if (!input.success) return caseAgain(x, found, problemsOf(input.error, x.t))
  const by = x.viewer.person?.id ?? ''
  const decided = await decideAppeal(x.db, { found, ...input.data, language: x.language, by, now: x.now })
  if (!decided.ok) return problem(409, 'moderation.already-decided', x.t(m.decidedAlready))
  const { outcome } = input.data
  return done(x, { to: '/moderation/desk', status: 201, json: () => ({ case: found.id, outcome }) })
}
