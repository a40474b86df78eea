import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { mayLookAfter } from '#ground/units/policy.ts'
import { findUnit } from '#ground/units/queries.ts'
import { slug, slugOf } from '#ground/units/slug-of.ts'
import { type BodyDetails, type BodyRefusal, changeBody, detailsOf, openBody } from './change-body.ts'
import { formMessages as m } from './form-messages.ts'
import { m as bodyMessages } from './messages.ts'
import { BodyFormPage } from './pages/body-form-page.tsx'
import { promiseDays } from './promise.ts'
import { type Body, bodiesToOffer, findBody, frontDesk } from './queries.ts'

const detailsInput = z.object({
  name: lineOf(200),
  kind: lineOf(60),
  about: orNothing(words(1_000)),
  reviewed_by: orNothing(slug),
  front_desk: orNothing(z.literal('yes')),
  holds_strangers: orNothing(z.literal('yes')),
})

const bodyInput = detailsInput.extend({ slug: orNothing(slug), unit: orNothing(slug), days: promiseDays })

type Problems = ReturnType<typeof problemsOf>

/** The form for a new body: `?unit=millbrook`. */
export async function showNewBody(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, typeof x.query.unit === 'string' ? x.query.unit : '')
  if (unit && mayLookAfter(x.viewer, unit) !== 'allowed') return notYours(x)
  const html = await formPage(x, { body: null, typed: { unit: unit?.slug ?? '' }, problems: [] })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Opens a body in a unit that the opener looks after, with its first promise. */
export async function createBody(x: Exchange): Promise<Answer> {
  const input = bodyInput.safeParse(x.form)
  if (!input.success) return again(x, null, problemsOf(input.error, x.t))
  const unit = await findUnit(x.db, input.data.unit ?? '')
  if (!unit) return again(x, null, [{ field: 'unit', message: x.t(m.noSuchUnit) }])
  if (mayLookAfter(x.viewer, unit) !== 'allowed') return notYours(x)
  const made = input.data.slug ?? slugOf(input.data.name)
  if (!slug.safeParse(made).success) return again(x, null, [{ field: 'slug', message: x.t(m.slugNeeded) }])
  const details = detailsFrom(input.data)
  const { days } = input.data
  const by = x.viewer.person?.name
  const request = { slug: made, unit: unit.slug, days, details }
  const body = { slug: made, unit, promiseDays: days, details, by }
  return answer(x, null, await openBody(x.db, { body, once: onceOf(x, request) }))
}

/** The form for what can be said of a body anew. */
export async function showBodyDetails(x: Exchange): Promise<Answer> {
  const found = await findToLookAfter(x)
  if (!found.ok) return found.answer
  const details = await detailsOf(x.db, found.body, x.now)
  const typed = {
    ...details,
    reviewed_by: details.reviewedBy ?? '',
    front_desk: details.isFrontDesk ? 'yes' : '',
    holds_strangers: details.holdsStrangers ? 'yes' : '',
  }
  const html = await formPage(x, { body: found.body, typed, problems: [] })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Says a body's name, rule and reviewer anew. */
export async function createBodyDetails(x: Exchange): Promise<Answer> {
  const found = await findToLookAfter(x)
  if (!found.ok) return found.answer
  const { body } = found
  const input = detailsInput.safeParse(x.form)
  if (!input.success) return again(x, body, problemsOf(input.error, x.t))
  // There is always one front desk: it moves when another body is named, and is never left.
  const typed = detailsFrom(input.data)
  const details = { ...typed, isFrontDesk: typed.isFrontDesk || body.isFrontDesk }
  const change = { slug: body.slug, details, by: x.viewer.person?.name }
  return answer(x, body, await changeBody(x.db, { change, once: onceOf(x, change) }))
}

export type FoundBody = { ok: true; body: Body } | { ok: false; answer: Answer }

/** A body in a unit that the viewer looks after. */
export async function findToLookAfter(x: Exchange): Promise<FoundBody> {
  const body = await findBody(x.db, x.params.slug ?? '', x.now)
  if (!body) return { ok: false, answer: problem(404, 'not-found', x.t(bodyMessages.noSuchBody)) }
  return mayLookAfter(x.viewer, body) === 'allowed' ? { ok: true, body } : { ok: false, answer: notYours(x) }
}

export function onceOf(x: Exchange, request: unknown) {
  return { key: x.onceKey, asker: x.viewer.person?.id ?? '', request, now: x.now }
}

function detailsFrom(input: z.infer<typeof detailsInput>): BodyDetails {
  return {
    name: input.name,
    kind: input.kind,
    about: input.about ?? '',
    reviewedBy: input.reviewed_by ?? null,
    isFrontDesk: input.front_desk === 'yes',
    holdsStrangers: input.holds_strangers === 'yes',
  }
}

const REFUSALS = {
  'slug-taken': { field: 'slug', message: m.slugTaken },
  'no-such-reviewer': { field: 'reviewed_by', message: m.noSuchReviewer },
  'reviews-itself': { field: 'reviewed_by', message: m.reviewsItself },
} as const satisfies Record<BodyRefusal, unknown>

function answer(
  x: Exchange,
  body: Body | null,
  outcome: Awaited<ReturnType<typeof openBody>>,
): Answer | Promise<Answer> {
  if (!outcome.ok) return keyReused(x)
  const { result } = outcome
  if (!result.ok) {
    const { field, message } = REFUSALS[result.why]
    return again(x, body, [{ field, message: x.t(message) }])
  }
  // A new body has nobody yet: its members and clerks are what comes next.
  const isNew = result.change === 'opened'
  const to = isNew ? `/bodies/${result.slug}/members` : `/bodies/${result.slug}`
  return done(x, { to, status: isNew ? 201 : 200, json: () => ({ slug: result.slug }) })
}

function notYours(x: Exchange): Answer {
  return problem(403, 'body.not-yours', x.t(m.notYours))
}

async function again(x: Exchange, body: Body | null, problems: Problems): Promise<Answer> {
  const html = x.wants === 'html' ? await formPage(x, { body, typed: x.form, problems }) : ''
  return invalidForm(x, { id: 'body.invalid', problems, html: () => html })
}

interface Form {
  body: Body | null
  typed: Readonly<Record<string, unknown>>
  problems: Problems
}

async function formPage(x: Exchange, { body, typed, problems }: Form): Promise<string> {
  const named = typeof typed.reviewed_by === 'string' ? typed.reviewed_by : undefined
  const [others, desk] = await Promise.all([
    bodiesToOffer(x.db, { now: x.now, named, except: body?.id }),
    frontDesk(x.db, x.now),
  ])
  return x.page({
    title: x.t(body ? m.changeBody : m.newBody),
    crumbs: [
      { label: x.t(bodyMessages.bodies), href: '/bodies' },
      ...(body ? [{ label: body.name, href: `/bodies/${body.slug}` }] : []),
    ],
    section: 'bodies',
    isUnlisted: true,
    children: BodyFormPage({
      t: x.t,
      body,
      others,
      frontDesk: desk?.name ?? null,
      typed,
      problems,
      once: typeof x.form.once === 'string' ? x.form.once : unorderedId(),
    }),
  })
}
