import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { cookieOf, numberOf, photograph, sendFiles } from '../../app/testing/sent-files.ts'

const house = await openTestHouse()
afterAll(() => house.close())
beforeEach(() => house.db.deleteFrom('drafts').execute())

const begun = { q1: 'The last bus leaves at', q2: ['1', '3'], 'q3-2': 'pass', authorship: 'named' }
const drafts = () => house.db.selectFrom('drafts').selectAll().execute()
const draftIn = (html: string) => /name="draft" value="([^"]*)"/.exec(html)?.[1] ?? ''

describe('a draft of an answer', () => {
  test('comes back in this browser, at its own call, with every mark; and goes when it is handed in', async () => {
    const [call, other] = [await openTestCall(house), await openTestCall(house)]
    const visitor = house.visitor()
    const reply = await visitor.post(`/calls/${call.number}/drafts`, begun)
    expect(reply.status).toBe(303)
    expect(String(reply.headers['set-cookie'])).toContain(`Path=/calls/${call.number};`)
    const form = await visitor.get(`/calls/${call.number}/answer`)
    expect(form.body).toContain(begun.q1)
    expect(form.body.match(/ checked/g)).toHaveLength(4)
    expect((await visitor.get(`/calls/${other.number}/answer`)).body).not.toContain(begun.q1)
    expect((await house.visitor().get(`/calls/${call.number}/answer`)).body).not.toContain(begun.q1)
    const sent = await visitor.post(`/calls/${call.number}/answer`, { ...begun, draft: draftIn(form.body) })
    expect(sent.status).toBe(303)
    expect(await drafts()).toEqual([])
  })

  test('is found anywhere by whoever is signed in, and stands in the list of their drafts', async () => {
    const call = await openTestCall(house)
    await (await house.as('nasreen')).post(`/calls/${call.number}/drafts`, begun)
    const list = await (await house.as('nasreen')).get('/submissions/drafts')
    expect(list.text()).toContain('What would make rural buses work for you?')
    const path = new RegExp(`/calls/${call.number}/answer\\?draft=[0-9a-f-]+`).exec(list.body)?.[0] ?? ''
    expect((await (await house.as('nasreen')).get(path)).body).toContain(begun.q1)
    expect((await (await house.as('olga')).get(path)).body).not.toContain(begun.q1)
  })

  test('is forgotten by its writer alone, with or without an account', async () => {
    const call = await openTestCall(house)
    const visitor = house.visitor()
    await visitor.post(`/calls/${call.number}/drafts`, begun)
    const [draft] = await drafts()
    const removal = `/calls/${call.number}/drafts/${draft?.id}/removal`
    expect((await house.visitor().post(removal)).status).toBe(404)
    await (await house.as('olga')).post(removal)
    expect(await drafts()).toHaveLength(1)
    expect((await visitor.post(removal)).location).toBe(`/calls/${call.number}/answer`)
    expect(await drafts()).toEqual([])
  })

  test('that is to be anonymous names nobody, and goes with an anonymous answer', async () => {
    const call = await openTestCall(house)
    const nasreen = await house.as('nasreen')
    await nasreen.post(`/calls/${call.number}/drafts`, { ...begun, authorship: 'anonymous', name: 'Nasreen' })
    const [draft] = await drafts()
    expect(draft?.personId).toBeNull()
    expect(JSON.stringify(draft?.content)).not.toContain('Nasreen')
    await nasreen.post(`/calls/${call.number}/answer`, { ...begun, authorship: 'anonymous' })
    expect(await drafts()).toEqual([])
  })

  test('is what a session that ended leaves: no word is lost, and nothing is handed in', async () => {
    for (const audience of ['anyone', 'members'] as const) {
      const call = await openTestCall(house, { audience })
      const visitor = house.visitor()
      const typed = { ...begun, authorship: audience === 'members' ? 'anonymous' : 'named', signed_in: 'yes' }
      const reply = await visitor.post(`/calls/${call.number}/answer`, typed)
      expect(reply.status).toBe(422)
      expect(reply.text()).toContain('You were signed out while you wrote.')
      expect(reply.body).toContain(`/sign-in?to=/calls/${call.number}/answer`)
      expect(reply.body).toContain(begun.q1)
    }
    expect(await drafts()).toHaveLength(2)
  })
})

