import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announce, decided, handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const key = ({ key }: { key: string | null }) => key ?? ''

describe('the follow-up key', () => {
  test('opens the author’s page, which no browser keeps', async () => {
    const motion = await handedIn(house, { authorship: 'anonymous' })
    const typed = key(motion).toUpperCase().replaceAll('-', ' ')
    const reply = await house.visitor().post(`/receipts/${motion.number}`, { key: typed })
    expect(reply.status).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.text()).toContain('Withdraw it')
    expect(reply.text()).toContain('We keep only a fingerprint of your key')
  })

  test('mistyped, too short, and of another number are told apart, and what was typed is kept', async () => {
    const motion = await handedIn(house)
    const other = await handedIn(house)
    const slip = key(motion).replace(/^./, (letter) => (letter === 'b' ? 'd' : 'b'))
    for (const [typed, sentence] of [
      [slip, 'There is a slip in this key'],
      [key(motion).slice(0, 20), 'six groups of five letters'],
      [key(other), 'it belongs to another number'],
    ] as const) {
      const reply = await house.visitor().post(`/receipts/${motion.number}`, { key: typed })
      expect(reply.status).toBe(422)
      expect(reply.text()).toContain(sentence)
      expect(reply.body).toContain(typed)
    }
  })

  test('tried wrongly too often makes that number wait, and no other', async () => {
    const motion = await handedIn(house)
    const other = await handedIn(house)
    for (let at = 0; at < 10; at += 1)
      await house.visitor().post(`/receipts/${motion.number}`, { key: key(other) })
    const reply = await house.visitor().post(`/receipts/${motion.number}`, { key: key(motion) })
    expect(reply.status).toBe(429)
    expect(reply.headers['retry-after']).toBe('900')
    expect((await house.visitor().post(`/receipts/${other.number}`, { key: key(other) })).status).toBe(200)
    house.clock.moveOn(15 * 60_000)
    expect((await house.visitor().post(`/receipts/${motion.number}`, { key: key(motion) })).status).toBe(200)
  })

  test('is asked for where nobody is signed in', async () => {
    const motion = await handedIn(house)
    for (const act of ['withdrawal', 'letters', 'review', 'verdict', 'agreement']) {
      const reply = await house.visitor().post(`${motion.path}/${act}`, { words: 'Let me in.' })
      expect(reply.status).toBe(403)
      expect(reply.text()).toContain('Only the author can do this')
      const olga = await (await house.as('olga')).post(`${motion.path}/${act}`, { words: 'Let me in.' })
      expect(olga.status).toBe(403)
    }
    expect((await house.visitor().post('/receipts/999999', { key: key(motion) })).status).toBe(404)
  })
})

describe('withdrawing', () => {
  test('ends it before a decision, though one waits to be announced', async () => {
    const motion = await handedIn(house)
    const noor = await house.as('noor')
    await noor.post(`${motion.path}/decision`, { outcome: 'refused', reason: 'No.' })
    const reply = await house
      .visitor()
      .post(`${motion.path}/withdrawal`, { key: key(motion), reason: 'It is mended.' })
    expect(reply.status).toBe(200)
    expect(reply.text()).toContain('It is withdrawn')
    await announce(house)
    const told = await storyOf(house, motion)
    expect(told.state).toBe('withdrawn')
    expect(told.story.at(-1)).toMatchObject({
      type: 'matter.withdrawn',
      words: { reason: 'It is mended.' },
    })
  })

  test('is too late after a decision, and happens once', async () => {
    const late = await decided(house, { outcome: 'refused' })
    const reply = await house.visitor().post(`${late.path}/withdrawal`, { key: late.key })
    expect(reply.status).toBe(409)
    expect(reply.text()).toContain('It has been decided')
    const motion = await handedIn(house)
    const send = () => house.visitor().post(`${motion.path}/withdrawal`, { key: key(motion) })
    const replies = await Promise.all([send(), send()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('sent twice with one key against double sending is answered twice alike', async () => {
    const motion = await handedIn(house)
    const once = { 'idempotency-key': unorderedId() }
    const send = () =>
      house.visitor().postJson(`/api/v1${motion.path}/withdrawal`, { key: key(motion) }, once)
    expect([(await send()).status, (await send()).status]).toEqual([200, 200])
  })

  test('leads a signed-in author back to the story', async () => {
    const motion = await handedIn(house, {}, 'nasreen')
    const nasreen = await house.as('nasreen')
    expect((await nasreen.get(motion.path)).text()).toContain('Your part')
    expect((await house.visitor().get(motion.path)).text()).not.toContain('Your part')
    const reply = await nasreen.post(`${motion.path}/withdrawal`)
    expect(reply.location).toBe(`${motion.path}?done=withdrawal#yours`)
    expect((await nasreen.get(reply.location)).text()).toContain('It is withdrawn.')
  })

  test('by an anonymous author tells no more than the hour', async () => {
    const motion = await handedIn(house, { authorship: 'anonymous' })
    house.clock.moveOn(2 * 3_600_000 + 34 * 60_000)
    await house.visitor().post(`${motion.path}/withdrawal`, { key: key(motion) })
    const last = (await storyOf(house, motion)).story.at(-1) as unknown as { at: string; type: string }
    expect(last.type).toBe('matter.withdrawn')
    expect(last.at).toMatch(/:00:00Z$/)
  })
})
