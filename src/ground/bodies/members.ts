import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { emailAddress, isoDay, lineOf, orNothing, words } from '#core/input/text.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { accountFor } from '#ground/grants/account-for.ts'
import { giveRole } from '#ground/grants/give-role.ts'
import { rolesAtBody } from '#ground/grants/held-grants.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { findToLookAfter, onceOf } from './body-form.ts'
import { formMessages as m } from './form-messages.ts'
import { m as bodyMessages } from './messages.ts'
import { MembersPage, type NamingForm } from './pages/members-page.tsx'
import type { Body } from './queries.ts'
import { endSeat, giveSeat, seatsOf } from './seats.ts'

const person = { email: emailAddress, name: orNothing(lineOf(120)) }
const memberInput = z.object({ ...person, seat: lineOf(60), from: isoDay, to: orNothing(isoDay) })
const clerkInput = z.object({ ...person, purpose: lineOf(300), from: isoDay, to: isoDay })

/** As the roles: at most two years, then it is given anew. */
const LONGEST_DAYS = 731

type Problems = ReturnType<typeof problemsOf>

/** Who sits on a body and who clerks it, with the forms to name more. */
export async function showMembers(x: Exchange): Promise<Answer> {
  const found = await findToLookAfter(x)
  if (!found.ok) return found.answer
  const html = await membersPage(x, found.body, null)
  return show(x, { html: () => html, json: () => ({}) })
}

/** Names a member for a term. */
export async function createMember(x: Exchange): Promise<Answer> {
  const found = await findToLookAfter(x)
  if (!found.ok) return found.answer
  const { body } = found
  const input = memberInput.safeParse(x.form)
  if (!input.success) return again(x, body, { form: 'member', problems: problemsOf(input.error, x.t) })
  const { seat, from: fromOn, to: toOn = null } = input.data
  const wrong = (field: string, message: string) =>
    again(x, body, { form: 'member', problems: [{ field, message }] })
  if (toOn !== null && toOn < fromOn) return wrong('to', x.t(m.endsBeforeItBegins))
  const account = await accountOf(x, body, input.data)
  if (!account) return wrong('email', x.t(m.noSuchPerson))
  const words = { body, person: account, seat, fromOn, toOn, by: x.viewer.person?.name }
  const given = await giveSeat(x.db, { seat: words, once: onceOf(x, input.data) })
  if (!given.ok) return keyReused(x)
  if (!given.result.ok) return wrong('email', x.t(m.sitsAlready))
  return named(x, body)
}

/** Names a clerk: a role at this body, for a purpose and a time. */
export async function createClerk(x: Exchange): Promise<Answer> {
  const found = await findToLookAfter(x)
  if (!found.ok) return found.answer
  const { body } = found
  const by = x.viewer.person
  const input = clerkInput.safeParse(x.form)
  if (!input.success || !by)
    return again(x, body, { form: 'clerk', problems: input.success ? [] : problemsOf(input.error, x.t) })
  const { purpose, from: fromOn, to: toOn } = input.data
  const wrong = (field: string, message: string) =>
    again(x, body, { form: 'clerk', problems: [{ field, message }] })
  if (toOn < fromOn) return wrong('to', x.t(m.endsBeforeItBegins))
  if (toOn > lastDay(fromOn)) return wrong('to', x.t(m.tooLong))
  const account = await accountOf(x, body, input.data)
  if (!account) return wrong('email', x.t(m.noSuchPerson))
  const unit = { id: body.unitId, name: body.unitName }
  const grant = {
    person: account,
    role: 'clerk',
    unit,
    body,
    isDownTheTree: false,
    purpose,
    fromOn,
    toOn,
    by,
  }
  const given = await giveRole(x.db, { grant, once: onceOf(x, input.data) })
  return given.ok ? named(x, body) : keyReused(x)
}

/** Ends a seat before its term, with a reason. */
export async function createSeatEnding(x: Exchange): Promise<Answer> {
  const found = await findToLookAfter(x)
  const by = x.viewer.person
  if (!found.ok) return found.answer
  const { body } = found
  const seat = (await seatsOf(x.db, { bodyId: body.id, now: x.now })).find(({ id }) => id === x.params.id)
  if (!seat || !by) return problem(404, 'seat.unknown', x.t(m.noSuchSeat))
  const input = z.object({ reason: words(500) }).safeParse(x.form)
  if (!input.success) return problem(422, 'seat.no-reason', x.t(m.sayWhyItEnds))
  const ending = { bodyId: body.id, seat, reason: input.data.reason, by, now: x.now }
  if (!(await endSeat(x.db, ending))) return problem(409, 'seat.ended-already', x.t(m.noSuchSeat))
  return done(x, { to: `/bodies/${body.slug}/members`, json: () => ({ ended: seat.id }) })
}

function accountOf(x: Exchange, { unitId }: Body, { email, name }: { email: string; name?: string }) {
  return accountFor(x.db, { email, name, unitId, language: x.language, now: x.now })
}

function lastDay(fromOn: string): string {
  return isoDate(addDays(new Date(`${fromOn}T00:00:00Z`), LONGEST_DAYS))
}

function named(x: Exchange, { slug }: Body): Answer {
  return done(x, { to: `/bodies/${slug}/members`, status: 201, json: () => ({ slug }) })
}

async function again(
  x: Exchange,
  body: Body,
  { form, problems }: { form: NamingForm; problems: Problems },
): Promise<Answer> {
  const html = x.wants === 'html' ? await membersPage(x, body, { form, problems }) : ''
  return invalidForm(x, { id: `body.${form}-invalid`, problems, html: () => html })
}

async function membersPage(
  x: Exchange,
  body: Body,
  wrong: { form: NamingForm; problems: Problems } | null,
): Promise<string> {
  const [seats, clerks] = await Promise.all([
    seatsOf(x.db, { bodyId: body.id, now: x.now }),
    rolesAtBody(x.db, { bodyId: body.id, role: 'clerk', now: x.now }),
  ])
  return x.page({
    title: x.t(m.membersTitle),
    crumbs: [
      { label: x.t(bodyMessages.bodies), href: '/bodies' },
      { label: body.name, href: `/bodies/${body.slug}` },
    ],
    section: 'bodies',
    isUnlisted: true,
    children: MembersPage({
      t: x.t,
      body,
      seats,
      clerks,
      today: isoDate(x.now),
      wrong: wrong && { ...wrong, typed: x.form },
      once: () => unorderedId(),
    }),
  })
}
