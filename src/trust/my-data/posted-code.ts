import { z } from 'zod'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, type FieldProblem, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { emailAddress, lineOf, words } from '#core/input/text.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import { isoSecond } from '#core/time/days.ts'
import { recordLookup } from '#ground/people/record-lookup.ts'
import { controllerOf } from '#ground/units/controller-of.ts'
import { makePostedCode } from './codes.ts'
import { m } from './messages.ts'
import { officeMessages as o } from './office-messages.ts'
import { PostedCodePage, PostedLetterPage } from './pages/posted-code-page.tsx'
import { ANSWERING, mayRead } from './policy.ts'

const postedCodeInput = z.object({ email: emailAddress, to: words(500), checked: lineOf(300) })
type Input = z.infer<typeof postedCodeInput>

export async function showPostedCodeForm(x: Exchange): Promise<Answer> {
  return show(x, { html: () => formPage(x, []), json: () => ({}) })
}

/** Makes the letter to print. Whoever the address belongs to is told, and sees that it was done. */
export async function createPostedCode(x: Exchange): Promise<Answer> {
  const by = x.viewer.person
  if (!by) return seeOther('/my-data')
  const input = postedCodeInput.safeParse(x.form)
  if (!input.success) return again(x, problemsOf(input.error, x.t))
  const { email } = input.data
  // Whoever answers for the whole makes codes, for known and unknown addresses alike: a refusal would tell whose is known.
  const lineage = await controllerOf(x.db, null)
  if (!mayRead(x.viewer, { lineage })) return problem(403, 'my-data.not-your-place', x.t(o.postNotYours))
  const person = await x.db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst()
  const { code, expiresAt } = await inTransaction(x.db, (tx) =>
    makeLetter(tx, x, { input: input.data, by, personId: person?.id ?? null }),
  )
  return show(x, {
    status: 201,
    html: () =>
      x.page({
        title: x.t(o.postLetterTitle),
        isUnlisted: true,
        children: PostedLetterPage({ t: x.t, house: x.house, to: input.data.to, code, expiresAt }),
      }),
    json: () => ({ code, expires_at: isoSecond(expiresAt) }),
  })
}

interface Making {
  input: Input
  by: { id: string; name: string }
  personId: string | null
}

async function makeLetter(tx: Tx, x: Exchange, { input, by, personId }: Making) {
  const { email: address, checked } = input
  const house = x.house.name
  const made = await makePostedCode(tx, {
    address,
    language: x.language,
    by: by.id,
    checkedHow: checked,
    now: x.now,
  })
  const text = x.t(m.postedText, { house, by: by.name, checked })
  await writeLetter(tx, { to: address, subject: x.t(m.postedSubject, { house }), text }, x.now)
  if (personId !== null) {
    const role =
      ANSWERING.find((name) => x.viewer.grants.some((grant) => grant.role === name)) ?? 'administrator'
    const purpose = x.t(o.lookPosted, { how: checked })
    await recordLookup(tx, { personId, lookedBy: by.id, role, purpose, now: x.now })
  }
  return made
}

function again(x: Exchange, fields: FieldProblem[]): Answer {
  return invalidForm(x, {
    id: 'my-data.posted-code-invalid',
    problems: fields,
    html: () => formPage(x, fields),
  })
}

function formPage(x: Exchange, problems: FieldProblem[]): string {
  return x.page({
    title: x.t(o.postTitle),
    isUnlisted: true,
    crumbs: [{ label: x.t(o.deskTitle), href: '/my-data/desk' }],
    children: PostedCodePage({ t: x.t, typed: x.form, problems }),
  })
}
