import { afterAll, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { publicWordsOf } from '../../app/testing/public-words.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const body = {
  name: 'Rivers and Coast Commission',
  kind: 'commission',
  unit: 'northmoor',
  days: '21',
  about: 'Water, and who looks after it.',
  reviewed_by: 'executive',
}

const entries = (kind: string) => publicWordsOf(house, kind)

test('an administrator opens a body with its promise; the record says so, and matters can be handed in', async () => {
  const ada = await house.as('ada')
  expect((await ada.get('/bodies/new?unit=northmoor')).body).toContain('value="northmoor"')
  const reply = await ada.post('/bodies', { ...body, holds_strangers: 'yes' })
  expect(reply.location).toBe('/bodies/rivers-and-coast-commission/members')
  const page = await house.visitor().get('/bodies/rivers-and-coast-commission')
  expect(page.text()).toContain('21 days, since 2 November 2026')
  expect(page.text()).toContain('words from people without an account wait')
  expect(page.text()).not.toContain('For administrators')
  expect((await entries('body.opened')).at(-1)).toMatchObject({
    slug: 'rivers-and-coast-commission',
    unit: 'northmoor',
    days: 21,
    reviewed_by: 'executive',
    holds_strangers: true,
    by: 'Ada Novak',
  })
  expect((await handedIn(house, { to: 'rivers-and-coast-commission' })).number).toBeGreaterThan(2000)
})

test('each wrong answer is said, and what was typed is kept', async () => {
  const ada = await house.as('ada')
  const wrong: [Record<string, string>, string][] = [
    [{ slug: 'housing' }, 'Another body has this address already'],
    [{ slug: 'new' }, 'It must not be “new”'],
    [{ name: '！' }, 'No address can be made of this name'],
    [{ unit: 'nowhere' }, 'No unit has this address'],
    [{ days: '0' }, 'between 1 and 366'],
    [{ days: 'soon' }, 'between 1 and 366'],
    [{ reviewed_by: 'nobody' }, 'Choose one of the bodies'],
    [{ kind: '' }, 'Fill this in'],
  ]
  for (const [change, sentence] of wrong) {
    const reply = await ada.post('/bodies', { ...body, ...change })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
    expect(reply.body).toContain(body.about)
  }
})

test('its name, rule and reviewer are said anew, with an entry that keeps what stood before', async () => {
  const ada = await house.as('ada')
  const details = { name: 'Housing, Land and Rent', kind: 'commission', reviewed_by: 'executive' }
  expect((await ada.get('/bodies/housing/details')).body).toContain('value="Housing and Land Commission"')
  expect((await ada.post('/bodies/housing/details', details)).location).toBe('/bodies/housing')
  expect((await house.visitor().get('/bodies/housing')).text()).toContain('Housing, Land and Rent')
  const before = await entries('body.changed')
  expect(before).toMatchObject([
    { name: 'Housing, Land and Rent', before: { name: 'Housing and Land Commission' }, by: 'Ada Novak' },
  ])
  await ada.post('/bodies/housing/details', details)
  expect(await entries('body.changed')).toHaveLength(before.length)
  const own = await ada.post('/bodies/housing/details', { ...details, reviewed_by: 'housing' })
  expect(own.text()).toContain('A body does not review itself')
})

test('there is always one front desk: naming another moves it, and both say so', async () => {
  const ada = await house.as('ada')
  const desks = async () =>
    (await house.db.selectFrom('bodies').select('slug').where('isFrontDesk', '=', true).execute()).map(
      ({ slug }) => slug,
    )
  const executive = { name: 'Executive', kind: 'executive', front_desk: 'yes' }
  await ada.post('/bodies/executive/details', executive)
  expect(await desks()).toEqual(['executive'])
  const said = await entries('body.changed')
  expect(said).toContainEqual(
    expect.objectContaining({ slug: 'front-desk', front_desk: false, front_desk_is: 'executive' }),
  )
  expect(said).toContainEqual(expect.objectContaining({ slug: 'executive', front_desk: true }))
  await ada.post('/bodies/executive/details', { name: 'Executive', kind: 'executive' })
  expect(await desks()).toEqual(['executive'])
  expect((await handedIn(house, { to: '' })).number).toBeGreaterThan(2000)
  const desk = { name: 'Front desk', kind: 'desk', front_desk: 'yes' }
  const both = await Promise.all([
    ada.post('/bodies/front-desk/details', desk),
    ada.post('/bodies/millbrook-branch/details', { ...desk, name: 'Millbrook branch meeting' }),
  ])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await desks()).toHaveLength(1)
})

test('nobody else opens or changes one; sent twice it is one', async () => {
  expect((await house.visitor().post('/bodies', body)).location).toContain('/sign-in')
  expect((await (await house.as('noor')).post('/bodies', body)).status).toBe(403)
  expect((await (await house.as('noor')).post('/bodies/housing/details', body)).status).toBe(403)
  const ada = await house.as('ada')
  expect((await ada.post('/bodies/nowhere/details', body)).status).toBe(404)
  const twice = { ...body, slug: 'weir', once: 'a-key-of-twenty-signs' }
  expect((await ada.post('/bodies', twice)).location).toBe('/bodies/weir/members')
  expect((await ada.post('/bodies', twice)).location).toBe('/bodies/weir/members')
  const lock = { ...body, slug: 'lock' }
  const both = await Promise.all([ada.post('/bodies', lock), ada.post('/bodies', lock)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
})
