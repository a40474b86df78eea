import { afterAll, describe, expect, test } from 'vitest'
import { announce, decided, handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const key = ({ key }: { key: string | null }) => key ?? ''

describe('letters', () => {
  test('go between the clerk and an anonymous author, and nobody else reads them', async () => {
    const motion = await handedIn(house, { authorship: 'anonymous' })
    const noor = await house.as('noor')
    const page = await noor.get(`${motion.path}/letters`)
    expect(page.text()).toContain('Nobody knows who the author is')
    const sent = await noor.post(`${motion.path}/letters`, { words: 'Which street is it?' })
    expect(sent.status).toBe(303)
    const opened = await house.visitor().post(`/receipts/${motion.number}`, { key: key(motion) })
    expect(opened.text()).toContain('Which street is it?')
    const answer = await house
      .visitor()
      .post(`${motion.path}/letters`, { key: key(motion), words: 'Mill Lane.' })
    expect(answer.text()).toContain('Your letter is with the clerk')
    expect((await noor.get(`${motion.path}/letters`)).text()).toContain('Mill Lane.')
    expect((await house.visitor().get(motion.path)).text()).not.toContain('Mill Lane.')
    expect((await house.visitor().get(`${motion.path}/letters`)).status).toBe(403)
    expect((await (await house.as('idris')).get(`${motion.path}/letters`)).status).toBe(403)
  })

  test('are told of by mail without their words, and the clerk’s look at a name is written down', async () => {
    const motion = await handedIn(house, { authorship: 'withheld' }, 'nasreen')
    const noor = await house.as('noor')
    expect((await noor.get(`${motion.path}/letters`)).text()).toContain('The author is Nasreen Akhtar')
    await house.runJobs()
    await house.db.deleteFrom('lettersOut').execute()
    await noor.post(`${motion.path}/letters`, { words: 'Which street is it?' })
    await house.runJobs()
    await house.runJobs()
    const mails = await house.db.selectFrom('lettersOut').select(['toAddress', 'text']).execute()
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(['nasreen@example.org'])
    expect(mails[0]?.text).not.toContain('Which street')
    const looks = await house.db
      .selectFrom('lookups')
      .select('role')
      .where('personId', '=', house.world.people.nasreen.id)
      .execute()
    expect(looks).toEqual([{ role: 'clerk' }])
  })

  test('need words, and an author who is not named', async () => {
    const motion = await handedIn(house, { authorship: 'anonymous' })
    const noor = await house.as('noor')
    expect((await noor.post(`${motion.path}/letters`, { words: ' ' })).status).toBe(422)
    const mute = await house.visitor().post(`${motion.path}/letters`, { key: key(motion), words: '' })
    expect(mute.status).toBe(422)
    expect(mute.text()).toContain('Write something first')
    const named = await handedIn(house)
    expect((await noor.post(`${named.path}/letters`, { words: 'Hello.' })).status).toBe(409)
  })
})

describe('a review', () => {
  test('opens it again with the reviewing body, once', async () => {
    const motion = await decided(house, { outcome: 'refused' })
    const ask = () =>
      house.visitor().post(`${motion.path}/review`, { key: motion.key, reason: 'You read another street.' })
    const replies = await Promise.all([ask(), ask()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = await storyOf(house, motion)
    expect(told.state).toBe('received')
    expect(told.custody?.body).toBe('executive')
    expect(told.story.at(-1)).toMatchObject({
      type: 'matter.review-asked',
      words: { reason: 'You read another street.' },
    })
    house.moveOn(1)
    await (await house.as('gwen')).post(`${motion.path}/decision`, { outcome: 'accepted' })
    await announce(house)
    const again = await ask()
    expect(again.status).toBe(409)
    expect(again.text()).toContain('Another body has been asked already')
  })

  test('is possible after a merge, not before a decision nor after a withdrawal, and needs a reason', async () => {
    const target = await handedIn(house)
    const merged = await decided(house, { outcome: 'merged', merge_into: String(target.number) })
    const ask = (motion: { path: string; key: string | null }, reason = 'Look again.') =>
      house.visitor().post(`${motion.path}/review`, { key: key(motion), reason })
    expect((await ask(merged, '')).status).toBe(422)
    expect((await ask(merged)).status).toBe(200)
    expect((await ask(target)).text()).toContain('Nothing has been decided yet')
    await house.visitor().post(`${target.path}/withdrawal`, { key: key(target) })
    expect((await ask(target)).text()).toContain('You withdrew it')
  })

  test('of a body that nobody reviews is refused in a sentence', async () => {
    const motion = await handedIn(house, { to: 'executive' })
    await (await house.as('gwen')).post(`${motion.path}/decision`, { outcome: 'accepted' })
    await announce(house)
    const reply = await house.visitor().post(`${motion.path}/review`, { key: key(motion), reason: 'Hm.' })
    expect(reply.status).toBe(409)
    expect(reply.text()).toContain('No body is named to review Executive')
  })
})

describe('was it an answer?', () => {
  const judge = (motion: { path: string; key: string | null }, verdict = 'partly') =>
    house.visitor().post(`${motion.path}/verdict`, { key: key(motion), verdict })

  test('is asked two weeks after, by letter too, and counted on the body’s page', async () => {
    const motion = await handedIn(house, { name: 'B.', email: 'b@example.org' })
    await (await house.as('noor')).post(`${motion.path}/decision`, {
      outcome: 'answered',
      reason: 'So it is.',
    })
    await announce(house)
    const early = await judge(motion)
    expect(early.status).toBe(409)
    expect(early.text()).toContain('You can say so from')
    await house.db.deleteFrom('lettersOut').execute()
    house.moveOn(14)
    await house.runJobs()
    const asked = await lettersTo(house, 'b@example.org')
    expect(asked).toMatchObject([{ subject: `${motion.number}: was it an answer?` }])
    const replies = await Promise.all([judge(motion), judge(motion)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await storyOf(house, motion)).story.at(-1)).toMatchObject({ type: 'matter.judged' })
    expect((await house.visitor().get(motion.path)).text()).toContain(
      'The author says it was partly an answer',
    )
    const body = (await house.visitor().getJson('/api/v1/bodies/housing')).json() as {
      figures: { verdicts: object }
    }
    expect(body.figures.verdicts).toEqual({ yes: 0, partly: 1, no: 0 })
  })

  test('needs one of the three, and an answer', async () => {
    const motion = await decided(house, { outcome: 'refused' })
    house.moveOn(14)
    const reply = await judge(motion, 'perhaps')
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('Choose one of the three')
    const open = await handedIn(house)
    expect((await judge(open)).text()).toContain('There is no answer yet to judge')
  })
})

describe('passing back', () => {
  test('happens when the author agrees', async () => {
    const motion = await handedIn(house, { to: 'millbrook-branch', email: 'c@example.org', name: 'C.' })
    const back = { outcome: 'passed-on', reason: 'It is local.', pass_to: 'housing' }
    await (await house.as('idris')).post(`${motion.path}/decision`, back)
    await announce(house)
    await (await house.as('noor')).post(`${motion.path}/decision`, { ...back, pass_to: 'millbrook-branch' })
    const subjects = (await lettersTo(house, 'c@example.org')).map(({ subject }) => subject)
    const asked = `${motion.number}: may it go back?`
    expect(subjects.filter((subject) => subject === asked)).toHaveLength(1)
    const agree = () => house.visitor().post(`${motion.path}/agreement`, { key: key(motion) })
    const replies = await Promise.all([agree(), agree()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    await announce(house)
    expect((await storyOf(house, motion)).custody?.body).toBe('millbrook-branch')
    expect((await house.visitor().get(motion.path)).text()).toContain(
      'The author agreed that it goes back to Millbrook branch meeting',
    )
  })
})
