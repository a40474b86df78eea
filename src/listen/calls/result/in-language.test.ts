import { afterAll, expect, test } from 'vitest'
import { begun, makeTranslators } from '#ground/translations/testing/translators.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { path, published } from './testing/published-call.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeTranslators(house)

const PARTS =
  'title about promise question.1 question.2 option.2.1 option.2.2 option.2.3 question.3 option.3.1 option.3.2 question.4'
const URDU = Object.fromEntries(PARTS.split(' ').map((part) => [`segment-${part}-0`, `اردو ${part}`]))

async function translated(number: number): Promise<void> {
  const workbench = await begun(house, number, { language: 'ur' })
  const olga = await house.as('olga')
  const offered = await olga.post(`${workbench}/segments`, { ...URDU, next: 'offer' })
  expect(offered.location).toContain('done=offered')
  await (await house.as('idris')).post(`${workbench}/review`, { outcome: 'shown' })
}

test('who reads Urdu reads the questions of a result in Urdu as soon as there is a translation, the original a click away', async () => {
  const { call } = await published(house)
  const inUrdu = { headers: { 'accept-language': 'ur' } }
  const before = await house.visitor().get(path(call), inUrdu)
  expect(before.text()).toContain('Do you agree?')
  await translated(call.number)
  const page = await house.visitor().get(path(call), inUrdu)
  expect(page.text()).toContain('\u2068اردو option.2.1\u2069')
  expect(page.body).toContain('<bdi lang="ur">اردو question.3</bdi>')
  expect(page.body).toContain('<p lang="en" dir="ltr">Do you agree?</p>')
  expect(page.body).toContain('/suggestions/new')
  const english = (await house.visitor().get(path(call))).text()
  expect(english).toContain('Do you agree?')
  expect(english).not.toContain('اردو question')
  const report = await house.visitor().get(path(call, '/result.pdf'), inUrdu)
  expect([report.status, report.headers['content-disposition']]).toEqual([
    200,
    `inline; filename="call-${call.number}-result-ur.pdf"`,
  ])
})

test('a result leads to the further forms of its call, and prints in large letters', async () => {
  const { call } = await published(house)
  const page = await house.visitor().get(path(call))
  expect(page.body).toContain(`href="/forms/${call.number}"`)
  expect(page.body).toContain(`href="/calls/${call.number}/result.pdf?print=large"`)
  const [small, large] = await Promise.all(
    ['/result.pdf', '/result.pdf?print=large'].map((rest) => house.visitor().get(path(call, rest))),
  )
  expect(large?.body.startsWith('%PDF-')).toBe(true)
  expect(large?.body).not.toBe(small?.body)
})
