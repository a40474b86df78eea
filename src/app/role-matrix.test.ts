import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#core/http/route.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { allRoutes } from './open-house.ts'
import { announced } from './testing/announced.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse, type TestHouse } from './testing/open-test-house.ts'
import { THEME_PLACES, type Themed, themedNumber } from './testing/theme-places.ts'
import { themedCall } from './testing/themed-call.ts'
import type { Visitor } from './testing/visitor.ts'

/** Every route, asked by everybody, about a thing of one body and of another: who gets in is written here a second time. */

const PEOPLE = ['nobody', 'nasreen', 'olga', 'noor', 'idris', 'femi', 'gwen', 'ada'] as const
type Who = (typeof PEOPLE)[number]
const BODIES = ['housing', 'millbrook-branch'] as const
type Where = (typeof BODIES)[number]

const everybody: readonly Who[] = PEOPLE
const account = everybody.filter((who) => who !== 'nobody')
/** Holders of a role that a route names, wherever they hold it. Olga is made chair of Millbrook branch and partner, Femi moderator, below. */
const HOLDERS: Readonly<Record<string, readonly Who[]>> = {
  anyone: everybody,
  'signed in': account,
  members: account,
  'holders of clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of clerk or theme-team': ['noor', 'idris', 'femi', 'gwen', 'nasreen'],
  'holders of administrator': ['ada'],
  'holders of administrator or secretary': ['ada', 'idris'],
  'holders of secretary or clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of moderator': ['femi'],
  'holders of clerk or moderator': ['noor', 'idris', 'femi', 'gwen'],
  'holders of partner': ['olga'],
  'holders of administrator or chair': ['ada', 'olga'],
  'holders of helper or call-taker or clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of clerk or moderator or helper or call-taker': ['noor', 'idris', 'femi', 'gwen'],
  'holders of call-taker or clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of data-officer or administrator': ['ada'],
  'holders of translator': ['idris'],
}
const translators = { housing: ['idris'], 'millbrook-branch': ['idris'] } as const
/** Clerks of the body that has it, and of the front desk. */
const formMakers = { housing: ['noor', 'femi'], 'millbrook-branch': ['idris', 'femi'] } as const
const clerks = { housing: ['noor'], 'millbrook-branch': ['idris'] } as const
const anyClerks = ['noor', 'idris', 'femi', 'gwen'] as const
const anyClerk = { housing: anyClerks, 'millbrook-branch': anyClerks } as const
const anyWriter = { housing: ['ada', 'idris'], 'millbrook-branch': ['ada', 'idris'] } as const
const promisers = { housing: ['ada'], 'millbrook-branch': ['ada', 'olga'] } as const
const administrators = { housing: ['ada'], 'millbrook-branch': ['ada'] } as const
const officers = { housing: ['ada'], 'millbrook-branch': ['ada'] } as const
const moderators = { housing: ['femi'], 'millbrook-branch': ['femi'] } as const
/** Whoever announces gatherings somewhere; of one gathering, the clerk of its body and the secretary of its unit. */
const organisers = {
  housing: ['noor', 'idris', 'femi', 'gwen'],
  'millbrook-branch': ['noor', 'idris', 'femi', 'gwen'],
} as const
const itsOrganisers = { housing: ['noor'], 'millbrook-branch': ['idris'] } as const
// The example is no call: whoever may help somewhere is told that there is none.
const helpers = {
  housing: ['noor', 'idris', 'femi', 'gwen'],
  'millbrook-branch': ['noor', 'idris', 'femi', 'gwen'],
} as const
// Nasreen handed everything in under her name.
const author = { housing: ['nasreen'], 'millbrook-branch': ['nasreen'] } as const
const authorOrClerk = { housing: ['nasreen', 'noor'], 'millbrook-branch': ['nasreen', 'idris'] } as const

