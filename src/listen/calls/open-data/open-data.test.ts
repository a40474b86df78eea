import { afterAll, describe, expect, test } from 'vitest'
import { giveRole } from '../../../app/testing/give-role.ts'
import { questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { figuresOf, path, published } from '../result/testing/published-call.ts'

const house = await openTestHouse()
afterAll(() => house.close())

describe('open data', () => {
  test('hold words only where the notice publishes words, and never a formula', async () => {
    const { call } = await published(house)
    const rows = (await house.visitor().get(path(call, '/data/answers.csv'))).body
    expect(rows).toContain('The bus of 3 is late')
    const counts = await published(house, 'counts')
    const bare = (await house.visitor().get(path(counts.call, '/data/answers.csv'))).body
    expect(bare).not.toContain('The bus of')
    expect(bare.split('\r\n')[1]?.split(',')[1]).toBe('')
    const withheld = (await house.visitor().getJson(path(counts.call, '/data'))).json() as {
      withheld: { what: string; answers: number }[]
    }
    expect(withheld.withheld.find(({ what }) => what === 'words')?.answers).toBeGreaterThanOrEqual(27)
  })

  test('nobody stands alone: each row looks like four others, or says no more than its answer’s page', async () => {
    const { call } = await published(house)
    const rows = (await house.visitor().get(path(call, '/data/answers.json'))).json() as Record<
      string,
      unknown
    >[]
    const keys = rows.map(({ route, language, standing, nation, region, is_from_office_holder: office }) =>
      JSON.stringify([route, language, ...[standing, nation, region, office].map((fact) => fact || null)]),
    )
    const sizes = Map.groupBy(keys, (key) => key)
    for (const [key, group] of sizes)
      if (!key.endsWith(',null,null,null,null]')) expect(group.length).toBeGreaterThanOrEqual(5)
    for (const { answer, route, language } of rows.filter((row) => row.answer !== null)) {
      const page = (await house.visitor().getJson(`/answers/${answer}`)).json()
      expect(page).toMatchObject({ route, language })
    }
    expect(rows.length).toBeGreaterThan(20)
  })

  test('a phone number waits for a person; what the person says makes a new edition, and the old hash stays', async () => {
    const { call, noor } = await published(house)
    const before = await figuresOf(house, call)
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
    const after = await figuresOf(house, call)
    expect(after.edition).toBe(2)
    // No number: the answer's own page has what is masked here.
    expect((await csv()).body).toMatch(/\n\d+,,[^\n]*Ring me on \[phone\] about the marmalade bus\./)
    expect((await csv()).body).toMatch(/\n\d+,\d+,[^\n]*The bus of/)
    const data = await house.visitor().get(path(call, '/data'))
    expect(data.text()).toContain(before.dataset_sha256)
    expect(data.text()).toContain(after.dataset_sha256)
  })

  test('withdrawn words are gone at once, and from the next edition altogether', async () => {
    const { call } = await published(house)
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
    const { edition, figures } = await figuresOf(house, call)
    expect([edition, figures.counted]).toEqual([2, 29])
  })

  test('the package names its files, licence, hash and what is left out', async () => {
    const { call } = await published(house)
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
    const { call } = await published(house, 'counts')
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
    await giveRole(house, 'gwen', { role: 'data-officer', unit: 'alliance', isDownTheTree: true })
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
})
