import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { answered, figuresOf, path, published } from './testing/published-call.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('while it is open', () => {
  test('only provisional counts are told, and small ones are not', async () => {
    const call = await answered(house)
    const page = (await house.visitor().get(path(call))).text()
    expect(page).toContain('provisional counts')
    expect(page).not.toContain('The bus of')
    const { state, figures } = await figuresOf(house, call)
    expect(state).toBe('provisional')
    expect(figures.received).toBe(30)
    expect(figures.routes).toEqual([
      { key: 'web', name: null, count: 20 },
      { key: 'paper', name: null, count: null },
      { key: 'text', name: null, count: null },
    ])
  })

  test('it cannot be published, and its data are not there', async () => {
    const call = await answered(house)
    const noor = await house.as('noor')
    expect((await noor.post(path(call))).status).toBe(409)
    expect((await house.visitor().get(path(call, '/data/answers.csv'))).status).toBe(404)
    expect((await house.visitor().get(path(call, '/result.pdf'))).status).toBe(404)
  })
})

describe('publication', () => {
  test('is for the clerk of the body alone', async () => {
    const call = await answered(house)
    house.moveOn(22)
    for (const who of ['idris', 'nasreen'] as const)
      expect((await (await house.as(who)).post(path(call))).status).toBe(403)
    expect((await house.visitor().post(path(call))).status).not.toBe(202)
    await house.runJobs()
    expect((await figuresOf(house, call)).state).toBe('provisional')
  })

  test('gives the figures, one entry with the hash of the very bytes that are sent, and no second edition', async () => {
    const { call, noor } = await published(house)
    const { state, edition, figures, dataset_sha256: sha256 } = await figuresOf(house, call)
    expect([state, edition, figures.counted]).toEqual(['published', 1, 30])
    const [open, choice, statements] = figures.questions
    expect(open?.answered).toBe(30)
    expect(choice?.options.map(({ chosen }) => chosen)).toEqual([18, 12, 0])
    expect(statements?.options[0]).toMatchObject({ chosen: 25, disagreed: 5 })
    const csv = await house.visitor().get(path(call, '/data/answers.csv'))
    expect(createHash('sha256').update(csv.body).digest('hex')).toBe(sha256)
    const entries = await house.db
      .selectFrom('entries')
      .innerJoin('sealed', 'sealed.entryId', 'entries.id')
      .select('content')
      .where('kind', '=', 'call.result-published')
      .where('matterId', '=', call.id)
      .execute()
    expect(entries).toHaveLength(1)
    expect(entries[0]?.content).toContain(sha256)
    expect((await noor.post(path(call))).status).toBe(409)
    await house.runJobs()
    expect((await figuresOf(house, call)).edition).toBe(1)
  })

  test('the page has every chart with its numbers, in Urdu too', async () => {
    const { call } = await published(house)
    const page = await house.visitor().get(path(call))
    expect(page.text()).toContain('Most often chosen: \u2068Mornings\u2069 (60%)')
    expect(page.text()).toContain('How was this computed?')
    expect(page.text()).toContain((await figuresOf(house, call)).dataset_sha256)
    const urdu = await house.visitor().get(path(call), { headers: { 'accept-language': 'ur' } })
    expect(urdu.body).toContain('dir="rtl"')
    expect(urdu.text()).not.toContain('How was this computed?')
  })

  test('the report is a PDF of the same figures', async () => {
    const { call } = await published(house)
    const report = await house.visitor().get(path(call, '/result.pdf'))
    expect([report.status, report.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(report.body.startsWith('%PDF-')).toBe(true)
  })
})
