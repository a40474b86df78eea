import { z } from 'zod'
import { type Answer, done, type FieldProblem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { SESSION_COOKIE } from '#ground/people/begin-session.ts'
import { notFresh } from '#ground/people/fresh.ts'
import { VISIT_COOKIE } from './codes.ts'
import { eraseHeld } from './erase-held.ts'
import { heldOf } from './held-of.ts'
import { m } from './messages.ts'
import { ErasedPage, ErasurePage } from './pages/erasure-page.tsx'
import { pageOf } from './show-my-data.ts'
import { type Whose, whoseData } from './whose.ts'

const erasureInput = z.object({ words: z.enum(['erased', 'kept']), sure: z.literal('yes') })

/** What would go, what would stay and why, before anything happens. */
export async function showErasure(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return seeOther('/my-data')
  const refusal = notFresh(x, whose)
  if (refusal) return refusal
  const { html, plan } = await formPage(x, whose, [])
  return show(x, { html: () => html, json: () => plan })
}

/** Erases at once; doing it twice finds nothing more. */
export async function createErasure(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return seeOther('/my-data')
  const refusal = notFresh(x, whose)
  if (refusal) return refusal
  // Whoever handed nothing in, or comes by a code, has no words here to choose about.
  const form = whose.subject.matters.length > 0 ? x.form : { words: 'kept', ...x.form }
  const input = erasureInput.safeParse(form)
  if (!input.success) return again(x, whose, problemsOf(input.error, x.t))
  const { personId, address } = whose.subject
  await eraseHeld(x.db, {
    subject: { personId, address },
    words: input.data.words,
    rolesEnd: x.t(m.rolesEnd),
    now: x.now,
  })
  const cookies = [SESSION_COOKIE, VISIT_COOKIE].map((name) => ({ name, value: '', maxAge: 0 }))
  return done(x, { to: '/my-data/erased', cookies, json: () => ({ erased: true }) })
}

export async function showErased(x: Exchange): Promise<Answer> {
  const title = x.t(m.erasedTitle)
  return show(x, { html: () => pageOf(x, { title, children: ErasedPage({ t: x.t }) }), json: () => ({}) })
}

const SENTENCES = { words: m.eraseSayWords, sure: m.eraseSaySure } as const

async function again(x: Exchange, whose: Whose, found: FieldProblem[]): Promise<Answer> {
  const problems = found.map(({ field, message }) => ({
    field,
    message: Object.hasOwn(SENTENCES, field) ? x.t(SENTENCES[field as keyof typeof SENTENCES]) : message,
  }))
  const { html } = await formPage(x, whose, problems)
  return invalidForm(x, { id: 'my-data.erasure-invalid', problems, html: () => html })
}

async function formPage(x: Exchange, whose: Whose, problems: FieldProblem[]) {
  const held = await heldOf(x.db, whose.subject)
  const going = held.filter(({ data }) => data.onErasure !== 'keep')
  const staying = held.flatMap(({ data }) =>
    data.stays ? [{ about: x.t(data.about), why: x.t(data.stays) }] : [],
  )
  const hasWords = whose.subject.matters.length > 0
  const holdsRoles = x.viewer.grants.length > 0
  const html = pageOf(x, {
    title: x.t(m.eraseTitle),
    isBelow: true,
    children: ErasurePage({ t: x.t, whose, going, staying, hasWords, holdsRoles, typed: x.form, problems }),
  })
  return { html, plan: { goes: going.map(({ data }) => x.t(data.about)), stays: staying } }
}
