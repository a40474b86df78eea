import { afterAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { addUnits } from './add-units.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await inTransaction(house.db, async (tx) => {
  const now = house.clock.now()
  const [alliance] = await tx
    .selectFrom('units')
    .select(['id', 'slug', 'lineage'])
    .where('slug', '=', 'alliance')
    .execute()
  const wales = { slug: 'wales', name: 'Wales', kind: 'nation', parent: alliance ?? null }
  const guild = { slug: 'guild', name: 'Depot Guild', kind: 'union', parent: alliance ?? null }
  const [nation] = await addUnits(tx, [wales, { ...guild, controlsOwnData: true }], now)
  const constituencies = Array.from({ length: 60 }, (_, at) => ({
    slug: `seat-${at}`,
    name: `Seat ${String(at).padStart(2, '0')}`,
    kind: 'constituency',
    code: `W070001${String(at).padStart(2, '0')}`,
    parent: nation ?? null,
  }))
  const mon = { slug: 'ynys-mon', name: 'Ynys Môn', kind: 'constituency', parent: nation ?? null }
  await addUnits(tx, [...constituencies, mon], now)
})

interface UnitTold {
  above: { slug: string }[]
  below: Record<string, number>
  children: { slug: string }[]
  next: string | null
  bodies: { slug: string; promise_days: number; open: number }[]
  nearest_bodies: { unit: { slug: string }; bodies: { slug: string }[] } | null
  roles: { name: string; role: string }[]
  latest: { number: number; title: string | null }[]
}

const told = async (path: string): Promise<UnitTold> =>
  (await house.visitor().getJson(`/api/v1${path}`)).json()

describe('the tree in public', () => {
  test('lists what branches, counts what is many, and keeps affiliates apart', async () => {
    const page = await house.visitor().get('/units')
    expect(page.status).toBe(200)
    const text = page.text()
    expect(text).toContain('Wales Nation – 61 constituencies 61 constituencies')
    expect(text).not.toContain('Seat 07')
    expect(text).toContain('Millbrook Branch')
    expect(text).toMatch(/Affiliated Organisations of their own .* Depot Guild Affiliated union/)
    expect(text).toContain('By kind 1 nation 1 region 61 constituencies 2 branches 1 affiliated union')
    expect(page.headers['cache-control']).toContain('public')
  })

  test('a unit is found by part of its name without accents, by its code, and by its kind', async () => {
    const found = async (query: string) => (await house.visitor().get(`/units?${query}`)).text()
    expect(await found('q=ynys+mon')).toContain('Ynys Môn Constituency in Wales')
    expect(await found('q=w07000142')).toContain('Seat 42')
    expect(await found('kind=region')).toContain('Northmoor')
    expect(await found('kind=region')).not.toContain('Millbrook')
    expect(await found('q=100%25')).toContain('No unit answers to this')
    expect(await found('kind=banana&q=north')).toContain('Northmoor')
  })

  test('programs turn the pages with a cursor and see each unit once', async () => {
    const seen: string[] = []
    let path: string | null = '/api/v1/units?kind=constituency'
    while (path !== null) {
      const page: { units: { slug: string }[]; next: string | null } = (
        await house.visitor().getJson(path)
      ).json()
      seen.push(...page.units.map(({ slug }) => slug))
      path = page.next && `/api/v1/units?kind=constituency&after=${page.next}`
    }
    expect(seen).toHaveLength(61)
    expect(new Set(seen).size).toBe(61)
    expect((await house.visitor().getJson('/api/v1/units?after=broken')).status).toBe(200)
  })
})

describe('a unit in public', () => {
  test('says what stands above and below it, and pages through the many', async () => {
    const millbrook = await told('/units/millbrook')
    expect(millbrook.above.map(({ slug }) => slug)).toEqual(['alliance', 'northmoor'])
    const wales = await told('/units/wales')
    expect(wales.below).toEqual({ constituency: 61 })
    expect(wales.children).toHaveLength(50)
    expect((await told(`/units/wales?after=${wales.next}`)).children).toHaveLength(11)
    const page = await house.visitor().get('/units/wales')
    expect(page.body).toContain(`/units/wales?after=${wales.next}`)
    expect((await house.visitor().get('/units/nowhere')).status).toBe(404)
  })

  test('shows its bodies with what waits; without any it names the nearest above', async () => {
    await handedIn(house, { to: 'millbrook-branch', title: 'A bench by the mill pond' })
    const millbrook = await told('/units/millbrook')
    expect(millbrook.bodies).toMatchObject([{ slug: 'millbrook-branch', promise_days: 28, open: 1 }])
    const seat = await told('/units/seat-7')
    expect(seat.bodies).toEqual([])
    expect(seat.nearest_bodies?.unit.slug).toBe('alliance')
    expect((await house.visitor().get('/units/seat-7')).text()).toContain(
      'The nearest ones are those of The Commons Alliance',
    )
  })

  test('names who holds a role there, and no address of theirs', async () => {
    const reply = await house.visitor().get('/units/millbrook')
    expect(reply.text()).toContain('Idris Bello Secretary')
    expect(reply.body).not.toContain('@example.org')
    expect((await told('/units/millbrook')).roles).toContainEqual(
      expect.objectContaining({ name: 'Idris Bello', role: 'clerk', body: 'Millbrook branch meeting' }),
    )
  })

  test('lists the latest matters of all below it, in a feed too, and never held words', async () => {
    house.clock.moveOn(60_000)
    const { number } = await handedIn(house, { to: 'millbrook-branch', title: 'A second bench' })
    expect((await told('/units/alliance')).latest[0]).toMatchObject({ number, title: 'A second bench' })
    expect((await told('/units/wales')).latest).toEqual([])
    const feed = await house.visitor().get('/units/northmoor.atom')
    expect(feed.headers['content-type']).toContain('application/atom+xml')
    expect(feed.body).toContain('A second bench')
    await house.db.updateTable('matters').set({ visibility: 'held' }).where('number', '=', number).execute()
    expect((await house.visitor().get('/units/northmoor')).text()).not.toContain('A second bench')
    expect((await house.visitor().get('/units/northmoor.atom')).body).not.toContain('A second bench')
    expect((await house.visitor().get('/units/nowhere.atom')).status).toBe(404)
  })
})
