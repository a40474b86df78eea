import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#core/time/days.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import type { Call } from '../../calls/index.ts'
import { domain, openMailHouse, type Sent } from './testing/open-mail-house.ts'

const house = await openMailHouse()
afterAll(() => house.close())

let call: Call
beforeAll(async () => {
  call = await openTestCall(house)
})

const send = (mail: Sent) => house.send({ rcpt: `call-${call.number}@${domain}`, ...mail })

describe('whom it is for', () => {
  test.each([
    ['call-1@elsewhere.example', 'We do not relay'],
    ['friend@answers.example', 'Nobody has this address here'],
    ['answer-2000-00000000000000000000@answers.example', 'Nobody has this address here'],
  ])('%s is not taken: %s', async (rcpt, said) => {
    expect(await send({ rcpt, text: 'x' })).toContain(said)
  })

  test('a hundred recipients are five of ours, and a sentence to the server for the others', async () => {
    const rcpt = Array.from({ length: 100 }, (_, at) => `call-${at + 1}@${domain}`)
    await send({ rcpt, subject: 'to all', text: 'Dear all' })
    const kept = await house.db
      .selectFrom('mailsIn')
      .select('recipients')
      .where('doneAt', 'is', null)
      .execute()
    expect(kept.map(({ recipients }) => recipients.length)).toEqual([5])
    await house.runJobs()
    await house.lettersTo()
  })

  test('a call that is not there, or closed, is a polite sentence, once', async () => {
    const gone = await openTestCall(house, { title: 'Last year’s trams' })
    house.moveOn(15)
    for (const rcpt of [`call-999999@${domain}`, `call-${gone.number}@${domain}`])
      for (const words of ['one', 'two']) await send({ rcpt, subject: 'x', text: words })
    await house.runJobs()
    const letters = await house.lettersTo()
    expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
      'No call has this number',
      '“Last year’s trams” is closed',
    ])
    call = await openTestCall(house)
  })

  test('what arrived in time is taken in, though the job comes after the closing', async () => {
    const short = await openTestCall(house, { closesAt: addDays(house.clock.now(), 1) })
    await send({ rcpt: `call-${short.number}@${domain}`, subject: 'x', text: 'Just in time.' })
    house.moveOn(2)
    await house.runJobs()
    expect((await house.newest())?.words).toBe('Just in time.')
    await house.lettersTo()
  })

  test('members are asked to sign in, a mail without words to write some, a book to be shorter', async () => {
    const members = await openTestCall(house, { audience: 'members' })
    await send({ rcpt: `call-${members.number}@${domain}`, subject: 'x', text: 'I am one' })
    await send({ subject: '', text: '\n' })
    await send({ subject: 'x', text: 'long '.repeat(5_000) })
    await house.runJobs()
    const subjects = (await house.lettersTo()).map(({ subject }) => subject)
    expect(subjects).toHaveLength(3)
    expect(subjects.join()).toMatch(/sign in/)
    expect(subjects.join()).toMatch(/no words/)
    expect(subjects.join()).toMatch(/too long/)
  })
})

describe('programs that answer programs', () => {
  test.each([
    { headers: { 'Auto-Submitted': 'auto-replied' } },
    { headers: { Precedence: 'bulk' } },
    { headers: { 'List-Id': '<news.elsewhere.example>' } },
    { headers: { 'X-Loop': domain } },
    { messageId: `<x@${domain}>` },
    { from: 'Mail Delivery <mailer-daemon@elsewhere.example>' },
  ])('%j is let lie: no answer, no letter', async (mail) => {
    const before = (await house.answers()).length
    await send({ subject: 'Away', text: 'I am away until Monday.', ...mail })
    await house.runJobs()
    expect((await house.answers()).length).toBe(before)
    expect(await house.lettersTo()).toEqual([])
  })

  test('a bounce with an empty return path is let lie', async () => {
    const before = (await house.answers()).length
    const said = await house.talk([
      'EHLO x.example',
      'MAIL FROM:<>',
      `RCPT TO:<call-${call.number}@${domain}>`,
      'DATA',
      'Subject: failed\r\n\r\nNo such box\r\n.',
      'QUIT',
    ])
    expect(said).toContain('Kept')
    await house.runJobs()
    expect((await house.answers()).length).toBe(before)
  })

  test('an address gets at most six answers an hour; what comes beyond waits, and is not lost', async () => {
    const before = (await house.answers()).length
    for (let count = 1; count <= 8; count += 1)
      await send({ from: 'loop@elsewhere.example', subject: 'x', text: `Message ${count}` })
    await house.runJobs()
    expect((await house.answers()).length).toBe(before + 6)
    expect(await house.lettersTo('loop@elsewhere.example')).toHaveLength(6)
    house.moveOn(1)
    await house.runJobs()
    expect((await house.answers()).length).toBe(before + 8)
    await house.lettersTo('loop@elsewhere.example')
  })
})