/** Of these routes the handler asks where the thing stands. */
const BY_PLACE: Readonly<Record<string, Readonly<Record<Where, readonly Who[]>>>> = {
  'GET /notices/new': anyWriter,
  'POST /notices': anyWriter,
  'GET /notices/:slug/versions/new': anyWriter,
  'POST /notices/:slug/versions': anyWriter,
  'GET /calls/new': anyClerk,
  'GET /calls/drafts/:id': anyClerk,
  'POST /calls': anyClerk,
  'GET /bodies/:slug/promise': promisers,
  'POST /bodies/:slug/promise': promisers,
  'GET /bodies/:slug/desk': clerks,
  'POST /bodies/:slug/decisions': clerks,
  'POST /bodies/:slug/agreements': clerks,
  'GET /submissions/:number/decision': clerks,
  'POST /submissions/:number/decision': clerks,
  'POST /submissions/:number/decision/withdrawal': clerks,
  'POST /submissions/:number/consideration': clerks,
  'GET /bodies/new': administrators,
  'POST /bodies': administrators,
  'GET /bodies/:slug/details': administrators,
  'POST /bodies/:slug/details': administrators,
  'GET /bodies/:slug/members': administrators,
  'POST /bodies/:slug/members': administrators,
  'POST /bodies/:slug/members/:id/ending': administrators,
  'POST /bodies/:slug/clerks': administrators,
  'GET /units/new': administrators,
  'POST /units': administrators,
  'GET /units/:slug/details': administrators,
  'POST /units/:slug/details': administrators,
  'GET /roles/new': administrators,
  'POST /roles': administrators,
  'POST /roles/:id/end': administrators,
  'GET /moderation/desk': moderators,
  'GET /moderation/floods': moderators,
  'POST /moderation/floods': moderators,
  'POST /moderation/cases/:id/hold': moderators,
  'POST /moderation/cases/:id/decision': moderators,
  'POST /moderation/cases/:id/appeal/decision': moderators,
  'GET /my-data/desk': officers,
  'GET /my-data/objections/:id': officers,
  'POST /my-data/objections/:id/answer': officers,
  'GET /my-data/posted-codes/new': officers,
  'POST /my-data/posted-codes': officers,
  'GET /gatherings/new': organisers,
  'POST /gatherings': organisers,
  'GET /gatherings/:number/details': itsOrganisers,
  'POST /gatherings/:number/details': itsOrganisers,
  'POST /gatherings/:number/cancellation': itsOrganisers,
  'GET /gatherings/:number/registered': itsOrganisers,
  'GET /gatherings/:number/door': itsOrganisers,
  'POST /gatherings/:number/door': itsOrganisers,
  // A partner brings answers to any open call.
  'POST /calls/:number/answers': { housing: ['olga'], 'millbrook-branch': ['olga'] },
  'GET /calls/:number/twins': anyClerk,
  'POST /calls/:number/twins': anyClerk,
  'POST /calls/:number/slips': helpers,
  'POST /calls/:number/ways': helpers,
  'POST /forms/:number': formMakers,
  'POST /forms/:number/withdrawals': formMakers,
  'POST /translations': translators,
  'POST /translations/languages': translators,
  'GET /translations/:id': translators,
  'POST /translations/:id/segments': translators,
  'POST /translations/:id/review': translators,
  'POST /translations/suggestions/:id/decision': translators,
  'GET /intake/slip': helpers,
  'POST /intake/slip': helpers,
  'POST /intake/slip/:id': helpers,
  'GET /intake/slip/:id/picture': helpers,
  'GET /calls/:number/waiting': helpers,
  'GET /calls/:number/entries': helpers,
  'GET /calls/:number/sheet': helpers,
  'POST /calls/:number/sheet': helpers,
  'POST /calls/:number/sheet/receipts': helpers,
  'GET /calls/:number/telephone': helpers,
  'POST /calls/:number/telephone': helpers,
  'GET /calls/:number/telephone/receipt': helpers,
  'GET /intake/waiting/:number': helpers,
  'POST /intake/waiting/:number': helpers,
  'GET /intake/waiting/:number/picture': helpers,
  'GET /gatherings/:number/heard': itsOrganisers,
  'POST /gatherings/:number/heard': itsOrganisers,
  // Asked here of what is no call, which is not there for any of them; src/listen/calls/result asks it of calls.
  'POST /calls/:number/result': anyClerk,
  'GET /calls/:number/screenings': anyClerk,
  'POST /calls/:number/screenings': anyClerk,
  'POST /calls/:number/data/samples/:id/decision': officers,
  ...THEME_PLACES,
  'POST /submissions/:number/erasure': author,
  'POST /receipts/:number': author,
  'POST /submissions/:number/withdrawal': author,
  'POST /submissions/:number/review': author,
  'POST /submissions/:number/verdict': author,
  'POST /submissions/:number/language': author,
  'POST /submissions/:number/agreement': author,
  'GET /submissions/:number/letters': authorOrClerk,
  'POST /submissions/:number/letters': authorOrClerk,
  // What a clerk may not read is not there: every clerk may ask.
  'GET /answers/:number/letters': anyClerk,
  'POST /answers/:number/letters': anyClerk,
}

