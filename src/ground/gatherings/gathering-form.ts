import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { announceGathering, type GatheringDetails } from './announce-gathering.ts'
import { openCallNumbered } from './call-of.ts'
import { callOffGathering, changeGathering } from './change-gathering.ts'
import { crumbsTo } from './crumbs-to.ts'
import { type Access, accessOf, findGathering, type Gathering } from './find-gathering.ts'
import { formMessages } from './form-messages.ts'
import { accessFrom, type GatheringInput, gatheringInput, reasonInput } from './input.ts'
import { isoLocal } from './local-time.ts'
import { m } from './messages.ts'
import { GatheringFormPage } from './pages/gathering-form-page.tsx'
import { placesToOrganise } from './places-to-organise.ts'
import { mayOrganise } from './policy.ts'

/** The form for a new gathering. */
export async function showNewGathering(x: Exchange): Promise<Answer> {
  const html = await formPage(x, { gathering: null, typed: x.query, problems: [] })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Announces a gathering for a unit or body of one's own. */
export async function createGathering(x: Exchange): Promise<Answer> {
  const holders = await placesToOrganise(x.db, x.viewer)
  const holder = holders.find(({ value }) => value === x.form.holder) ?? null
  const input = gatheringInput.safeParse(x.form)
  const call = await openCallNumbered(x.db, x.form.call, x.now)
  const problems = [
    ...(input.success ? [] : problemsOf(input.error, x.t)),
    ...(holder ? [] : [{ field: 'holder', message: x.t(m.placeMissing) }]),
    ...(call === 'unknown' ? [{ field: 'call', message: x.t(m.noSuchCall) }] : []),
  ]
  if (!input.success || !holder || call === 'unknown') return again(x, null, problems)
  const { unitId, bodyId } = holder
  const gathering = {
    ...detailsOf(x, input.data),
    kind: input.data.kind,
    unitId,
    bodyId,
    callId: call?.id ?? null,
    repeats: input.data.repeats,
    by: x.viewer.person,
  }
  const made = await announceGathering(x.db, { gathering, once: onceOf(x, { ...x.form, once: null }) })
  if (!made.ok) return keyReused(x)
  const { number } = made.result
  return done(x, {
    to: `/gatherings/${number}`,
    status: 201,
    json: () => ({ number, url: `${x.house.baseUrl}/gatherings/${number}` }),
  })
}

/** The form to say its facts anew, and to call it off. */
export async function showGatheringDetails(x: Exchange): Promise<Answer> {
  const found = await findToOrganise(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const access = await accessOf(x.db, gathering.id)
  const html = await formPage(x, { gathering, typed: typedFrom(gathering, access), problems: [] })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Says its facts anew, with a reason. */
export async function createGatheringDetails(x: Exchange): Promise<Answer> {
  const found = await findToOrganise(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const input = gatheringInput.safeParse(x.form)
  const why = reasonInput.safeParse(x.form)
  if (!input.success || !why.success) {
    const problems = [input, why].flatMap(({ error }) => (error ? problemsOf(error, x.t) : []))
    return again(x, gathering, problems)
  }
  const change = {
    gathering,
    details: detailsOf(x, input.data),
    reason: why.data.reason,
    isForAll: x.form.following === 'yes',
    by: x.viewer.person,
  }
  const outcome = await changeGathering(x.db, { change, once: onceOf(x, { ...x.form, once: null }) })
  return outcome.ok ? answer(x, gathering, outcome.result) : keyReused(x)
}

/** Calls it off, with a reason. */
export async function createCancellation(x: Exchange): Promise<Answer> {
  const found = await findToOrganise(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const input = reasonInput.safeParse(x.form)
  if (!input.success) return problem(422, 'gathering.no-reason', x.t(m.reasonMissing))
  const callingOff = { gathering, reason: input.data.reason, by: x.viewer.person }
  const isForAll = x.form.following === 'yes'
  const request = { calledOff: gathering.number, reason: input.data.reason, isForAll }
  const outcome = await callOffGathering(x.db, {
    callingOff: { ...callingOff, isForAll },
    once: onceOf(x, request),
  })
  return outcome.ok ? answer(x, gathering, outcome.result) : keyReused(x)
}

function answer(x: Exchange, { number }: Gathering, outcome: { ok: boolean }): Answer {
  if (!outcome.ok) return problem(409, 'gathering.called-off', x.t(m.calledOff))
  return done(x, { to: `/gatherings/${number}`, json: () => ({ number }) })
}

export type FoundGathering = { ok: true; gathering: Gathering } | { ok: false; answer: Answer }

/** A gathering that the viewer organises. */
export async function findToOrganise(x: Exchange): Promise<FoundGathering> {
  const gathering = await findGathering(x.db, x.params.number)
  if (!gathering) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchGathering)) }
  return mayOrganise(x.viewer, gathering) === 'allowed'
    ? { ok: true, gathering }
    : { ok: false, answer: problem(403, 'gathering.not-yours', x.t(m.notYours)) }
}

export function onceOf(x: Exchange, request: unknown) {
  return { key: x.onceKey, asker: x.viewer.person?.id ?? 'anyone', request, now: x.now }
}

function detailsOf(x: Exchange, input: GatheringInput): GatheringDetails {
  const { title, startsAt, endsAt, audience, contact } = input
  return {
    title,
    startsAt,
    endsAt,
    audience,
    contact,
    language: input.language ?? x.language,
    about: input.about ?? '',
    timeZone: input.zone,
    address: input.address ?? '',
    onlineUrl: input.online_url ?? null,
    places: input.places ?? null,
    access: accessFrom(x.form),
  }
}

/** What the form shows of it before anything is typed. */
function typedFrom(gathering: Gathering, access: readonly Access[]): Record<string, unknown> {
  const { startsAt, endsAt, timeZone, onlineUrl, places, ...rest } = gathering
  const said = access.flatMap(({ fact, isThere, detail }) => [
    [`access_${fact}`, isThere ? 'yes' : 'no'],
    [`access_${fact}_detail`, detail],
  ])
  return {
    ...rest,
    ...Object.fromEntries(said),
    starts: isoLocal(startsAt, timeZone),
    ends: isoLocal(endsAt, timeZone),
    zone: timeZone,
    online_url: onlineUrl ?? '',
    places: places ?? '',
  }
}

async function again(x: Exchange, gathering: Gathering | null, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await formPage(x, { gathering, typed: x.form, problems }) : ''
  return invalidForm(x, { id: 'gathering.invalid', problems, html: () => html })
}

interface Form {
  gathering: Gathering | null
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

async function formPage(x: Exchange, { gathering, typed, problems }: Form): Promise<string> {
  const holders = await placesToOrganise(x.db, x.viewer)
  return x.page({
    title: x.t(gathering ? formMessages.changeTitle : m.announce),
    crumbs: gathering ? crumbsTo(x.t, gathering) : [{ label: x.t(m.gatherings), href: '/gatherings' }],
    section: 'gatherings',
    isUnlisted: true,
    children: GatheringFormPage({
      t: x.t,
      gathering,
      holders,
      typed,
      problems,
      once: () => unorderedId(),
    }),
  })
}
