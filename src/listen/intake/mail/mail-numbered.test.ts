import { afterAll, describe, expect, test } from 'vitest'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { answerGiven } from './testing/answer-given.ts'
import { domain, openMailHouse, type Sent } from './testing/open-mail-house.ts'

const house = await openMailHouse()
afterAll(() => house.close())

const call = await openTestCall(house)

const send = async (mail: Sent) => {
  await house.send({ rcpt: `call-${call.number}@${domain}`, subject: 'x', ...mail })
  await house.runJobs()
}

const given = (number: number | undefined) => answerGiven(house, { call, number })

describe('a mail that answers several questions by number', () => {
  test('is one answer with one receipt, which says how it was understood', async () => {
    const before = (await house.answers()).length
    const { name, slug } = await house.db
      .selectFrom('units')
      .select(['name', 'slug'])
      .where('id', '=', house.world.units.millbrook.id)
      .executeTakeFirstOrThrow()
    await send({
      text: `Dear all,\n2: c, evenings\n1: Our buses stop at six.\n3a: agree\n3b: no opinion\n4: ${name}\n\nKind regards,\nNasreen`,
    })
    expect((await house.answers()).length).toBe(before + 1)
    const answer = await house.newest()
    expect(await given(answer?.number)).toEqual({
      words: ['Our buses stop at six.'],
      place: slug,
      marks: { Evenings: 1, Sundays: 1, 'Buses should be free': 1, 'Buses should run at night': 0 },
    })
    const letters = await house.lettersTo()
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('> b) Evenings\n> c) Sundays')
    expect(letters[0]?.text).toContain(
      '> a) Buses should be free: agree\n> b) Buses should run at night: pass',
    )
    expect(letters[0]?.text).toContain(`> ${name}`)
    expect(letters[0]?.text).not.toContain('could not read')
    expect(await house.lettersTo('noor@example.org')).toEqual([])
  })

  test('filled in where the call’s page wrote the questions into it, the same', async () => {
    const page = await house.visitor().get(`/calls/${call.number}/by-mail`)
    const body = /mailto:[^"]*\?body=([^"]*)/.exec(page.body)?.[1] ?? ''
    const form = decodeURIComponent(body)
    expect(form).toContain('> b) Evenings')
    const text = form
      .replace(/^1: $/m, '1: At 18:30 in 2026 the last one leaves.')
      .replace(/^2: $/m, '2: ۲')
      .replace(/^3b: $/m, '3b: disagree')
    await send({ text })
    expect(await given((await house.newest())?.number)).toEqual({
      words: ['At 18:30 in 2026 the last one leaves.'],
      place: null,
      marks: { Evenings: 1, 'Buses should run at night': -1 },
    })
    expect((await house.lettersTo())[0]?.text).not.toContain('could not read')
  })

  test('in Urdu, with its figures and words, is answered in Urdu', async () => {
    await send({ text: '۱: ہمارے گاؤں میں شام کے بعد کوئی بس نہیں آتی\n۲: b\n۳: متفق، متفق نہیں' })
    expect(await given((await house.newest())?.number)).toMatchObject({
      words: ['ہمارے گاؤں میں شام کے بعد کوئی بس نہیں آتی'],
      marks: { Evenings: 1, 'Buses should be free': 1, 'Buses should run at night': -1 },
    })
    expect((await house.lettersTo())[0]?.subject).toMatch(/\p{Script=Arabic}/u)
  })

  test('what could not be read is told, kept beside the answer, and the clerks are called', async () => {
    await send({ text: '1: More buses.\n2: on tuesdays\n3a: yes, but only at night\n4: Atlantis' })
    const answer = await house.newest()
    expect(await given(answer?.number)).toMatchObject({
      words: ['More buses.'],
      marks: { 'Buses should be free': 1 },
    })
    const [letter] = await house.lettersTo()
    expect(letter?.text).toContain('> 2: on tuesdays\n(none of the answers offered)')
    expect(letter?.text).toContain('> 4: Atlantis\n(no place of this name, or several)')
    expect(letter?.text).toContain('> but only at night')
    const told = await house.lettersTo('noor@example.org')
    expect(told.at(-1)?.text).toContain(`/answers/${answer?.number}/letters`)
    const page = await (await house.as('noor')).get(`/answers/${answer?.number}/letters`)
    expect(page.text()).toContain('on tuesdays')
  })
})

