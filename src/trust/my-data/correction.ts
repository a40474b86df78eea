import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { emailAddress, lineOf } from '#core/input/text.ts'
import { askForAddress, confirmAddress } from '#ground/people/change-address.ts'
import { correctPerson } from '#ground/people/correct-person.ts'
import { notFresh } from '#ground/people/fresh.ts'
import { m } from './messages.ts'
import { AddressPage, CorrectionPage } from './pages/correction-page.tsx'
import { pageOf } from './show-my-data.ts'
import { whoseData } from './whose.ts'

export async function showCorrection(x: Exchange): Promise<Answer> {
  return show(x, { html: () => formPage(x, []), json: () => ({}) })
}

/** Corrects name and language at once. */
export async function createCorrection(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/my-data')
  const input = z.object({ name: lineOf(120), language: z.enum([...x.house.languages]) }).safeParse(x.form)
  if (!input.success) return again(x, problemsOf(input.error, x.t))
  await correctPerson(x.db, { personId: person.id, ...input.data })
  return done(x, { to: '/my-data?done=corrected', json: () => input.data })
}

/** Asks the new address first; what is wrong with it is said, whose it is never. */
export async function createAddressChange(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose?.person) return seeOther('/my-data')
  const refusal = notFresh(x, whose)
  if (refusal) return refusal
  const input = z.object({ email: emailAddress }).safeParse(x.form)
  if (!input.success) return again(x, problemsOf(input.error, x.t))
  const { person } = whose
  const isTaken = await askForAddress(x.db, {
    personId: person.id,
    address: input.data.email,
    language: x.language,
    now: x.now,
  })
  if (!isTaken) return again(x, [{ field: 'email', message: x.t(m.addressTooSoon) }])
  return done(x, { to: '/my-data?done=asked', json: () => ({ asked: true }) })
}

/** Behind the link of a letter. Opening it does nothing, since mail programs open links too. */
export async function showAddressLink(x: Exchange): Promise<Answer> {
  const title = x.t(m.confirmAddressTitle)
  const token = x.params.token ?? ''
  return show(x, {
    html: () => pageOf(x, { title, children: AddressPage({ t: x.t, token }) }),
    json: () => ({}),
  })
}

export async function createAddressConfirmation(x: Exchange): Promise<Answer> {
  const token = x.params.token ?? ''
  const address = await confirmAddress(x.db, { token, now: x.now, house: x.house.name, t: x.t })
  if (address === null) return problem(422, 'my-data.address-link-spent', x.t(m.addressLinkSpent))
  return done(x, { to: '/my-data?done=confirmed', json: () => ({ confirmed: true }) })
}

function again(x: Exchange, problems: FieldProblem[]): Answer {
  return invalidForm(x, { id: 'my-data.correction-invalid', problems, html: () => formPage(x, problems) })
}

function formPage(x: Exchange, problems: FieldProblem[]): string {
  const { person } = x.viewer
  return pageOf(x, {
    title: x.t(m.correctTitle),
    isBelow: true,
    children: CorrectionPage({
      t: x.t,
      typed: { name: person?.name, language: person?.language, ...x.form },
      languages: x.house.languages,
      problems,
    }),
  })
}
