import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { type Call, callToRead } from '../../calls/index.ts'
import { slipData } from '../slips/slip-data.ts'
import { makeHelper } from '../testing/make-helper.ts'
import { translateCall, URDU } from '../testing/translate-call.ts'

const house = await openTestHouse()
afterAll(() => house.close())

let call: Call
beforeAll(async () => {
  await makeHelper(house, 'nasreen', 'call-taker')
  await makeHelper(house, 'olga', 'helper')
  call = await openTestCall(house)
  await translateCall(house, call)
})

describe('on the telephone', () => {
  const path = () => `/calls/${call.number}/telephone`

  test('a call-taker asks in the language that the caller speaks, one link away', async () => {
    const nasreen = await house.as('nasreen')
    const english = await nasreen.get(path())
    expect(english.text()).toContain('When would you ride?')
    expect(english.body).toContain(`href="${path()}?asked_in=ur"`)
    const urdu = await nasreen.get(`${path()}?asked_in=ur`)
    expect(urdu.text()).toContain(URDU['question.2'])
    expect(urdu.text()).toContain(URDU.promise)
    expect(urdu.text()).not.toContain('When would you ride?')
    expect(urdu.text()).not.toContain('That is promised by')
    expect(urdu.text()).toContain('متفق')
    expect(urdu.text()).not.toContain('Disagree')
    expect(urdu.text()).toContain('Read it back')
    expect(urdu.body).toContain('<option value="ur"')
    expect(urdu.body.indexOf('<option value="ur"')).toBeLessThan(urdu.body.indexOf('<option value="en"'))
  })

  test('whoever reads the house in Urdu asks in Urdu at once, and can go back to what was written', async () => {
    const nasreen = await house.as('nasreen')
    expect((await nasreen.get(`${path()}?lang=ur`)).text()).toContain(URDU['question.2'])
    expect((await nasreen.get(`${path()}?lang=ur&asked_in=en`)).text()).toContain('When would you ride?')
    await nasreen.get(`${path()}?lang=en`)
  })

  test('it stays through what was wrong and the reading back, and the answer is marked with it', async () => {
    const nasreen = await house.as('nasreen')
    const heard = {
      q1: 'آخری بس چھ بجے جاتی ہے۔',
      q2: '2',
      asked_in: 'ur',
      language: 'ur',
      once: unorderedId(),
    }
    expect((await nasreen.post(path(), heard)).text()).toContain(URDU['question.3'])
    const back = await nasreen.post(path(), { ...heard, consent: 'spoken' })
    expect(back.text()).toContain(URDU['option.2.2'])
    expect(back.text()).not.toContain('Evenings')
    expect(back.body).toContain('name="asked_in" value="ur"')
    const stored = await nasreen.post(path(), { ...heard, consent: 'spoken', step: 'store' })
    expect(stored.location).toBe(`${path()}/receipt?asked_in=ur`)
    expect((await nasreen.get(stored.location)).text()).toMatch(/آپ کا جواب|نمبر/)
    const { language } = await house.db
      .selectFrom('matters')
      .innerJoin('answers', 'answers.id', 'matters.id')
      .select('matters.language')
      .where('callId', '=', call.id)
      .executeTakeFirstOrThrow()
    expect(language).toBe('ur')
  })

  test('a language that nobody translated into changes nothing', async () => {
    const screen = await (await house.as('nasreen')).get(`${path()}?asked_in=pl`)
    expect(screen.text()).toContain('When would you ride?')
  })
})

test('a sheet has the questions in every language there is, the others folded', async () => {
  const olga = await house.as('olga')
  const sheet = await olga.get(`/calls/${call.number}/sheet?sheet=${unorderedId()}`)
  expect(sheet.text()).toContain('When would you ride?')
  expect(sheet.text()).toContain(URDU['option.2.3'])
  expect(sheet.body).toMatch(/<summary lang="ur"/)
})

test('a form is printed in the language of its batch, and its helper sees which it was', async () => {
  const olga = await house.as('olga')
  const read = await callToRead(house.db, call, 'ur')
  const facts = {
    t: house.jobHouse.translators.for('ur'),
    call: read.call,
    organisation: 'The Alliance',
    baseUrl: 'https://moot.example',
    isLargePrint: false,
    notice: { slug: 'x', summary: 'x' },
    ways: { bringTo: '', phone: '' },
  }
  expect(JSON.stringify(slipData(facts, []))).toContain(URDU['question.2'])
  const printed = await olga.post(`/calls/${call.number}/slips`, {
    language: 'ur',
    size: 'usual',
    count: '1',
  })
  expect(printed.status).toBe(200)
  const { number } = await house.db.selectFrom('slips').select('number').executeTakeFirstOrThrow()
  const typing = await olga.get(`/intake/waiting/${number}?asked_in=ur`)
  expect(typing.text()).toContain(URDU['question.2'])
  expect(typing.body.indexOf('<option value="ur"')).toBeLessThan(typing.body.indexOf('<option value="en"'))
  expect((await olga.get(`/intake/waiting/${number}`)).text()).toContain('When would you ride?')
})
