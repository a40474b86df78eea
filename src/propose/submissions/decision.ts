import { type Answer, done, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { isoSecond } from '#core/time/days.ts'
import { decideMatter } from '#ground/matters/decide-matter.ts'
import { decisionMessages } from '#ground/matters/decision-messages.ts'
import { findTargets, type Targets } from '#ground/matters/decision-targets.ts'
import { type DecisionInput, decisionInput } from '#ground/matters/input.ts'
import type { MatterInHand } from '#ground/matters/matter-in-hand.ts'
import { decidedAlready, keyReused, REFUSALS } from '#ground/matters/refusals.ts'
import type { Refusal } from '#ground/matters/rules.ts'
import { decisionPage, type Redo } from './decision-page.ts'
import { findToDecide } from './find-to-decide.ts'
import { languageOf } from './language-of.ts'

/** The form to decide about one submission, for a clerk of the body that has it. */
export async function showDecisionForm(x: Exchange): Promise<Answer> {
  const found = await findToDecide(x)
  if (!found.ok) return found.answer
  const html = await decisionPage(x, { matter: found.matter, problems: [], preview: null })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Records what the body decided; it waits five minutes and can be taken back. With `preview` it only shows what would be read. */
export async function createDecision(x: Exchange): Promise<Answer> {
  const found = await findToDecide(x)
  if (!found.ok) return found.answer
  const { matter } = found
  const input = decisionInput.safeParse(x.form)
  if (!input.success) return formAgain(x, { matter, problems: problemsOf(input.error, x.t), preview: null })
  const targets = await findTargets(x, input.data)
  if (targets.problems.length > 0) return formAgain(x, { matter, problems: targets.problems, preview: null })
  if (x.form.preview) return preview(x, { matter, input: input.data, targets })
  return decide(x, { matter, input: input.data, targets })
}

interface Checked {
  matter: MatterInHand
  input: DecisionInput
  targets: Targets
}

async function decide(x: Exchange, { matter, input, targets }: Checked): Promise<Answer> {
  const { custody, number } = matter
  const by = x.viewer.person?.id
  if (by === undefined) throw new Error('a clerk is always somebody')
  const outcome = await decideMatter(x.db, {
    decision: {
      matterId: matter.id,
      custodyId: custody.id,
      bodyId: custody.bodyId,
      bodySlug: custody.bodySlug,
      outcome: input.outcome,
      reason: input.reason ?? null,
      language: input.language ?? (await languageOf(input.reason ?? '', x.language)),
      passTo: targets.passTo,
      mergeInto: targets.mergeInto,
      untilOn: input.outcome === 'deferred' ? (input.until ?? null) : null,
      by,
    },
    once: { key: x.onceKey, asker: by, request: { number, ...input }, now: x.now },
  })
  if (!outcome.ok) return keyReused(x)
  if (outcome.result.ok) return recorded(x, { matter, input, announceAt: outcome.result.announceAt })
  const { why } = outcome.result
  return why === 'already-decided' ? decidedAlready(x, number) : refused(x, matter, why)
}

function recorded(
  x: Exchange,
  { matter, input, announceAt }: { matter: MatterInHand; input: DecisionInput; announceAt: string },
): Answer {
  return done(x, {
    to: `/bodies/${matter.custody.bodySlug}/desk?done=${matter.number}`,
    status: 201,
    json: () => ({
      number: matter.number,
      outcome: input.outcome,
      announced_at: isoSecond(new Date(announceAt)),
      url: `${x.house.baseUrl}${matter.path}`,
    }),
  })
}

function refused(x: Exchange, matter: MatterInHand, why: Refusal): Promise<Answer> {
  const { field, message } = REFUSALS[why]
  return formAgain(x, { matter, problems: [{ field, message: x.t(message) }], preview: null }, why)
}

async function formAgain(x: Exchange, redo: Redo, why = 'invalid'): Promise<Answer> {
  const html = x.wants === 'html' ? await decisionPage(x, redo) : ''
  const [first] = redo.problems
  return invalid(x, {
    problem: {
      id: `decision.${why}`,
      title: first?.message ?? x.t(decisionMessages.chooseOutcome),
      fields: redo.problems,
    },
    html: () => html,
  })
}

async function preview(x: Exchange, { matter, input, targets }: Checked): Promise<Answer> {
  const redo: Redo = { matter, problems: [], preview: { input, targets } }
  if (x.wants === 'json') return problem(400, 'request.malformed', x.t(decisionMessages.previewIsAPage))
  const html = await decisionPage(x, redo)
  return show(x, { html: () => html, json: () => ({}) })
}
