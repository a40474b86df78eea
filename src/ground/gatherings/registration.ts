import { type Answer, done, type FieldProblem, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isUnguessable } from '#core/ids/once-key.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { noticeInForce } from '#ground/notices/notice-in-force.ts'
import { crumbsTo } from './crumbs-to.ts'
import { countRegistered, findGathering, type Gathering, isOfUnit } from './find-gathering.ts'
import { registrationOf } from './find-registration.ts'
import { onceOf } from './gathering-form.ts'
import { registrationInput } from './input.ts'
import { m } from './messages.ts'
import { RegistrationPage } from './pages/registration-page.tsx'
import { placeCookie } from './place-cookie.ts'
import { mayRegister } from './policy.ts'
import { registerFor } from './register.ts'
import { registrationMessages as r } from './registration-messages.ts'

const REFUSALS = {
  'called-off': r.calledOff,
  'is-over': r.over,
  'for-members': r.forMembers,
  'for-this-place': r.forThisPlace,
} as const

type Found = { ok: true; gathering: Gathering } | { ok: false; answer: Answer }

/** The gathering, if this viewer may register for it now. */
async function findToRegister(x: Exchange): Promise<Found> {
  const gathering = await findGathering(x.db, x.params.number)
  if (!gathering) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchGathering)) }
  const isMember = x.viewer.person?.isMember ?? false
  const admission = mayRegister(gathering, {
    isMember,
    isOfUnit: gathering.audience === 'unit' && (await isOfUnit(x, gathering)),
    now: x.now,
  })
  if (admission === 'allowed') return { ok: true, gathering }
  const status = admission === 'called-off' || admission === 'is-over' ? 409 : 403
  return { ok: false, answer: problem(status, `gathering.${admission}`, x.t(REFUSALS[admission])) }
}

/** The form to register; who has registered already sees their place. */
export async function showRegistration(x: Exchange): Promise<Answer> {
  const found = await findToRegister(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const { person } = x.viewer
  const own = person && (await registrationOf(x.db, { gatheringId: gathering.id, personId: person.id }))
  if (own && x.wants === 'html') return seeOther(`/gatherings/${gathering.number}/place`)
  const html = await formPage(x, { gathering, problems: [] })
  return show(x, { html: () => html, json: () => ({ registered: Boolean(own) }) })
}

/** Registers the viewer, with an account or without. */
export async function createRegistration(x: Exchange): Promise<Answer> {
  const found = await findToRegister(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const { person } = x.viewer
  const input = registrationInput.safeParse(x.form)
  if (!input.success) return again(x, gathering, problemsOf(input.error, x.t))
  const name = person?.name ?? input.data.name
  if (!name) return again(x, gathering, [{ field: 'name', message: x.t(r.nameMissing) }])
  if (!person && x.onceKey !== null && !isUnguessable(x.onceKey))
    return problem(422, 'request.key-guessable', x.t(r.keyGuessable))
  const registration = {
    gathering,
    personId: person?.id ?? null,
    name,
    email: person ? null : (input.data.email ?? null),
    language: x.language,
    needs: input.data.needs ?? '',
    needsNamed: input.data.need,
  }
  const once = onceOf(x, { registration: gathering.number })
  return registered(x, gathering, await registerFor(x.db, { registration, once, secret: x.house.secret }))
}

function registered(
  x: Exchange,
  { number }: Gathering,
  outcome: Awaited<ReturnType<typeof registerFor>>,
): Answer {
  if (!outcome.ok && outcome.why === 'key-used-for-something-else') return keyReused(x)
  if (!outcome.ok) {
    const why = outcome.why === 'called-off' ? r.calledOff : r.registeredAlready
    return problem(409, `gathering.${outcome.why}`, x.t(why))
  }
  const { key, hasPlace } = outcome
  return done(x, {
    to: `/gatherings/${number}/place`,
    status: 201,
    cookies: key ? [placeCookie(number, key)] : [],
    json: () => ({ number, place: hasPlace, key: key ?? undefined }),
  })
}

async function again(x: Exchange, gathering: Gathering, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await formPage(x, { gathering, problems }) : ''
  return invalidForm(x, { id: 'registration.invalid', problems, html: () => html })
}

async function formPage(
  x: Exchange,
  { gathering, problems }: { gathering: Gathering; problems: FieldProblem[] },
): Promise<string> {
  const [{ placed }, notice] = await Promise.all([
    countRegistered(x.db, gathering.id),
    noticeInForce(x.db, { notice: { slug: 'gatherings' }, language: x.language, now: x.now }),
  ])
  return x.page({
    title: x.t(r.title, { title: gathering.title }),
    crumbs: crumbsTo(x.t, gathering),
    section: 'gatherings',
    isUnlisted: true,
    children: RegistrationPage({
      t: x.t,
      gathering,
      notice,
      isFull: gathering.places !== null && placed >= gathering.places,
      hasAccount: x.viewer.person !== null,
      typed: x.form,
      problems,
      once: unorderedId(),
    }),
  })
}
