import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse, type TestHouse } from '../../../app/testing/open-test-house.ts'
import type { Call } from '../call.ts'
import type { NewAnswer } from '../new-answer.ts'
import { takeInAnswers } from '../take-in-answer.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const MARKED = 'Ring me on 07700 900123 about the marmalade bus.'

/** Thirty answers: 20 by web, 7 on paper, 3 by text message; the second names a phone number. */
function answersTo(call: Call): NewAnswer[] {
  const [mornings, evenings] = questionOf(call, 'choice').options
  const [free] = questionOf(call, 'statements').options
  return Array.from({ length: 30 }, (_, at) => ({
    callId: call.id,
    route: at < 20 ? 'web' : at < 27 ? 'paper' : 'text',
    language: at % 3 === 0 ? 'cy' : 'en',
    author: { authorship: 'anonymous' },
    standing: at % 2 === 0 ? 'member' : 'unknown',
    unitId: house.world.units.millbrook.id,
    words: [
      {
        questionId: questionOf(call, 'open').id,
        words: at === 1 ? MARKED : `The bus of ${at} is late, =1+1`,
      },
    ],
    marks: [
      { optionId: (at < 18 ? mornings : evenings)?.id ?? '', mark: 1 },
      { optionId: free?.id ?? '', mark: at < 25 ? 1 : -1 },
    ],
  }))
}

async function answered(publishes: 'words' | 'counts' = 'words') {
  const call = await openTestCall(house, { publishes })
  await inTransaction(house.db, (tx) => takeInAnswers(tx, answersTo(call), house.clock.now()))
  await house.runJobs()
  return call
}

const path = (call: Call, rest = '/result') => `/calls/${call.number}${rest}`

async function published(publishes: 'words' | 'counts' = 'words') {
  const call = await answered(publishes)
  house.moveOn(22)
  const noor = await house.as('noor')
  const asked = await noor.post(path(call))
  expect(asked.status).toBe(303)
  await house.runJobs()
  return { call, noor }
}

interface Figures {
  state: string
  edition: number
  dataset_sha256: string
  figures: {
    received: number
    counted: number
    routes: { key: string; count: number | null }[]
    questions: { kind: string; answered: number; options: { chosen: number; disagreed: number }[] }[]
  }
}
const figuresOf = async (call: Call): Promise<Figures> => (await house.visitor().getJson(path(call))).json()

describe('while it is open', () => {
  test('only provisional counts are told, and small ones are not', async () => {
    const call = await answered()
    const page = (await house.visitor().get(path(call))).text()
    expect(page).toContain('provisional counts')
    expect(page).not.toContain('The bus of')
    const { state, figures } = await figuresOf(call)
    expect(state).toBe('provisional')
    expect(figures.received).toBe(30)
    expect(figures.routes).toEqual([
      { key: 'web', name: null, count: 20 },
      { key: 'paper', name: null, count: null },
      { key: 'text', name: null, count: null },
    ])
  })

  test('it cannot be published, and its data are not there', async () => {
    const call = await answered()
    const noor = await house.as('noor')
    expect((await noor.post(path(call))).status).toBe(409)
    expect((await house.visitor().get(path(call, '/data/answers.csv'))).status).toBe(404)
    expect((await house.visitor().get(path(call, '/result.pdf'))).status).toBe(404)
  })
})

