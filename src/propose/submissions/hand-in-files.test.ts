import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { sha256 } from '#core/ids/hashes.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { cookieOf, numberOf, photograph, sendFiles } from '../../app/testing/sent-files.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const damp = {
  title: 'Damp in the stairwell',
  words: 'See for yourselves.',
  to: 'housing',
  authorship: 'anonymous',
}

async function paper() {
  const made = await PDFDocument.create()
  made.addPage()
  return Buffer.from(await made.save())
}

const send = (
  files: readonly Buffer[],
  fields: Record<string, string> = damp,
  cookie = '',
  url = '/submissions',
) => sendFiles(house, { url, fields, files, name: 'nasreen-kitchen.exe', cookie })

test('a photograph goes along, without its name, its place or its author', async () => {
  const reply = await send([await photograph({ width: 3_000 })])
  expect(reply.statusCode).toBe(303)
  const number = numberOf(reply)
  const story = await house.visitor().get(`/submissions/${number}`)
  const path = /\/attachments\/[0-9a-f-]+/.exec(story.body)?.[0] ?? ''
  const file = await house.server.inject({ url: path })
  expect(file.statusCode).toBe(200)
  expect(file.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="${number}-1.jpg"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  const { width, exif } = await sharp(file.rawPayload).metadata()
  expect(width).toBe(2_400)
  expect(exif).toBeUndefined()
  expect(file.rawPayload.toString('latin1')).not.toMatch(/Nasreen|Exif/)
  const rows = JSON.stringify(await house.db.selectFrom('attachments').selectAll().execute())
  expect(rows).not.toContain('kitchen')
  const told = await house.visitor().getJson(`/api/v1/submissions/${number}`)
  expect(told.body).toContain(sha256(file.rawPayload).toString('hex'))
})

test('what is no picture is refused with a sentence, and every word is kept', async () => {
  const reply = await send([Buffer.from('MZ this is a program')])
  expect(reply.statusCode).toBe(422)
  expect(reply.body).toContain('File 1: neither a JPEG')
  expect(reply.body).toContain('See for yourselves.')
  expect(reply.body).toContain('href="#files"')
})

test('too large, too many and too many pixels are each a sentence', async () => {
  const large = Buffer.concat([await photograph(), Buffer.alloc(9 * 1024 * 1024)])
  const refused = await send([large])
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('larger than 8 MB')
  expect(refused.body).toContain('See for yourselves.')
  const small = await photograph()
  expect((await send([small, small, small, small, small])).body).toContain('Choose at most 4 files.')
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect((await send([bomb])).body).toContain('more than 60 million pixels')
})

const draftIn = (html: string) => /name="draft" value="([^"]*)"/.exec(html)?.[1] ?? ''
const attached = (number: string) =>
  house.db
    .selectFrom('attachments')
    .innerJoin('matters', 'matters.id', 'attachments.matterId')
    .select(['attachments.mediaType', 'attachments.place'])
    .where('matters.number', '=', Number(number))
    .orderBy('attachments.place')
    .execute()
const kept = () => house.db.selectFrom('draftFiles').select('place').execute()

test('a form that comes back has kept its files, and they are handed in with it', async () => {
  const first = await send([await photograph()], { ...damp, title: '' })
  expect(first.statusCode).toBe(422)
  expect(first.body).toContain('Leave out: Picture 1')
  const again = { ...damp, draft: draftIn(first.body) }
  const other = await send([], again)
  expect(await attached(numberOf(other))).toEqual([])
  const reply = await send([await paper()], again, cookieOf(first))
  expect(await attached(numberOf(reply))).toEqual([
    { mediaType: 'image/jpeg', place: 1 },
    { mediaType: 'application/pdf', place: 2 },
  ])
  expect(await kept()).toEqual([])
  expect(await house.db.selectFrom('drafts').select('id').execute()).toEqual([])
})

test('a file that was kept may be left out, and a bad one costs no good one', async () => {
  const first = await send([await photograph(), Buffer.from('MZ a program'), await photograph()])
  expect(first.statusCode).toBe(422)
  expect(first.body).toContain('File 2: neither a JPEG')
  const again = { ...damp, draft: draftIn(first.body), leave_out: '1' }
  expect(await attached(numberOf(await send([], again, cookieOf(first))))).toHaveLength(1)
})

test('the preview and the draft keep files too, under the browser’s own key', async () => {
  const preview = await send([await photograph()], damp, '', '/submissions/preview')
  expect(preview.statusCode).toBe(200)
  expect(preview.body).toContain('Leave out: Picture 1')
  const [draft] = await house.db.selectFrom('drafts').selectAll().execute()
  expect(draft).toMatchObject({ personId: null })
  expect(draft?.savedAt.toISOString()).toMatch(/T00:00:00.000Z$/)
  const cookie = cookieOf(preview)
  const saved = await send([], { ...damp, draft: draftIn(preview.body) }, cookie, '/submissions/drafts')
  expect(saved.statusCode).toBe(303)
  const form = await house.server.inject({
    url: '/submissions/new',
    headers: { cookie, accept: 'text/html' },
  })
  expect(form.body).toContain('Leave out: Picture 1')
  const reply = await send([], { ...damp, draft: draftIn(form.body) }, cookie)
  expect(await attached(numberOf(reply))).toHaveLength(1)
  expect(await kept()).toEqual([])
})

test('files go with the draft that nobody came back to', async () => {
  await send([await photograph()], { ...damp, title: '' })
  expect(await kept()).toHaveLength(1)
  house.moveOn(31)
  await house.runJobs()
  expect(await kept()).toEqual([])
})

test('files are hidden while the words are held, and shown to who must look at them', async () => {
  await house.db.updateTable('bodies').set({ holdsStrangers: true }).where('slug', '=', 'housing').execute()
  const number = numberOf(await send([await photograph()]))
  const { id } = await house.db
    .selectFrom('attachments')
    .innerJoin('matters', 'matters.id', 'attachments.matterId')
    .select('attachments.id')
    .where('matters.number', '=', Number(number))
    .executeTakeFirstOrThrow()
  expect((await house.visitor().get(`/submissions/${number}`)).body).not.toContain(id)
  expect((await house.visitor().get(`/attachments/${id}`)).status).toBe(404)
  expect((await (await house.as('olga')).get(`/attachments/${id}`)).status).toBe(404)
  expect((await (await house.as('noor')).get(`/attachments/${id}`)).status).toBe(200)
  await house.db.updateTable('bodies').set({ holdsStrangers: false }).where('slug', '=', 'housing').execute()
})
