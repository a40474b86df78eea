import { afterAll, expect, test } from 'vitest'
import { giveRole } from '../../app/testing/give-role.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { publicWordsOf } from '../../app/testing/public-words.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await giveRole(house, 'olga', { role: 'administrator', unit: 'southdown', isDownTheTree: true })

const unit = { name: 'Ynys Môn', kind: 'constituency', below: 'northmoor', code: 'w07000112' }

const lastEntry = async (kind: string) => (await publicWordsOf(house, kind)).at(-1)

test('an administrator opens a unit; its address is made of its name, and the record says so', async () => {
  const ada = await house.as('ada')
  expect((await ada.get('/units/northmoor')).text()).toContain('Open a unit below it')
  expect((await ada.get('/units/new?below=northmoor')).body).toContain('value="northmoor"')
  const reply = await ada.post('/units', unit)
  expect(reply.location).toBe('/units/ynys-mon')
  expect(await lastEntry('unit.opened')).toMatchObject({
    slug: 'ynys-mon',
    code: 'W07000112',
    by: 'Ada Novak',
  })
  const page = await house.visitor().get('/units/ynys-mon')
  expect(page.text()).toContain('Ynys Môn Constituency code W07000112')
  expect(page.text()).not.toContain('For administrators')
})

test('each wrong answer is said, and what was typed is kept', async () => {
  const ada = await house.as('ada')
  const wrong: [Record<string, string>, string][] = [
    [{ slug: 'millbrook' }, 'Another unit has this address already'],
    [{ slug: 'new' }, 'It must not be “new”'],
    [{ name: '！', slug: '' }, 'No address can be made of this name'],
    [{ slug: 'other' }, 'Another unit has this code already'],
    [{ below: 'nowhere' }, 'No unit has this address'],
    [{ below: '' }, 'No unit has this address'],
    [{ kind: 'planet' }, 'Choose one of the answers'],
    [{ name: '' }, 'Fill this in'],
  ]
  for (const [change, sentence] of wrong) {
    const reply = await ada.post('/units', { ...unit, ...change })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
    expect(reply.body).toContain(unit.code)
  }
})

test('it is renamed and moved with an entry that keeps what it was called before', async () => {
  const ada = await house.as('ada')
  const details = { name: 'Millbrook and Hythe', kind: 'branch', below: 'alliance' }
  expect((await ada.post('/units/millbrook/details', details)).location).toBe('/units/millbrook')
  expect(await lastEntry('unit.changed')).toMatchObject({
    name: 'Millbrook and Hythe',
    below: 'alliance',
    before: { name: 'Millbrook', below: 'northmoor' },
  })
  const circle = await ada.post('/units/northmoor/details', {
    name: 'Northmoor',
    kind: 'region',
    below: 'ynys-mon',
  })
  expect(circle.status).toBe(422)
  expect(circle.text()).toContain('They would go round in a circle')
  await ada.post('/units/millbrook/details', { ...details, name: 'Millbrook', below: 'northmoor' })
})

test('nobody else opens or changes one, and nobody outside their place', async () => {
  expect((await house.visitor().post('/units', unit)).location).toContain('/sign-in')
  expect((await (await house.as('noor')).post('/units', unit)).status).toBe(403)
  const olga = await house.as('olga')
  expect((await olga.get('/units/new?below=northmoor')).status).toBe(403)
  expect((await olga.post('/units', { ...unit, slug: 'hers', code: '' })).status).toBe(403)
  expect((await olga.get('/units/millbrook/details')).status).toBe(403)
  const southdown = { name: 'Southdown', kind: 'branch', below: 'northmoor' }
  expect((await olga.post('/units/southdown/details', southdown)).status).toBe(403)
  expect((await olga.post('/units', { ...unit, slug: 'hers', code: '', below: 'southdown' })).status).toBe(
    303,
  )
  expect((await olga.post('/units/nowhere/details', unit)).status).toBe(404)
})

test('sent twice, or by two at once, it is one unit', async () => {
  const ada = await house.as('ada')
  const twice = { name: 'High Street', kind: 'branch', below: 'northmoor', once: 'a-key-of-twenty-signs' }
  expect((await ada.post('/units', twice)).location).toBe('/units/high-street')
  expect((await ada.post('/units', twice)).location).toBe('/units/high-street')
  const mill = { name: 'Mill Lane', kind: 'branch', below: 'northmoor' }
  const both = await Promise.all([ada.post('/units', mill), ada.post('/units', mill)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('a unit opened while its parent moves still has a true lineage', async () => {
  const ada = await house.as('ada')
  const moves = ['alliance', 'southdown', 'alliance', 'southdown'].map((below) =>
    ada.post('/units/northmoor/details', { name: 'Northmoor', kind: 'region', below }),
  )
  const opens = Array.from({ length: 8 }, (_, at) =>
    ada.post('/units', { name: `Quick ${at}`, kind: 'branch', below: 'northmoor' }),
  )
  const replies = await Promise.all([...moves, ...opens])
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 303))
  const northmoor = await house.db
    .selectFrom('units')
    .select(['id', 'lineage'])
    .where('slug', '=', 'northmoor')
    .executeTakeFirstOrThrow()
  const below = await house.db
    .selectFrom('units')
    .select(['id', 'lineage'])
    .where('parentId', '=', northmoor.id)
    .execute()
  expect(below.length).toBeGreaterThanOrEqual(8)
  for (const { id, lineage } of below) expect(lineage).toEqual([...northmoor.lineage, id])
})
