import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('a mail to a call', () => {
  test('is an answer with its number, key and promise in a letter back', async () => {
    expect(
      await send({ subject: 'Buses', text: 'Our buses stop at six in the evening.\n\n-- \nNasreen' }),
    ).toContain('Kept')
    await house.runJobs()
    expect(await house.newest()).toMatchObject({
      route: 'e-mail',
      authorship: 'withheld',
      words: 'Our buses stop at six in the evening.',
      email: 'nasreen.k@elsewhere.example',
      name: 'Nasreen Khan',
    })
    const [letter] = await house.lettersTo()
    expect(letter?.isReply).toBe(true)
    expect(letter?.text).toContain(String((await house.newest())?.number))
    expect(letter?.text).toMatch(/([a-z]{5}-){5}[a-z]{5}/)
    expect(letter?.text).toContain(call.promise)
    expect(letter?.text).toContain('> Our buses stop at six')
    expect(letter?.replyTo).toMatch(/^answer-\d+-[0-9a-f]{20}@answers\.example$/)
    const kept = await house.db.selectFrom('mailsIn').selectAll().execute()
    expect(kept).toMatchObject([{ raw: null, sender: '', recipients: [], outcome: 'taken' }])
  })

  test('its key opens it, and the clerk has the whole mail', async () => {
    await send({ subject: 'x', text: 'Trams too.\n\n-- \nN. Khan, Millbrook' })
    await house.runJobs()
    const [letter] = await house.lettersTo()
    const key = /([a-z]{5}-){5}[a-z]{5}/.exec(letter?.text ?? '')?.[0] ?? ''
    const answer = await house.newest()
    const own = await house.visitor().post(`/receipts/${answer?.number}`, { key })
    expect(own.text()).toContain('Trams too.')
    const original = await house.db
      .selectFrom('answerLetters')
      .select('words')
      .where('answerId', '=', answer?.id ?? '')
      .execute()
    expect(original[0]?.words).toContain('N. Khan, Millbrook')
  })

  test('many that came together are all taken in by one run', async () => {
    const before = (await house.answers()).length
    const senders = Array.from({ length: 45 }, (_, at) => `many-${at}@elsewhere.example`)
    for (const from of senders) await send({ from, sender: from, subject: 'x', text: `From ${from}.` })
    await house.runJobs()
    expect((await house.answers()).length - before).toBe(senders.length)
  })

  test('in Urdu it is answered in Urdu', async () => {
    await send({
      subject: 'بسیں',
      text: 'ہمارے گاؤں میں شام چھ بجے کے بعد کوئی بس نہیں آتی اور لوگ پیدل گھر جاتے ہیں',
    })
    await house.runJobs()
    expect((await house.newest())?.language).toBe('ur')
    expect((await house.lettersTo())[0]?.subject).toMatch(/\p{Script=Arabic}/u)
  })

  test('brought twice by its server, over another hop too, it is one answer and one letter', async () => {
    const before = (await house.answers()).length
    const mail = {
      messageId: '<one@elsewhere.example>',
      subject: 'x',
      text: 'Once is enough.',
      date: new Date(0),
    }
    await Promise.all([send(mail), send(mail)])
    await send({ ...mail, headers: { Received: 'from another hop' } })
    await house.runJobs()
    await send(mail)
    await house.runJobs()
    expect((await house.answers()).length).toBe(before + 1)
    expect(await house.lettersTo()).toHaveLength(1)
  })

  test('cut off in the middle of being taken in, it is neither lost nor doubled', async () => {
    const before = (await house.answers()).length
    await send({ subject: 'x', text: 'Cut off in the middle.' })
    const failing = {
      ...house.jobHouse,
      translators: {
        for: () => {
          throw new Error('killed')
        },
      },
    }
    const { takeInMail } = await import('./take-in-mail.ts')
    await takeInMail(failing as unknown as typeof house.jobHouse)
    expect((await house.answers()).length).toBe(before)
    house.moveOn(1)
    await house.runJobs()
    await house.runJobs()
    expect((await house.answers()).length).toBe(before + 1)
    expect(await house.lettersTo()).toHaveLength(1)
  })
})

describe('attachments', () => {
  test('go with it, pictures made anew; what is not taken is named', async () => {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a8' } })
      .withExif({ IFD0: { Artist: 'Nasreen' } })
      .jpeg()
      .toBuffer()
    await send({
      subject: 'x',
      text: 'See the stop.',
      attachments: [
        { filename: 'stop.jpg', content: picture },
        { filename: 'list.docx', content: Buffer.from('PK no such thing') },
      ],
    })
    await house.runJobs()
    const { id = '' } = (await house.newest()) ?? {}
    const files = await house.db
      .selectFrom('attachments')
      .select(['mediaType', 'bytes'])
      .where('matterId', '=', id)
      .execute()
    expect(files.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg'])
    expect(files[0]?.bytes.includes('Nasreen')).toBe(false)
    expect((await house.lettersTo())[0]?.text).toContain('list.docx: neither a JPEG')
  })

  test('20 MB of them come through; 31 MB are refused while they come', async () => {
    const large = { filename: 'large.pdf', content: Buffer.alloc(20 * 1024 * 1024, 'x') }
    expect(await send({ subject: 'x', text: 'With a large file.', attachments: [large] })).toContain('Kept')
    await house.runJobs()
    expect((await house.newest())?.words).toBe('With a large file.')
    expect((await house.lettersTo())[0]?.text).toContain('large.pdf: neither a JPEG')
    const larger = { filename: 'x.pdf', content: Buffer.alloc(24 * 1024 * 1024, 'x') }
    expect(await send({ subject: 'x', text: 'Too large.', attachments: [larger] })).toMatch(/^552/)
    expect(await house.db.selectFrom('mailsIn').select('id').where('doneAt', 'is', null).execute()).toEqual(
      [],
    )
  })
})

test('broken MIME and every kind of end still give an answer or a sentence', async () => {
  call = await openTestCall(house)
  const before = (await house.answers()).length
  const said = await house.talk([
    'EHLO x.example',
    'MAIL FROM:<broken@elsewhere.example>',
    `RCPT TO:<call-${call.number}@${domain}>`,
    'DATA',
    'From: broken@elsewhere.example\r\nSubject: =?utf-8?B?zzz\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=nothing\r\n\r\nStill readable\r\n.',
    'QUIT',
  ])
  expect(said).toContain('Kept')
  await house.runJobs()
  expect((await house.answers()).length).toBe(before + 1)
  expect((await house.newest())?.words).toBe('Still readable')
  house.domainSays({})
})
