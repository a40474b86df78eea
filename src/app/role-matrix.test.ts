import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#core/http/route.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { allRoutes } from './open-house.ts'
import { announced } from './testing/announced.ts'
import { giveRole } from './testing/give-role.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse } from './testing/open-test-house.ts'
import {
  BODIES,
  BY_CODE_OR_ACCOUNT,
  BY_PLACE,
  HOLDERS,
  PEOPLE,
  type Where,
  type Who,
} from './testing/role-places.ts'
import { type Themed, themedNumber } from './testing/theme-places.ts'
import { themedCall } from './testing/themed-call.ts'
import type { Visitor } from './testing/visitor.ts'

/** Every route, asked by everybody, about a thing of one body and of another: who gets in is written in role-places.ts a second time. */

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

const house = await openTestHouse()
afterAll(() => house.close())

const numbers = new Map<Where, number>()
const gatheringNumbers = new Map<Where, number>()
const themed = new Map<Where, Themed>()
beforeAll(async () => {
  await giveRole(house, 'olga', { role: 'chair', unit: 'millbrook', body: 'millbrookBranch' })
  await giveRole(house, 'idris', { role: 'translator', unit: 'alliance', isDownTheTree: true })
  await giveRole(house, 'olga', { role: 'partner', unit: 'southdown', isDownTheTree: true })
  await giveRole(house, 'femi', { role: 'moderator', unit: 'alliance', isDownTheTree: true })
  await giveRole(house, 'nasreen', { role: 'theme-team', unit: 'alliance', body: 'housing' })
  for (const where of BODIES)
    themed.set(where, await themedCall(house, where === 'housing' ? 'housing' : 'millbrookBranch'))
  for (const where of BODIES) gatheringNumbers.set(where, await gatheringAt(where))
  for (const where of BODIES) numbers.set(where, (await handedIn(house, { to: where }, 'nasreen')).number)
})

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
