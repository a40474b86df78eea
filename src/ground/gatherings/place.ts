import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { crumbsTo } from './crumbs-to.ts'
import { findGathering, type Gathering, gatheringById } from './find-gathering.ts'
import {
  type Registration,
  registeredFor,
  registrationByKey,
  registrationByToken,
  registrationOf,
} from './find-registration.ts'
import { findToOrganise } from './gathering-form.ts'
import { m } from './messages.ts'
import { OpenPlacePage, PlacePage } from './pages/place-page.tsx'
import { RegisteredPage } from './pages/registered-page.tsx'
import { forgottenPlaceCookie, placeCookieName } from './place-cookie.ts'
import { cancelRegistration } from './register.ts'
import { registrationMessages as r } from './registration-messages.ts'

interface Place {
  gathering: Gathering
  registration: Registration
  /** Just made, or typed: shown once, and sent along when the place is given up. */
  key: string | null
}

type Found = { ok: true; place: Place } | { ok: false; answer: Answer }

/** One's own place, by account, by the key just given or typed. */
async function findPlace(x: Exchange): Promise<Found> {
  const gathering = await findGathering(x.db, x.params.number)
  if (!gathering) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchGathering)) }
  const { person } = x.viewer
  const gatheringId = gathering.id
  const own = person && (await registrationOf(x.db, { gatheringId, personId: person.id }))
  if (own) return { ok: true, place: { gathering, registration: own, key: null } }
  const key = typeof x.form.key === 'string' ? x.form.key : x.cookies[placeCookieName]
  const byKey = key === undefined ? null : await registrationByKey(x.db, { gatheringId, key })
  if (byKey && key) return { ok: true, place: { gathering, registration: byKey, key } }
  return { ok: false, answer: openPage(x, gathering, typeof x.form.key === 'string') }
}

/** The place of whoever has just registered or is signed in; others are asked for their key. */
export async function showPlace(x: Exchange): Promise<Answer> {
  const found = await findPlace(x)
  return found.ok
    ? placePage(x, found.place, `/gatherings/${x.params.number}/place/cancellation`)
    : found.answer
}

/** Gives a place up, by account or key. */
export async function createPlaceCancellation(x: Exchange): Promise<Answer> {
  const found = await findPlace(x)
  if (!found.ok) return found.answer
  return giveUp(x, found.place)
}

/** The place behind a letter's link. Opening it does nothing, since mail programs open links too. */
export async function showPlaceOfLetter(x: Exchange): Promise<Answer> {
  const found = await placeOfLetter(x)
  return found ? placePage(x, found, `/gatherings/places/${x.params.token}/cancellation`) : gone(x)
}

export async function createLetterCancellation(x: Exchange): Promise<Answer> {
  const found = await placeOfLetter(x)
  return found ? giveUp(x, found) : gone(x)
}

async function placeOfLetter(x: Exchange): Promise<Place | null> {
  const registration = await registrationByToken(x.db, x.params.token ?? '', x.house.secret)
  const gathering = registration && (await gatheringById(x.db, registration.gatheringId))
  return gathering ? { gathering, registration, key: null } : null
}

function gone(x: Exchange): Answer {
  return problem(404, 'place.unknown', x.t(r.unknown))
}

async function giveUp(x: Exchange, { gathering, registration }: Place): Promise<Answer> {
  await cancelRegistration(x.db, { id: registration.id, gathering, now: x.now })
  return done(x, {
    to: `/gatherings/${gathering.number}?given-up=yes`,
    cookies: [forgottenPlaceCookie(gathering.number)],
    json: () => ({ number: gathering.number, cancelled: true }),
  })
}

function placePage(x: Exchange, place: Place, action: string): Answer {
  const { gathering, registration } = place
  return show(x, {
    html: () =>
      x.page({
        title: x.t(r.yourPlace, { title: gathering.title }),
        crumbs: crumbsTo(x.t, gathering),
        isUnlisted: true,
        children: PlacePage({ t: x.t, place, action }),
      }),
    json: () => ({
      number: gathering.number,
      place: registration.placeSince !== null,
      online_url: registration.placeSince === null ? null : gathering.onlineUrl,
    }),
  })
}

function openPage(x: Exchange, gathering: Gathering, wasTyped: boolean): Answer {
  const error = wasTyped ? x.t(r.keyUnknown) : undefined
  const html = () =>
    x.page({
      title: x.t(r.yourPlace, { title: gathering.title }),
      crumbs: crumbsTo(x.t, gathering),
      isUnlisted: true,
      children: OpenPlacePage({ t: x.t, gathering, error }),
    })
  if (x.wants === 'json') return problem(wasTyped ? 422 : 404, 'place.unknown', x.t(r.keyUnknown))
  return { kind: 'page', status: wasTyped ? 422 : 200, html: html(), cache: 'never' }
}

/** Who registered, with what they need: for the organisers alone. */
export async function showRegistered(x: Exchange): Promise<Answer> {
  const found = await findToOrganise(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const registered = await registeredFor(x.db, gathering.id)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(r.registeredTitle, { title: gathering.title }),
        crumbs: crumbsTo(x.t, gathering),
        isUnlisted: true,
        children: RegisteredPage({ t: x.t, gathering, registered }),
      }),
    json: () => ({
      registered: registered.map(({ name, needs, needsNamed, placeSince, email }) => ({
        name,
        email,
        needs,
        needs_named: needsNamed,
        place: placeSince !== null,
      })),
    }),
  })
}
