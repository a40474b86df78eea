import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announce, handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const refusal = { outcome: 'refused', reason: 'A council cannot inspect what it may not enter.' }

describe('a decision', () => {
  test('cannot refuse without a reason, and keeps what was typed', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const reply = await noor.post(`${motion.path}/decision`, { outcome: 'refused', reason: ' ' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('Say why')
    expect(reply.body).toContain('value="refused" checked')
    expect((await storyOf(house, motion)).story.map(({ type }) => type)).toEqual(['submission.handed-in'])
  })

  test('waits five minutes unseen, then is in the story with its reason', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const reply = await noor.post(`${motion.path}/decision`, refusal)
    expect(reply.status).toBe(303)
    await house.runJobs()
    expect((await storyOf(house, motion)).state).toBe('received')
    await announce(house)
    const told = await storyOf(house, motion)
    expect(told.state).toBe('refused')
    expect(told.custody).toBeNull()
    expect(told.story.at(-1)).toMatchObject({
      type: 'matter.refused',
      body: 'housing',
      words: { reason: refusal.reason, language: 'en' },
    })
  })

  test('can be taken back before it is announced, and not after', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    await noor.post(`${motion.path}/decision`, refusal)
    expect((await noor.post(`${motion.path}/decision/withdrawal`)).status).toBe(303)
    await announce(house)
    expect((await storyOf(house, motion)).state).toBe('received')
    const twice = await noor.post(`${motion.path}/decision/withdrawal`)
    expect(twice.status).toBe(409)
    expect(twice.text()).toContain('There is nothing to take back')
  })

  test('is shown before it is recorded, in the words the author will read', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const reply = await noor.post(`${motion.path}/decision`, { ...refusal, preview: 'yes' })
    expect(reply.status).toBe(200)
    expect(reply.text()).toContain('Housing and Land Commission refused it.')
    expect(reply.text()).toContain('You may ask once for another body to look again')
    await announce(house)
    expect((await storyOf(house, motion)).state).toBe('received')
  })

  test('is for the clerk of the body that has it alone', async () => {
    const motion = await handedIn(house)
    const stranger = await house.visitor().post(`${motion.path}/decision`, refusal)
    expect(stranger.location).toContain('/sign-in')
    expect((await (await house.as('nasreen')).post(`${motion.path}/decision`, refusal)).status).toBe(403)
    const other = await (await house.as('idris')).post(`${motion.path}/decision`, refusal)
    expect(other.status).toBe(403)
    expect(other.text()).toContain('This matter is with Housing and Land Commission')
    const json = await house.visitor().postJson(`/api/v1${motion.path}/decision`, refusal)
    expect(json.status).toBe(401)
  })

  test('a second one is told that it is decided already', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    await noor.post(`${motion.path}/decision`, refusal)
    const second = await noor.postJson(`/api/v1${motion.path}/decision`, { outcome: 'accepted' })
    expect(second.status).toBe(409)
    expect(second.body).toContain('/problems/decision.already-decided')
    await announce(house)
    const late = await noor.postJson(`/api/v1${motion.path}/decision`, { outcome: 'accepted' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('ended on 2 November 2026 (Refused, with reason)')
  })

  test('sent twice with the same key it is one; for something else the key is refused', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const key = { 'idempotency-key': unorderedId() }
    const first = await noor.postJson(`/api/v1${motion.path}/decision`, refusal, key)
    const again = await noor.postJson(`/api/v1${motion.path}/decision`, refusal, key)
    expect(first.status).toBe(201)
    expect(again.body).toBe(first.body)
    const other = await noor.postJson(`/api/v1${motion.path}/decision`, { outcome: 'accepted' }, key)
    expect(other.status).toBe(422)
    expect(other.body).toContain('/problems/request.key-reused')
  })

  test('of 500 at once one wins, and the others are told', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const replies = await Promise.all(
      Array.from({ length: 500 }, (_, at) =>
        noor.postJson(`/api/v1${motion.path}/decision`, { outcome: 'refused', reason: `Reason ${at}.` }),
      ),
    )
    const count = (status: number) => replies.filter((reply) => reply.status === status).length
    expect([count(201), count(409)]).toEqual([1, 499])
    await announce(house)
    const { story } = await storyOf(house, motion)
    expect(story.filter(({ type }) => type === 'matter.refused')).toHaveLength(1)
  })

  test('announced by two workers at once it is one step', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    await noor.post(`${motion.path}/decision`, refusal)
    house.clock.moveOn(5 * 60_000)
    await Promise.all([house.runJobs(), house.runJobs(), house.runJobs()])
    expect((await storyOf(house, motion)).story).toHaveLength(2)
  })

  test('taken back in the moment it is announced: either, never both', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    await noor.post(`${motion.path}/decision`, refusal)
    house.clock.moveOn(5 * 60_000)
    const [taken] = await Promise.all([noor.post(`${motion.path}/decision/withdrawal`), house.runJobs()])
    const { state } = await storyOf(house, motion)
    expect(state).toBe(taken.status === 303 ? 'received' : 'refused')
  })
})

describe('beginning to consider', () => {
  test('is a step in the story, once', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    const [one, other] = await Promise.all([
      noor.postJson(`/api/v1${motion.path}/consideration`, {}),
      noor.postJson(`/api/v1${motion.path}/consideration`, {}),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    const told = await storyOf(house, motion)
    expect(told.state).toBe('being-considered')
    expect(told.story.map(({ type }) => type)).toEqual(['submission.handed-in', 'matter.considered'])
  })

  test('is for the clerk alone', async () => {
    const motion = await handedIn(house)
    expect((await (await house.as('idris')).post(`${motion.path}/consideration`)).status).toBe(403)
  })
})

describe('accepting', () => {
  test('ends it, without a reason if need be', async () => {
    const noor = await house.as('noor')
    const motion = await handedIn(house)
    await noor.post(`${motion.path}/decision`, { outcome: 'accepted' })
    await announce(house)
    const told = await storyOf(house, motion)
    expect(told.state).toBe('accepted')
    expect(told.story.at(-1)).toMatchObject({ type: 'matter.accepted', words: null })
  })
})

describe('letters', () => {
  test('reach an author whose name is withheld or who left an address, and nobody of an anonymous one', async () => {
    const noor = await house.as('noor')
    const named = await handedIn(house, { authorship: 'withheld' }, 'nasreen')
    const signed = await handedIn(house, { name: 'B.', email: 'b@example.org' })
    const anonymous = await handedIn(house, { authorship: 'anonymous' }, 'olga')
    for (const motion of [named, signed, anonymous]) await noor.post(`${motion.path}/decision`, refusal)
    await house.db.deleteFrom('lettersOut').execute()
    await announce(house)
    const letters = await house.db
      .selectFrom('lettersOut')
      .select(['toAddress', 'subject', 'text'])
      .orderBy('toAddress')
      .execute()
    expect(letters.map(({ toAddress }) => toAddress)).toEqual(['b@example.org', 'nasreen@example.org'])
    expect(letters[0]?.subject).toBe(`${signed.number}: refused, with a reason`)
    expect(letters[0]?.text).toContain(refusal.reason)
    expect(letters[0]?.text).toContain(`https://moot.example${signed.path}`)
  })
})
