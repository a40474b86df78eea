import { afterAll, beforeAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announce, handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const GROUPS = 130

beforeAll(async () => {
  const { alliance, southdown } = house.world.units
  const rows = Array.from({ length: GROUPS }, (_, at) => ({
    id: unorderedId(),
    slug: `group-${at}`,
    name: at < 2 ? 'Zebra Crossing Group' : `Tenants’ group ${String(at).padStart(3, '0')}`,
    kind: 'meeting',
    unitId: at % 2 ? alliance.id : southdown.id,
    openedOn: '2026-01-01',
  }))
  await house.db.insertInto('bodies').values(rows).execute()
})

interface Listed {
  bodies: { slug: string; unit: string }[]
  next: string | null
}

test('the list of bodies is read in pages, and none is left out or told twice', async () => {
  const slugs: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: Listed = (await house.visitor().getJson(`/bodies${next && `?after=${next}`}`)).json()
    slugs.push(...page.bodies.map(({ slug }) => slug))
    next = page.next
  }
  expect(slugs).toHaveLength(GROUPS + Object.keys(house.world.bodies).length)
  expect(new Set(slugs).size).toBe(slugs.length)
})

test('a body is found by a part of its name or of its unit’s', async () => {
  const found = (await house.visitor().get('/bodies?q=ZÉBRA')).body
  expect(found).toContain('/bodies/group-1"')
  expect(found).not.toContain('/bodies/group-2"')
  const inUnit: Listed = (await house.visitor().getJson('/bodies?q=southd')).json()
  expect(new Set(inUnit.bodies.map(({ unit }) => unit))).toEqual(new Set(['Southdown']))
  expect((await house.visitor().get('/bodies?q=nowhere')).text()).toContain('No body answers to this')
})

test('among so many, a matter is passed on by writing the body’s name, in any case and accent', async () => {
  const noor = await house.as('noor')
  const { number, path } = await handedIn(house)
  const form = (await noor.get(`/bodies/housing/desk?matter=${number}`)).body
  expect(form).toContain('<datalist id="pass_to-list"')
  const decision = { outcome: 'passed-on', reason: 'The group knows the street.' }
  const unknown = await noor.post(`${path}/decision`, { ...decision, pass_to: 'Tenants' })
  expect(unknown.status).toBe(422)
  expect(unknown.text()).toContain('No open body has that name')
  const several = await noor.post(`${path}/decision`, { ...decision, pass_to: 'zebra crossing group' })
  expect(several.text()).toContain('Write the end of the address of the one you mean: group-0, group-1.')
  expect(several.body).toContain('value="zebra crossing group"')
  const done = await noor.post(`${path}/decision`, { ...decision, pass_to: ' TENANTS’ group 007 ' })
  expect(done.status).toBe(303)
  await announce(house)
  expect((await storyOf(house, { path })).custody?.body).toBe('group-7')
})

test('a clerk’s desks are found among them all', async () => {
  const idris = await house.as('idris')
  const { desks } = (await idris.getJson('/desks')).json() as { desks: { slug: string }[] }
  expect(desks.map(({ slug }) => slug)).toEqual(['millbrook-branch'])
})
