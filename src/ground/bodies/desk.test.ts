import { afterAll, describe, expect, test } from 'vitest'
import { announce, handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const DESK = '/bodies/housing/desk'
const refusal = { outcome: 'refused', reason: 'A council cannot inspect what it may not enter.' }

describe('the desk', () => {
  test('shows what waits, the overdue first, beside the words of the one that is open', async () => {
    const late = await handedIn(house, { title: 'Count empty homes street by street' })
    house.moveOn(20)
    const soon = await handedIn(house, { title: 'Warm rooms in every library' })
    house.moveOn(10)
    const noor = await house.as('noor')
    const desk = (await noor.get(DESK)).text()
    expect(desk).toContain('Overdue, 1')
    expect(desk.indexOf('Count empty homes')).toBeLessThan(desk.indexOf('Warm rooms'))
    expect(desk).toContain('2 days over')
    const open = (await noor.get(`${DESK}?matter=${soon.number}`)).text()
    expect(open).toContain('My son coughs all winter')
    expect(open).toContain('The decision of Housing and Land Commission')
    expect((await noor.get(`${DESK}?find=${late.number}`)).text()).not.toContain('Warm rooms')
  })

  test('is for its clerks alone', async () => {
    expect((await house.visitor().get(DESK)).location).toContain('/sign-in')
    expect((await (await house.as('olga')).get(DESK)).status).toBe(403)
    const idris = await (await house.as('idris')).get(DESK)
    expect(idris.status).toBe(403)
    expect(idris.text()).toContain('you are no clerk of that body')
    expect((await (await house.as('noor')).get('/bodies/nowhere/desk')).status).toBe(404)
  })

  test('points at open matters that read much alike', async () => {
    const noor = await house.as('noor')
    await handedIn(house, { title: 'Publish who owns each block of flats' })
    const twin = await handedIn(house, { title: 'Publish who owns every block of flats' })
    const open = (await noor.get(`${DESK}?matter=${twin.number}`)).text()
    expect(open).toContain('An open matter reads much like this one: Publish who owns each block of flats')
  })

  test('holds a decision for five minutes, says so, and gives it back', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house, { title: 'Let tenants fix and deduct' })
    const reply = await noor.post(`${motion.path}/decision`, refusal)
    expect(reply.location).toBe(`${DESK}?done=${motion.number}`)
    const desk = (await noor.get(reply.location)).text()
    expect(desk).toContain(`The decision about ${motion.number} is recorded.`)
    expect(desk).toContain('Waiting to be announced')
    expect(desk).toContain('Take back')
    await noor.post(`${motion.path}/decision/withdrawal`)
    expect((await noor.get(DESK)).text()).not.toContain('Waiting to be announced')
  })

  test('turns its pages', async () => {
    const gwen = await house.as('gwen')
    for (let at = 0; at < 30; at += 1)
      await handedIn(house, { title: `Matter for the executive, the ${at}th`, to: 'executive' })
    const first = (await gwen.get('/bodies/executive/desk')).text()
    expect(first).toContain('1 to 25 of 30')
    const second = (await gwen.get('/bodies/executive/desk?from=25')).text()
    expect(second).toContain('26 to 30 of 30')
  })
})

describe('several at once', () => {
  test('one outcome and one reason close each of them', async () => {
    const noor = await house.as('noor')
    const motions = [await handedIn(house), await handedIn(house), await handedIn(house)]
    const matter = motions.map(({ number }) => String(number))
    const chosen = await noor.post('/bodies/housing/decisions', { choose: 'yes', matter })
    expect(chosen.status).toBe(200)
    expect(chosen.text()).toContain('Decide about several together')
    const reply = await noor.post('/bodies/housing/decisions', { ...refusal, matter })
    expect(reply.location).toBe(`${DESK}?recorded=3`)
    await announce(house)
    for (const motion of motions) {
      expect((await storyOf(house, motion)).story.at(-1)).toMatchObject({
        type: 'matter.refused',
        words: { reason: refusal.reason },
      })
    }
  })

  test('says which were left out and why, and records the others', async () => {
    const noor = await house.as('noor')
    const mine = await handedIn(house)
    const elsewhere = await handedIn(house, { to: 'executive' })
    const reply = await noor.post('/bodies/housing/decisions', {
      ...refusal,
      matter: [String(mine.number), String(elsewhere.number)],
    })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('1 was recorded; it is announced in five minutes.')
    expect(reply.text()).toContain(`${elsewhere.number} is no longer with this body`)
    await announce(house)
    expect((await storyOf(house, mine)).state).toBe('refused')
    expect((await storyOf(house, elsewhere)).state).toBe('received')
  })

  test('needs a reason, and at least one matter', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const none = await noor.post('/bodies/housing/decisions', { ...refusal })
    expect(none.text()).toContain('Choose at least one matter of this desk')
    const mute = await noor.post('/bodies/housing/decisions', {
      outcome: 'refused',
      matter: String(motion.number),
    })
    expect(mute.status).toBe(422)
    expect(mute.text()).toContain('Say why')
  })

  test('by two clerks at once each matter is decided once', async () => {
    const noor = await house.as('noor')
    const motions = await Promise.all(Array.from({ length: 10 }, () => handedIn(house)))
    const numbers = motions.map(({ number }) => number)
    const decide = (matter: number[]) =>
      noor.postJson('/api/v1/bodies/housing/decisions', { ...refusal, matter })
    const replies = await Promise.all([decide(numbers), decide(numbers.toReversed())])
    const recorded = replies.flatMap((reply) => (reply.json() as { recorded: number[] }).recorded)
    expect(recorded.sort()).toEqual(numbers.sort())
  })

  test('is for the clerk alone', async () => {
    expect((await (await house.as('idris')).post('/bodies/housing/decisions', refusal)).status).toBe(403)
    expect((await house.visitor().postJson('/api/v1/bodies/housing/decisions', refusal)).status).toBe(401)
  })
})

describe('passing back', () => {
  const back = { outcome: 'passed-on', reason: 'It is theirs after all.', pass_to: 'millbrook-branch' }

  test('happens once the reviewing body agrees', async () => {
    const [idris, noor, gwen] = [await house.as('idris'), await house.as('noor'), await house.as('gwen')]
    const motion = await handedIn(house, { to: 'millbrook-branch' })
    await idris.post(`${motion.path}/decision`, { ...back, pass_to: 'housing' })
    await announce(house)
    await noor.post(`${motion.path}/decision`, back)
    const desk = await gwen.get('/bodies/executive/desk')
    expect(desk.text()).toContain(
      'Housing and Land Commission asks to pass it back to Millbrook branch meeting',
    )
    const request = /name="request" value="([^"]+)"/.exec(desk.body)?.[1] ?? ''
    expect((await noor.post('/bodies/housing/agreements', { request })).status).toBe(409)
    const replies = await Promise.all([
      gwen.post('/bodies/executive/agreements', { request }),
      gwen.post('/bodies/executive/agreements', { request }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409])
    await announce(house)
    expect((await storyOf(house, motion)).custody?.body).toBe('millbrook-branch')
  })
})

test('a clerk finds their desks, and others are told that they have none', async () => {
  expect((await (await house.as('idris')).get('/desks')).text()).toContain('Millbrook branch meeting')
  expect((await (await house.as('olga')).get('/desks')).text()).toContain('You clerk no body today')
  expect((await house.visitor().get('/desks')).location).toContain('/sign-in')
})
