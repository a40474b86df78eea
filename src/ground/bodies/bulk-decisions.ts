import { z } from 'zod'
import { type Answer, done, invalid } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { decideTogether, type OneOfSeveral, type Together } from '#ground/matters/decide-together.ts'
import { findTargets } from '#ground/matters/decision-targets.ts'
import { inHandOf } from '#ground/matters/in-hand-of.ts'
import { type DecisionInput, decisionInput } from '#ground/matters/input.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { bulkPage, chosenPage, leftOut } from './bulk-page.ts'
import { deskPageMessages as m } from './desk-messages.ts'
import { findDesk } from './find-desk.ts'
import type { Body } from './queries.ts'

export const MOST_AT_ONCE = 200

const chosenNumber = z.coerce.number().int().positive()
const chosenInput = z.object({
  matter: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z
      .array(chosenNumber)
      .min(1, { error: m.bulkNone.id })
      .max(MOST_AT_ONCE, {
        error: `${m.bulkTooMany.id}:${MOST_AT_ONCE}`,
      }),
  ),
})

export const bulkInput = z.intersection(
  z.object({ matter: z.array(z.number()).min(1).max(MOST_AT_ONCE) }),
  decisionInput,
)

export const bulkAnswer = z.object({
  recorded: z.array(z.number()),
  left: z.array(z.object({ number: z.number(), why: z.string() })),
})

/** Decides about several matters of one desk with one reason. With `choose` it only shows the form for what was chosen. */
export async function createDecisions(x: Exchange): Promise<Answer> {
  const found = await findDesk(x)
  if (!found.ok) return found.answer
  const { body } = found
  const chosen = chosenInput.safeParse(x.form)
  if (!chosen.success) return again(x, { body, numbers: [], problems: problemsOf(chosen.error, x.t) })
  const numbers = [...new Set(chosen.data.matter)]
  if (x.form.choose) return chosenPage(x, { body, numbers, problems: [] })
  const input = decisionInput.safeParse(x.form)
  if (!input.success) return again(x, { body, numbers, problems: problemsOf(input.error, x.t) })
  return decide(x, { body, numbers, input: input.data })
}

interface Checked {
  body: Body
  numbers: number[]
  input: DecisionInput
}

async function decide(x: Exchange, { body, numbers, input }: Checked): Promise<Answer> {
  const targets = await findTargets(x, input)
  if (targets.problems.length > 0) return again(x, { body, numbers, problems: targets.problems })
  const by = x.viewer.person?.id ?? ''
  const inHand = await inHandOf(x.db, body.id, numbers)
  const decisions = inHand.map(
    ({ custodyId, matterId, number }): OneOfSeveral => ({
      number,
      matterId,
      custodyId,
      bodyId: body.id,
      bodySlug: body.slug,
      outcome: input.outcome,
      reason: input.reason ?? null,
      language: input.language ?? x.language,
      passTo: targets.passTo,
      mergeInto: targets.mergeInto,
      untilOn: input.outcome === 'deferred' ? (input.until ?? null) : null,
      by,
    }),
  )
  const once = { key: x.onceKey, asker: by, request: { numbers, ...input }, now: x.now }
  const outcome = await decideTogether(x.db, { decisions, once })
  if (!outcome.ok) return keyReused(x)
  const gone = numbers.filter((number) => !inHand.some((one) => one.number === number))
  return told(x, body, {
    recorded: outcome.result.recorded,
    left: [...outcome.result.left, ...gone.map((number) => ({ number, why: 'already-decided' as const }))],
  })
}

async function told(x: Exchange, body: Body, together: Together): Promise<Answer> {
  const { recorded, left } = together
  if (x.wants === 'html' && left.length > 0) {
    const html = await bulkPage(x, {
      body,
      numbers: left.map(({ number }) => number),
      problems: leftOut(x, left),
      recorded: recorded.length,
    })
    return invalid(x, { problem: { id: 'decision.some-left-out', title: '' }, html: () => html })
  }
  return done(x, {
    to: `/bodies/${body.slug}/desk?recorded=${recorded.length}`,
    status: 201,
    json: () => together,
  })
}

interface Again {
  body: Body
  numbers: number[]
  problems: ReturnType<typeof problemsOf>
}

async function again(x: Exchange, redo: Again): Promise<Answer> {
  const html = x.wants === 'html' ? await bulkPage(x, redo) : ''
  const [first] = redo.problems
  return invalid(x, {
    problem: { id: 'decision.invalid', title: first?.message ?? x.t(m.bulkNone), fields: redo.problems },
    html: () => html,
  })
}