describe('publication', () => {
  test('is for the clerk of the body alone', async () => {
    const call = await answered()
    house.moveOn(22)
    for (const who of ['idris', 'nasreen'] as const)
      expect((await (await house.as(who)).post(path(call))).status).toBe(403)
    expect((await house.visitor().post(path(call))).status).not.toBe(202)
    await house.runJobs()
    expect((await figuresOf(call)).state).toBe('provisional')
  })

  test('gives the figures, one entry with the hash of the very bytes that are sent, and no second edition', async () => {
    const { call, noor } = await published()
    const { state, edition, figures, dataset_sha256: sha256 } = await figuresOf(call)
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
    expect((await figuresOf(call)).edition).toBe(1)
  })

  test('the page has every chart with its numbers, in Urdu too', async () => {
    const { call } = await published()
    const page = await house.visitor().get(path(call))
    expect(page.text()).toContain('Most often chosen: Mornings (60%)')
    expect(page.text()).toContain('How was this computed?')
    expect(page.text()).toContain((await figuresOf(call)).dataset_sha256)
    const urdu = await house.visitor().get(path(call), { headers: { 'accept-language': 'ur' } })
    expect(urdu.body).toContain('dir="rtl"')
    expect(urdu.text()).not.toContain('How was this computed?')
  })

  test('the report is a PDF of the same figures', async () => {
    const { call } = await published()
    const report = await house.visitor().get(path(call, '/result.pdf'))
    expect([report.status, report.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(report.body.startsWith('%PDF-')).toBe(true)
  })
})

describe('open data', () => {
  test('hold words only where the notice publishes words, and never a formula', async () => {
    const { call } = await published()
    const rows = (await house.visitor().get(path(call, '/data/answers.csv'))).body
    expect(rows).toContain('The bus of 3 is late')
    const counts = await published('counts')
    const bare = (await house.visitor().get(path(counts.call, '/data/answers.csv'))).body
    expect(bare).not.toContain('The bus of')
    expect(bare.split('\r\n')[1]?.split(',')[1]).toBe('')
    const withheld = (await house.visitor().getJson(path(counts.call, '/data'))).json() as {
      withheld: { what: string; answers: number }[]
    }
    expect(withheld.withheld.find(({ what }) => what === 'words')?.answers).toBeGreaterThanOrEqual(27)
  })

  test('nobody stands alone: each row looks like four others', async () => {
    const { call } = await published()
    const rows = (await house.visitor().get(path(call, '/data/answers.json'))).json() as Record<
      string,
      unknown
    >[]
    const keys = rows.map(({ route, language, standing, nation, region, is_from_office_holder: office }) =>
      JSON.stringify([route, language, standing, nation, region, office]),
    )
    const sizes = Map.groupBy(keys, (key) => key)
    for (const group of sizes.values()) expect(group.length).toBeGreaterThanOrEqual(5)
    expect(rows.length).toBeGreaterThan(20)
  })

  test('a phone number waits for a person; what the person says makes a new edition, and the old hash stays', async () => {
    const { call, noor } = await published()
    const before = await figuresOf(call)
    const csv = () => house.visitor().get(path(call, '/data/answers.csv'))
    expect((await csv()).body).not.toContain('07700')
    const queue = await noor.get(path(call, '/screenings'))
    expect(queue.body).toContain('<mark>07700 900123</mark>')
    expect((await (await house.as('idris')).get(path(call, '/screenings'))).status).toBe(403)
    const field = /name="([\da-f-]{36}\.[\da-f-]{36})"/.exec(queue.body)?.[1] ?? ''
    house.moveOn(1)
    const saved = await noor.post(path(call, '/screenings'), { [field]: 'mask' })
    expect(saved.location).toContain('saved=1')
    expect((await noor.post(path(call, '/screenings'), { [field]: 'publish' })).location).toContain('saved=0')
    house.moveOn(1)
    await house.runJobs()
    const after = await figuresOf(call)
    expect(after.edition).toBe(2)
    expect((await csv()).body).toContain('Ring me on [phone] about the marmalade bus.')
    const data = await house.visitor().get(path(call, '/data'))
    expect(data.text()).toContain(before.dataset_sha256)
    expect(data.text()).toContain(after.dataset_sha256)
  })

  test('withdrawn words are gone at once, and from the next edition altogether', async () => {
    const { call } = await published()
    const gone = await house.db
      .selectFrom('answerWords')
      .select('answerId')
      .where('words', 'like', 'The bus of 3 is late%')
      .where('questionId', '=', questionOf(call, 'open').id)
      .executeTakeFirstOrThrow()
    house.moveOn(1)
    await house.db
      .updateTable('answers')
      .set({ withdrawnAt: house.clock.now() })
      .where('id', '=', gone.answerId)
      .execute()
    expect((await house.visitor().get(path(call, '/data/answers.csv'))).body).not.toContain('The bus of 3 is')
    await house.runJobs()
    const { edition, figures } = await figuresOf(call)
    expect([edition, figures.counted]).toEqual([2, 29])
  })

  test('the package names its files, licence, hash and what is left out', async () => {
    const { call } = await published()
    const described = (await house.visitor().get(path(call, '/data/datapackage.json'))).json() as {
      profile: string
      licenses: unknown[]
      resources: { hash: string; bytes: number; schema: { fields: { name: string }[] } }[]
    }
    const csv = await house.visitor().get(path(call, '/data/answers.csv'))
    const [resource] = described.resources
    expect(described.profile).toBe('tabular-data-package')
    expect(resource?.bytes).toBe(Buffer.byteLength(csv.body))
    expect(resource?.schema.fields.map(({ name }) => name).join()).toBe(csv.body.split('\r\n')[0])
    const zip = await house.visitor().get(path(call, '/data/package.zip'))
    expect(zip.body.startsWith('PK')).toBe(true)
  })
})

describe('a sample for research', () => {
  test('is asked for with a purpose, granted by a data officer with an entry, and expires', async () => {
    const { call } = await published('counts')
    const olga = await house.as('olga')
    const at = path(call, '/data/samples')
    expect((await olga.post(at, { purpose: ' ' })).status).toBe(422)
    expect((await house.visitor().post(at, { purpose: 'A thesis' })).status).not.toBe(201)
    const asked = await olga.postJson(`/api/v1${at}`, { purpose: 'A thesis on buses' })
    const { id } = asked.json() as { id: string }
    expect((await olga.get(`${at}/${id}`)).status).toBe(404)
    expect((await (await house.as('noor')).post(`${at}/${id}/decision`, { outcome: 'granted' })).status).toBe(
      403,
    )
    await grantOfficer()
    const gwen = await house.as('gwen')
    expect((await gwen.post(`${at}/${id}/decision`, { outcome: 'refused', reason: '' })).status).toBe(422)
    expect((await gwen.post(`${at}/${id}/decision`, { outcome: 'granted' })).status).toBe(303)
    expect((await gwen.post(`${at}/${id}/decision`, { outcome: 'refused', reason: 'No' })).status).toBe(409)
    const [one, other] = [await olga.get(`${at}/${id}`), await olga.get(`${at}/${id}`)]
    expect(one.body).toBe(other.body)
    expect(one.body).not.toContain('07700')
    expect((await gwen.get(`${at}/${id}`)).status).toBe(404)
    house.moveOn(91)
    expect((await (await house.as('olga')).get(`${at}/${id}`)).status).toBe(404)
  })

  async function grantOfficer() {
    const now = house.clock.now()
    await house.db
      .insertInto('grants')
      .values({
        id: unorderedId(),
        personId: house.world.people.gwen.id,
        role: 'data-officer',
        unitId: house.world.units.alliance.id,
        isDownTheTree: true,
        purpose: 'test',
        fromOn: '2026-01-01',
        toOn: '2030-01-01',
        grantedAt: now,
      })
      .execute()
  }
})
