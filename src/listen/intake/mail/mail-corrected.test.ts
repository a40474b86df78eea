import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import type { Call } from '../../calls/index.ts'
import { answerGiven } from './testing/answer-given.ts'
import { domain, openMailHouse, type Sent } from './testing/open-mail-house.ts'

const house = await openMailHouse()
afterAll(() => house.close())

let call: Call
/** Where a reply to the receipt goes, and the number that it was for. */
let rcpt = ''
let first = 0
beforeEach(async () => {
  house.moveOn(1)
  call = await openTestCall(house)
  const picture = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#7a8' } })
    .jpeg()
    .toBuffer()
  await send({
    rcpt: `call-${call.number}@${domain}`,
    text: '1: More buses.\n2: a\n3a: agree',
    attachments: [{ filename: 'stop.jpg', content: picture }],
  })
  const [letter] = await house.lettersTo()
  rcpt = letter?.replyTo ?? ''
  first = (await house.newest())?.number ?? 0
  await house.lettersTo('noor@example.org')
})

const send = async (mail: Sent & { rcpt: string }) => {
  await house.send({ subject: 'Re: x', ...mail })
  await house.runJobs()
}

const withdrawn = async (number: number) => {
  const found = house.db.selectFrom('answers').innerJoin('matters', 'matters.id', 'answers.id')
  const row = await found.select('withdrawnAt').where('number', '=', number).executeTakeFirstOrThrow()
  return row.withdrawnAt !== null
}

describe('a reply to the receipt that answers by number', () => {
  test('corrects: the answer is taken in anew with what was changed and its files, the earlier is withdrawn', async () => {
    await send({
      rcpt,
      text: '2: b, c\n1: And on Sundays.\n\nOn 2 Nov 2026 at 10:00, A wrote:\n> 3a: disagree',
    })
    const now = await house.newest()
    expect(now?.number).toBeGreaterThan(first)
    expect(await answerGiven(house, { call, number: now?.number })).toEqual({
      words: ['More buses.\n\nAnd on Sundays.'],
      place: null,
      marks: { Evenings: 1, Sundays: 1, 'Buses should be free': 1 },
    })
    expect(await withdrawn(first)).toBe(true)
    const files = house.db
      .selectFrom('attachments')
      .select('mediaType')
      .where('matterId', '=', now?.id ?? '')
    expect(await files.execute()).toHaveLength(1)
    const [letter] = await house.lettersTo()
    expect(letter?.text).toContain(`takes the place of ${first}`)
    expect(letter?.text).toMatch(/([a-z]{5}-){5}[a-z]{5}/)
    expect(letter?.replyTo).not.toBe(rcpt)
  })

  test('and its receipt can be replied to again; the first receipt then only adds words beside', async () => {
    await send({ rcpt, text: '2: b' })
    const [letter] = await house.lettersTo()
    await send({ rcpt: letter?.replyTo ?? '', text: '3a: no' })
    const { number } = (await house.newest()) ?? {}
    expect((await answerGiven(house, { call, number })).marks).toEqual({
      Evenings: 1,
      'Buses should be free': -1,
    })
    await house.lettersTo()
    await send({ rcpt, text: '2: c' })
    expect((await house.newest())?.number).toBe(number)
    expect((await house.lettersTo())[0]?.subject).toContain('Added to')
  })
})

test('a reply that is not clear is told what was not, and how it is written', async () => {
  await send({ rcpt, text: '2: tuesdays' })
  const [letter] = await house.lettersTo()
  expect(letter?.text).toContain('> 2: tuesdays\n(none of the answers offered)')
  expect(letter?.text).toContain('b) Evenings')
  expect(letter?.text).not.toContain('Buses should be free')
})

describe('changes nothing of the answer, and stands beside it,', () => {
  test.each([
    ['a reply without numbers', { text: 'And on Sundays too.' }],
    ['one that is not clear', { text: '2: tuesdays' }],
    ['one that names a place nobody knows', { text: '4: Atlantis' }],
    ['one from another address', { text: '2: b', from: 'somebody@elsewhere.example' }],
  ])('%s', async (_, mail) => {
    await send({ rcpt, ...mail })
    expect((await house.newest())?.number).toBe(first)
    expect(await withdrawn(first)).toBe(false)
    const back = await house.lettersTo('from' in mail ? mail.from : undefined)
    expect(back[0]?.subject).toContain('Added to')
    expect((await house.lettersTo('noor@example.org')).length).toBe(1)
  })

  test('one that comes after the closing', async () => {
    house.moveOn(15)
    await send({ rcpt, text: '2: b' })
    expect((await house.newest())?.number).toBe(first)
    expect(await withdrawn(first)).toBe(false)
    expect((await house.lettersTo())[0]?.subject).toContain('Added to')
  })
})