/** Open to whoever came by a code, so the route lets everybody in; without one, a program is told to sign in. */
const BY_CODE_OR_ACCOUNT = ['GET /my-data', 'GET /my-data/held', 'POST /my-data/objections']

const EXAMPLES: Readonly<Record<string, (where: Where, number: number) => string>> = {
  ':number': (_, number) => String(number),
  ':slug': (where) => where,
  ':id': () => unorderedId(),
  ':token': () => 'a'.repeat(43),
  '*': () => '0/000',
}
const PARAMETER = /:[a-z]+|\*/g
/** A body's unit, for the addresses of units. */
const UNIT_OF = { housing: 'alliance', 'millbrook-branch': 'millbrook' } as const

let house: TestHouse
const numbers = new Map<Where, number>()
const gatheringNumbers = new Map<Where, number>()
const themed = new Map<Where, Themed>()
beforeAll(async () => {
  house = await openTestHouse()
  const now = house.clock.now()
  const { people, bodies, units } = house.world
  const grant = (person: { id: string }, role: string, at: { unitId: string; bodyId: string | null }) =>
    house.db
      .insertInto('grants')
      .values({
        id: orderedId(now),
        personId: person.id,
        role,
        ...at,
        isDownTheTree: at.bodyId === null,
        purpose: 'to do the work of the role',
        fromOn: isoDate(now),
        toOn: isoDate(addDays(now, 365)),
        grantedAt: now,
      })
      .execute()
  await grant(people.olga, 'chair', { unitId: units.millbrook.id, bodyId: bodies.millbrookBranch.id })
  await grant(people.idris, 'translator', { unitId: units.alliance.id, bodyId: null })
  await grant(people.olga, 'partner', { unitId: units.southdown.id, bodyId: null })
  await grant(people.femi, 'moderator', { unitId: units.alliance.id, bodyId: null })
  await grant(people.nasreen, 'theme-team', { unitId: units.alliance.id, bodyId: bodies.housing.id })
  for (const where of BODIES)
    themed.set(where, await themedCall(house, where === 'housing' ? 'housing' : 'millbrookBranch'))
  for (const where of BODIES) gatheringNumbers.set(where, await gatheringAt(where))
  for (const where of BODIES) numbers.set(where, (await handedIn(house, { to: where }, 'nasreen')).number)
})
afterAll(() => house.close())

const nameOf = ({ method, path }: Route) => `${method} ${path}`
const routes = allRoutes()

describe('every route', () => {
  test('has a policy the matrix knows, and example values for its parameters', () => {
    const strangers = routes.filter(({ policy }) => !(policy.name in HOLDERS)).map(nameOf)
    const unfilled = routes
      .filter(({ path }) => (path.match(PARAMETER) ?? []).some((parameter) => !(parameter in EXAMPLES)))
      .map(nameOf)
    const withoutPlace = routes
      .filter((route) => route.policy.name.startsWith('holders of') && !(nameOf(route) in BY_PLACE))
      .map(nameOf)
    expect({ strangers, unfilled, withoutPlace }).toEqual({ strangers: [], unfilled: [], withoutPlace: [] })
  })

  test('that the matrix names exists', () => {
    const names = new Set(routes.map(nameOf))
    expect(Object.keys(BY_PLACE).filter((name) => !names.has(name))).toEqual([])
  })
})

