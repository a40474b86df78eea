import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import type { Call } from '../../calls/index.ts'
import { openTextHouse } from './testing/open-text-house.ts'

const house = await openTextHouse()
afterAll(() => house.close())

let call: Call
beforeAll(async () => {
  call = await openTestCall(house)
})

describe('a text message', () => {
  test('to a call is an answer, and goes back with its number and key, signed', async () => {
    expect((await house.bring({ text: `${call.number} Our buses stop at six` })).status).toBe(202)
    expect(await house.newest()).toMatchObject({
      route: 'text',
      authorship: 'withheld',
      words: 'Our buses stop at six',
    })
    const [back] = await house.sentTexts()
    expect(back).toMatchObject({ to: '+447700900123', isSigned: true })
    expect(back?.text).toContain(String((await house.newest())?.number))
    expect(back?.text).toMatch(/([a-z]{5}-){5}[a-z]{5}/)
  })

  test('leaves no telephone number once it is answered', async () => {
    const { rows } = await house.database.pool.query(
      'select to_number from texts_out where to_number is not null',
    )
    expect(rows).toEqual([])
    const prints = await house.db.selectFrom('answerPrints').select('hash').execute()
    expect(prints.length).toBeGreaterThan(0)
    house.moveOn(200)
    await house.runJobs()
    expect(await house.db.selectFrom('answerPrints').select('hash').execute()).toEqual([])
    call = await openTestCall(house)
  })

  test('in another script, with its own digits, and without a number where one call is open', async () => {
    await house.bring({
      text: `${[...String(call.number)].map((d) => String.fromCodePoint(0x06f0 + Number(d))).join('')} ہماری بسیں شام چھ بجے رک جاتی ہیں`,
    })
    expect((await house.newest())?.words).toBe('ہماری بسیں شام چھ بجے رک جاتی ہیں')
    expect((await house.sentTexts())[0]?.text).toMatch(/\p{Script=Arabic}/u)
    await house.bring({ text: 'Sundays too' })
    expect((await house.newest())?.words).toBe('Sundays too')
    await house.sentTexts()
  })

  test('brought again by the provider, or twice at once, is one', async () => {
    const before = (await house.answers()).length
    await Promise.all([house.bring({ id: 'same', text: 'Once' }), house.bring({ id: 'same', text: 'Once' })])
    expect((await house.bring({ id: 'same', text: 'Once' })).body).toMatchObject({ repeat: true })
    expect((await house.answers()).length).toBe(before + 1)
    expect(await house.sentTexts()).toHaveLength(1)
  })

  test('to a call that is not there, closed, or without words gets a sentence', async () => {
    const before = (await house.answers()).length
    await house.bring({ text: '999999 hello' })
    await house.bring({ text: `${call.number}` })
    const other = await openTestCall(house)
    await house.bring({ text: 'no number and two are open' })
    const texts = (await house.sentTexts()).map(({ text }) => text).join('\n')
    expect(texts).toContain('No open call has the number')
    expect(texts).toContain('Write your answer after the number')
    expect(texts).toContain('Begin with the number')
    house.moveOn(15)
    await house.bring({ text: `${other.number} too late` })
    expect((await house.sentTexts())[0]?.text).toContain('is not open')
    expect((await house.answers()).length).toBe(before)
    call = await openTestCall(house)
  })
})

describe('a long message', () => {
  const part = (number: number, text: string, reference: string | number = 7) => ({
    text,
    part: { reference, number, of: 3 },
  })

  test('is joined whatever the order of its parts, also when they come at once', async () => {
    const before = (await house.answers()).length
    const parts = [part(3, ' and trams.'), part(1, `${call.number} More bu`), part(2, 'ses, please,')]
    await Promise.all(parts.map((one) => house.bring(one)))
    expect((await house.newest())?.words).toBe('More buses, please, and trams.')
    expect((await house.answers()).length).toBe(before + 1)
    expect(await house.db.selectFrom('textParts').selectAll().execute()).toEqual([])
    expect(await house.sentTexts()).toHaveLength(1)
  })

  test('goes in after ten minutes with a note where a part is missing; what comes later is put beside it', async () => {
    await house.bring(part(1, `${call.number} The first `, 8))
    await house.bring(part(3, ' the third', 8))
    await house.runJobs()
    expect((await house.newest())?.words).not.toContain('third')
    house.clock.moveOn(11 * 60_000)
    await house.runJobs()
    expect((await house.newest())?.words).toBe(
      'The first  [A part of this text message did not arrive.]  the third',
    )
    const { id = '' } = (await house.newest()) ?? {}
    await house.bring(part(2, 'the second', 8))
    const beside = await house.db
      .selectFrom('answerLetters')
      .select('words')
      .where('answerId', '=', id)
      .execute()
    expect(beside).toEqual([{ words: 'the second' }])
    await house.sentTexts()
  })
})