describe('a mail that answers none of the questions', () => {
  const unplaced = () => `/calls/${call.number}/unplaced`

  test('is not lost: a letter says how to answer, and a clerk reads the words', async () => {
    const before = (await house.answers()).length
    await send({ text: '2: on tuesdays' })
    expect((await house.answers()).length).toBe(before)
    const [letter] = await house.lettersTo()
    expect(letter?.subject).toContain('could not tell')
    expect(letter?.text).toContain('b) Evenings')
    expect(letter?.text).toContain('3a: ')
    expect(letter?.replyTo).toBe(`call-${call.number}@${domain}`)
    expect((await house.lettersTo('noor@example.org')).at(-1)?.text).toContain(unplaced())
    const page = await (await house.as('noor')).get(unplaced())
    expect(page.text()).toContain('on tuesdays')
    for (const other of ['idris', 'nasreen'] as const)
      expect((await (await house.as(other)).get(unplaced())).body).not.toContain('on tuesdays')
  })

  test('answered by a reply to that letter, with it quoted, it is an answer', async () => {
    await send({
      text: '2: b\n\nOn Mon, 2 Nov 2026 at 10:00, The Alliance wrote:\n> 2. When would you ride?\n> a) Mornings\n> 2: ',
    })
    expect((await given((await house.newest())?.number)).marks).toEqual({ Evenings: 1 })
    await house.lettersTo()
  })

  test('the clerk writes back, and then the words and the address are gone', async () => {
    const { id } = await house.db.selectFrom('wordsUnplaced').select('id').executeTakeFirstOrThrow()
    const noor = await house.as('noor')
    expect((await noor.post(unplaced(), { id, [`letter-${id}`]: 'x'.repeat(5_001) })).status).toBe(422)
    expect((await (await house.as('nasreen')).post(unplaced(), { id })).status).toBe(403)
    const settled = await noor.post(unplaced(), { id, [`letter-${id}`]: 'Do you mean weekdays?' })
    expect(settled.status).toBe(303)
    const [letter] = await house.lettersTo()
    expect(letter).toMatchObject({ text: 'Do you mean weekdays?', replyTo: `call-${call.number}@${domain}` })
    const row = await house.db.selectFrom('wordsUnplaced').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ words: null, replyTo: null })
    expect((await noor.post(unplaced(), { id })).status).toBe(409)
    expect((await noor.get(unplaced())).text()).toContain('Nothing waits here')
  })

  test('many of them are one letter to the clerks, until they have read what waits', async () => {
    const mine = await openTestCall(house)
    const rcpt = `call-${mine.number}@${domain}`
    await house.lettersTo('noor@example.org')
    for (const words of ['2: mondays', '2: tuesdays', '2: fridays'])
      await send({ rcpt, from: 'many@elsewhere.example', text: words })
    expect(await house.lettersTo('noor@example.org')).toHaveLength(1)
    expect(await house.lettersTo('many@elsewhere.example')).toHaveLength(3)
    const noor = await house.as('noor')
    const waiting = house.db.selectFrom('wordsUnplaced').select('id').where('callId', '=', mine.id)
    for (const { id } of await waiting.execute())
      expect((await noor.post(`/calls/${mine.number}/unplaced`, { id })).status).toBe(303)
    await send({ rcpt, from: 'many@elsewhere.example', text: '2: mondays again' })
    expect(await house.lettersTo('noor@example.org')).toHaveLength(1)
  })

  test('to a call that asks for one choice alone, its letter is enough', async () => {
    const { wording, options } = questionOf(call, 'choice')
    const asked = { kind: 'choice' as const, wording, options: options.map((option) => option.wording) }
    const choice = await openTestCall(house, { questions: [{ ...asked, mostChoices: 1 }] })
    const rcpt = `call-${choice.number}@${domain}`
    await send({ rcpt, text: 'B' })
    const before = (await house.newest())?.number
    expect((await house.lettersTo())[0]?.text).toContain('> b) Evenings')
    await send({ rcpt, text: 'I like trams' })
    expect((await house.newest())?.number).toBe(before)
    expect((await house.lettersTo())[0]?.text).toContain('> I like trams')
  })
})