test.each(routes.map((route) => ({ name: nameOf(route), route })))('$name', async ({ route }) => {
  const cells = wheresOf(route).flatMap((where) => PEOPLE.map((who) => ({ who, where })))
  const told = await Promise.all(cells.map(({ who, where }) => ask(route, who, where)))
  const table = (tell: (cell: { who: Who; where: Where }, index: number) => string) =>
    Object.fromEntries(cells.map((cell, index) => [`${cell.who} at ${cell.where}`, tell(cell, index)]))
  expect(table((_, index) => told[index] ?? '')).toEqual(
    table(({ who, where }) => expectedOf(route, who, where)),
  )
})

function wheresOf({ path }: Route): readonly Where[] {
  return /:(number|slug)/.test(path) ? BODIES : ['housing']
}

type Told = 'sign in first' | 'not for you' | 'come in'

function expectedOf(route: Route, who: Who, where: Where): Told {
  if (who === 'nobody' && BY_CODE_OR_ACCOUNT.includes(nameOf(route))) return 'sign in first'
  if (who === 'nobody' && !HOLDERS[route.policy.name]?.includes('nobody')) return 'sign in first'
  const mayAtAll = HOLDERS[route.policy.name]?.includes(who) ?? false
  const mayHere = BY_PLACE[nameOf(route)]?.[where].includes(who) ?? true
  return mayAtAll && mayHere ? 'come in' : 'not for you'
}

async function ask(route: Route, who: Who, where: Where): Promise<Told | `broken: ${number}`> {
  const asker = await askerFor(route, who)
  const isLetIn = expectedOf(route, who, where) === 'come in'
  const number = isLetIn ? await numberFor(route, where) : standingNumber(route, where)
  const path = pathAt(route, where, number)
  const { status } = route.method === 'GET' ? await asker.getJson(path) : await asker.postJson(path, {})
  if (status >= 500 && status !== 503) return `broken: ${status}`
  return status === 401 ? 'sign in first' : status === 403 ? 'not for you' : 'come in'
}

function pathAt({ path }: Route, where: Where, number: number): string {
  const isOfUnit = path.startsWith('/units/')
  const value = (parameter: string) =>
    isOfUnit && parameter === ':slug' ? UNIT_OF[where] : EXAMPLES[parameter]?.(where, number)
  return path.replace(PARAMETER, (parameter) => value(parameter) ?? '')
}

const askers = new Map<Who, Visitor>()

/** Signing in costs more than asking: each keeps their session, except where the route ends it. */
async function askerFor({ path }: Route, who: Who): Promise<Visitor> {
  if (who === 'nobody') return house.visitor()
  const known = path === '/sign-out' ? undefined : askers.get(who)
  const asker = known ?? (await house.as(who))
  if (path !== '/sign-out') askers.set(who, asker)
  return asker
}

/** What is written to may change hands or end: it gets a matter of its own. */
async function numberFor(route: Route, where: Where): Promise<number> {
  const { method, path } = route
  const ofThemes = themedNumber(route, themed.get(where))
  if (ofThemes !== undefined) return ofThemes
  if (path.startsWith('/gatherings/'))
    return method === 'POST' ? gatheringAt(where) : standingNumber(route, where)
  if (method === 'POST' && path.includes(':number'))
    return (await handedIn(house, { to: where }, 'nasreen')).number
  return numbers.get(where) ?? 0
}

function standingNumber(route: Route, where: Where): number {
  const { path } = route
  const ofThemes = themedNumber(route, themed.get(where))
  if (ofThemes !== undefined) return ofThemes
  return (path.startsWith('/gatherings/') ? gatheringNumbers : numbers).get(where) ?? 0
}

async function gatheringAt(where: Where): Promise<number> {
  const { number } = await announced(
    house,
    { holder: `body:${where}` },
    where === 'housing' ? 'noor' : 'idris',
  )
  return number
}
