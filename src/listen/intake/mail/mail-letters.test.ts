import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import type { Call } from '../../calls/index.ts'
import { listenForMail } from './listen-for-mail.ts'
import { domain, openMailHouse, type Sent } from './testing/open-mail-house.ts'

const house = await openMailHouse()
afterAll(() => house.close())

let call: Call
beforeAll(async () => {
  call = await openTestCall(house)
})

const send = (mail: Sent) => house.send({ rcpt: `call-${call.number}@${domain}`, ...mail })

describe('a reply to the receipt', () => {
  test('goes to the clerks beside the answer, and is confirmed', async () => {
    call = await openTestCall(house)
    await send({ subject: 'x', text: 'The first words.' })
    await house.runJobs()
    const [letter] = await house.lettersTo()
    const answer = await house.newest()
    await send({
      rcpt: letter?.replyTo ?? '',
      subject: `Re: ${letter?.subject}`,
      text: `And on Sundays too.\n\nOn Mon, 2 Nov 2026 at 10:00, The Alliance wrote:\n> ${letter?.text.replaceAll('\n', '\n> ')}`,
    })
    await house.runJobs()
    const letters = await house.db
      .selectFrom('answerLetters')
      .select('words')
      .where('answerId', '=', answer?.id ?? '')
      .orderBy('writtenAt')
      .execute()
    expect(letters.map(({ words }) => words)).toContain('And on Sundays too.')
    expect((await house.newest())?.number).toBe(answer?.number)
    expect((await house.lettersTo())[0]?.subject).toContain('Added to')
    expect((await house.lettersTo('noor@example.org')).at(-1)?.text).toContain(
      `/answers/${answer?.number}/letters`,
    )
  })
})

describe('a mail signed by the domain of an account’s address', () => {
  test('is that member’s once they say so, signed in and by the link that went to their mailbox', async () => {
    call = await openTestCall(house)
    house.domainSays({ spf: 'pass', dkim: 'pass', dmarc: 'pass', aligned: 'example.org' })
    await send({ from: 'nasreen@example.org', subject: 'x', text: 'It was me.' })
    house.domainSays({})
    await send({ from: 'olga@example.org', subject: 'x', text: 'Somebody in her name.' })
    await house.runJobs()
    expect((await house.lettersTo('olga@example.org'))[0]?.text).not.toContain('/claim/')
    const [letter] = await house.lettersTo('nasreen@example.org')
    const path = /\/answers\/\d+\/claim\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    const standing = async () =>
      (
        await house.db
          .selectFrom('answers')
          .innerJoin('matters', 'matters.id', 'answers.id')
          .select('standing')
          .where('number', '=', Number(path.split('/')[2]))
          .executeTakeFirstOrThrow()
      ).standing
    expect(await standing()).toBe('unknown')
    const [nasreen, olga] = [await house.as('nasreen'), await house.as('olga')]
    expect((await house.visitor().post(path)).location).toContain('/sign-in')
    expect((await olga.get(path)).status).toBe(404)
    expect((await nasreen.get(path)).text()).toContain('Is the answer')
    expect((await nasreen.post(path)).status).toBe(303)
    expect(await standing()).toBe('member')
    expect((await nasreen.post(path)).status).toBe(409)
  })
})

describe('the letters of an answer', () => {
  test('are read by the clerks of the body that asked, with what the domain said, and by nobody else', async () => {
    house.domainSays({ spf: 'pass', dkim: 'fail', dmarc: 'none' })
    await send({ subject: 'Buses', text: 'A secret of mine.' })
    house.domainSays({})
    await house.runJobs()
    const [letter] = await house.lettersTo()
    const path = `/answers/${(await house.newest())?.number}/letters`
    const noor = await house.as('noor')
    const page = await noor.get(path)
    expect(page.text()).toContain('A secret of mine.')
    expect(page.text()).toContain('SPF pass, DKIM fail, DMARC none')
    for (const other of ['idris', 'femi', 'nasreen'] as const) {
      const reply = await (await house.as(other)).get(path)
      expect(reply.body).not.toContain('A secret of mine')
    }
    expect((await noor.post(path, { words: ' ' })).status).toBe(422)
    const once = '5f0c4e0a-7d1b-4a53-9c1e-0d9a4b7e2f11'
    for (let times = 0; times < 2; times += 1)
      expect((await noor.post(path, { words: 'Which stop do you mean?', once })).status).toBe(303)
    const back = await house.lettersTo()
    expect(back.map(({ text }) => text)).toEqual(['Which stop do you mean?'])
    expect(back[0]?.replyTo).toBe(letter?.replyTo)
  })
})

test('with a certificate it speaks TLS', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'folkmoot-mail-'))
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const subject = ['-nodes', '-days', '2', '-subj', `/CN=${domain}`, '-keyout', key, '-out', cert]
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', ...subject],
    { stdio: 'ignore' },
  )
  const tls = { key: readFileSync(key), cert: readFileSync(cert) }
  const safe = await listenForMail({ ...house.parts, tls })
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: safe.port,
    requireTLS: true,
    tls: { rejectUnauthorized: false },
  })
  const to = `call-${call.number}@${domain}`
  expect(
    (await transport.sendMail({ from: 'tls@elsewhere.example', to, text: 'Safely.' })).response,
  ).toContain('Kept')
  transport.close()
  await safe.close()
  await house.runJobs()
  rmSync(folder, { recursive: true })
})