const send = ({
  fields,
  ...more
}: Omit<Parameters<typeof sendFiles>[1], 'fields'> & { fields?: Record<string, string> }) =>
  sendFiles(house, { fields: { q1: 'See for yourselves.', authorship: 'anonymous', ...fields }, ...more })

describe('files with an answer', () => {
  test('are made anew and shown where its words are published, until it is withdrawn', async () => {
    const call = await openTestCall(house)
    const reply = await send({ url: `/calls/${call.number}/answer`, files: [await photograph()] })
    expect(reply.statusCode).toBe(303)
    const number = numberOf(reply)
    const page = await house.visitor().get(`/answers/${number}`)
    const path = /\/attachments\/[0-9a-f-]+/.exec(page.body)?.[0] ?? ''
    const file = await house.server.inject({ url: path })
    expect(file.statusCode).toBe(200)
    expect(file.rawPayload.toString('latin1')).not.toMatch(/Nasreen|Exif/)
    const told = await house.visitor().getJson(`/api/v1/answers/${number}`)
    expect(JSON.stringify(told.json())).toContain(path)
    await house.db.updateTable('answers').set({ withdrawnAt: house.clock.now() }).execute()
    expect((await house.visitor().get(path)).status).toBe(404)
    expect((await house.visitor().get(`/answers/${number}`)).body).not.toContain(path)
  })

  test('are for those who read answers where words are not published; their author sees that they are there', async () => {
    const call = await openTestCall(house, { publishes: 'counts' })
    const reply = await send({ url: `/calls/${call.number}/answer`, files: [await photograph()] })
    const number = numberOf(reply)
    expect((await house.visitor().get(`/answers/${number}`)).text()).not.toContain('Picture 1')
    const noors = await (await house.as('noor')).get(`/answers/${number}`)
    const path = /\/attachments\/[0-9a-f-]+/.exec(noors.body)?.[0] ?? ''
    expect((await (await house.as('noor')).get(path)).status).toBe(200)
    expect((await (await house.as('olga')).get(path)).status).toBe(404)
    expect((await house.visitor().get(path)).status).toBe(404)
    const receipt = await house.server.inject({
      url: `/receipts/${number}`,
      headers: { cookie: cookieOf(reply), accept: 'text/html' },
    })
    const key = /\b([a-z]{5}-){5}[a-z]{5}\b/.exec(receipt.body)?.[0] ?? ''
    const own = await house.visitor().post(`/receipts/${number}`, { key })
    expect(own.text()).toContain('Picture 1')
    expect(own.body).not.toContain(path)
  })

  test('that were chosen are kept with a form that came back, through the preview to the end', async () => {
    const call = await openTestCall(house)
    const first = await send({
      url: `/calls/${call.number}/answer`,
      files: [await photograph(), Buffer.from('MZ a program')],
    })
    expect(first.statusCode).toBe(422)
    expect(first.body).toContain('File 2: neither a JPEG')
    const cookie = cookieOf(first)
    const fields = { draft: draftIn(first.body) }
    const preview = await send({ url: `/calls/${call.number}/preview`, fields, cookie })
    expect(preview.body).toContain('Leave out: Picture 1')
    const again = { draft: draftIn(preview.body) }
    const reply = await send({
      url: `/calls/${call.number}/answer`,
      fields: again,
      cookie: cookieOf(preview),
    })
    const files = await house.db
      .selectFrom('attachments')
      .innerJoin('matters', 'matters.id', 'attachments.matterId')
      .select('attachments.mediaType')
      .where('matters.number', '=', Number(numberOf(reply)))
      .execute()
    expect(files).toEqual([{ mediaType: 'image/jpeg' }])
    expect(await drafts()).toEqual([])
  })

  test('a retry with the same key and other files is refused', async () => {
    const call = await openTestCall(house)
    const url = `/calls/${call.number}/answer`
    const fields = { once: 'b0a55cf2-6f0c-4b6e-9d0e-3f51c0a1f001' }
    const first = await send({ url, fields, files: [await photograph()] })
    const same = await send({ url, fields, files: [await photograph()] })
    expect(numberOf(same)).toBe(numberOf(first))
    expect((await send({ url, fields })).statusCode).toBe(422)
  })
})
