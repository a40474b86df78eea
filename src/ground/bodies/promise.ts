import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { changePromise } from './change-promise.ts'
import { m } from './messages.ts'
import { PromisePage } from './pages/promise-page.tsx'
import { mayChangePromise } from './policy.ts'
import { type Body, findBody } from './queries.ts'

/** Days of a promise as they are typed. */
export const promiseDays = z.coerce
  .number({ error: m.daysOneTo366.id })
  .int({ error: m.daysOneTo366.id })
  .min(1, { error: m.daysOneTo366.id })
  .max(366, { error: m.daysOneTo366.id })

export const promiseInput = z.object({ days: promiseDays, reason: words(2_000, m.whyChangeMissing.id) })

export const promiseJson = z.object({ slug: z.string(), promise_days: z.number() })

type Found = { ok: true; body: Body } | { ok: false; answer: Answer }

/** The form to change what a body promises. */
export async function showPromiseForm(x: Exchange): Promise<Answer> {
  const found = await findToPromise(x)
  if (!found.ok) return found.answer
  return show(x, { html: () => pageOf(x, found.body, []), json: () => ({}) })
}

/** Publishes a new promise. */
export async function createPromise(x: Exchange): Promise<Answer> {
  const found = await findToPromise(x)
  if (!found.ok) return found.answer
  const { body } = found
  const input = promiseInput.safeParse(x.form)
  if (!input.success) return again(x, body, problemsOf(input.error, x.t))
  const by = x.viewer.person
  const outcome = await changePromise(x.db, {
    promise: { body, ...input.data, language: x.language, by: by?.name ?? '' },
    once: {
      key: x.onceKey,
      asker: by?.id ?? '',
      request: { slug: body.slug, ...input.data },
      now: x.now,
    },
  })
  if (!outcome.ok) return keyReused(x)
  if (!outcome.result.ok) return again(x, body, [{ field: 'days', message: x.t(m.samePromise) }])
  const { days } = input.data
  return done(x, {
    to: `/bodies/${body.slug}`,
    status: 201,
    json: () => ({ slug: body.slug, promise_days: days }),
  })
}

async function findToPromise(x: Exchange): Promise<Found> {
  const body = await findBody(x.db, x.params.slug ?? '', x.now)
  if (!body) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchBody)) }
  if (mayChangePromise(x.viewer, body) !== 'allowed')
    return { ok: false, answer: problem(403, 'body.not-yours-to-promise', x.t(m.notYoursToPromise)) }
  return { ok: true, body }
}

function again(x: Exchange, body: Body, problems: ReturnType<typeof problemsOf>): Answer {
  return invalidForm(x, { id: 'body.promise-invalid', problems, html: () => pageOf(x, body, problems) })
}

function pageOf(x: Exchange, body: Body, problems: ReturnType<typeof problemsOf>): string {
  return x.page({
    title: x.t(m.changePromise),
    crumbs: [
      { label: x.t(m.bodies), href: '/bodies' },
      { label: body.name, href: `/bodies/${body.slug}` },
    ],
    section: 'bodies',
    isUnlisted: true,
    children: PromisePage({
      t: x.t,
      body,
      typed: x.form,
      problems,
      once: typeof x.form.once === 'string' ? x.form.once : unorderedId(),
    }),
  })
}
