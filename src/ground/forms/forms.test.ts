import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { cookieNameFor } from '#core/http/cookie-name.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { beginSession } from '#ground/people/begin-session.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { EASY } from './testing/easy.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('what a clerk adds stands beside the text for the next person, until it is taken down', async () => {
  const damp = await handedIn(house)
  const noor = await house.as('noor')
  const once = unorderedId()
  const replies = await Promise.all([1, 2].map(() => noor.post(`/forms/${damp.number}`, { ...EASY, once })))
  expect(replies.map(({ status }) => status)).toEqual([303, 303])
  const page = await house.visitor().get(`/forms/${damp.number}`)
  expect(page.text()).toContain('The wall is wet.')
  expect(page.body.match(/By the access group/g)).toHaveLength(1)
  expect((await house.visitor().get(damp.path)).text()).toContain('In other forms: Easy Read')
  expect((await house.visitor().get('/forms')).text()).toContain('Easy Read, English')
  const id =
    /name="form" value="([0-9a-f-]+)"/.exec((await noor.get(`/forms/${damp.number}`)).body)?.[1] ?? ''
  await noor.post(`/forms/${damp.number}/withdrawals`, { form: id })
  expect((await house.visitor().get(`/forms/${damp.number}`)).text()).not.toContain('The wall is wet.')
  expect((await noor.post(`/forms/${damp.number}/withdrawals`, { form: id })).status).toBe(404)
})

test('clerks of other bodies, members and strangers add nothing', async () => {
  const damp = await handedIn(house)
  for (const who of ['idris', 'gwen', 'nasreen'] as const)
    expect((await (await house.as(who)).post(`/forms/${damp.number}`, EASY)).status).toBe(403)
  expect((await house.visitor().postJson(`/forms/${damp.number}`, EASY)).status).toBe(401)
  expect((await (await house.as('femi')).post(`/forms/${damp.number}`, EASY)).status).toBe(303)
})

test('each missing thing has a sentence, and no link leads elsewhere', async () => {
  const damp = await handedIn(house)
  const noor = await house.as('noor')
  const add = (fields: Record<string, string>) => noor.post(`/forms/${damp.number}`, fields)
  expect((await add({ ...EASY, caption: '' })).text()).toContain('Say in one line who made it')
  expect((await add({ ...EASY, words: '' })).text()).toContain('Add a file, the words, or the page')
  for (const href of [
    'https://elsewhere.org/x',
    '//elsewhere.org',
    'javascript:alert(1)',
    '/\\elsewhere.org',
  ])
    expect((await add({ ...EASY, href })).text()).toContain('Give an address within this house')
  expect((await add({ ...EASY, words: '', href: '/submissions/2001' })).status).toBe(303)
})

const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(4_000, 7)])
const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nThe wall is wet.\n')

async function addFiles(number: number, files: readonly Buffer[]) {
  const session = await inTransaction(house.db, (tx) =>
    beginSession(tx, { personId: house.world.people.noor.id, device: 'test', now: house.clock.now() }),
  )
  const form = new FormData()
  const fields = { ...EASY, form: 'sign-language', language: 'bfi', words: '', once: unorderedId() }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('files', new Blob([new Uint8Array(file)]), 'film.exe')
  const body = new Response(form)
  return house.server.inject({
    method: 'POST',
    url: `/forms/${number}`,
    headers: {
      cookie: `${cookieNameFor(session.name, { isSecure: true })}=${session.value}`,
      accept: 'text/html',
      'content-type': body.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

test('a video needs captions; with them it plays in parts, and nothing in it runs', async () => {
  const damp = await handedIn(house)
  const mute = await addFiles(damp.number, [film])
  expect(mute.statusCode).toBe(422)
  expect(mute.body).toContain('A video needs captions')
  expect((await addFiles(damp.number, [Buffer.from('<html>'), captions])).statusCode).toBe(422)
  expect((await addFiles(damp.number, [film, captions])).statusCode).toBe(303)
  const page = await house.visitor().get(`/forms/${damp.number}`)
  expect(page.body).toMatch(/<video[^>]*controls[^>]*>\s*<track kind="captions"/)
  expect(String(page.headers['content-security-policy'])).toContain("media-src 'self'")
  const url = /<video[^>]*src="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const part = await house.visitor().get(url, { headers: { range: 'bytes=4-7' } })
  expect([part.status, part.body, part.headers['content-range']]).toEqual([206, 'ftyp', 'bytes 4-7/4012'])
  expect((await house.visitor().get(url, { headers: { range: 'bytes=9999-' } })).status).toBe(416)
  const whole = await house.visitor().get(url)
  expect(whole.headers).toMatchObject({ 'content-type': 'video/mp4', 'x-content-type-options': 'nosniff' })
  expect(String(whole.headers['content-security-policy'])).toContain('sandbox')
})

test('large print is there for every text at once, in Urdu too', async () => {
  const damp = await handedIn(house, {
    title: 'سیلن',
    words: '- دیوار گیلی ہے\n- بچہ کھانستا ہے',
    language: 'ur',
  })
  const pdf = await house.visitor().get(`/forms/${damp.number}/large-print.pdf`)
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.body.slice(0, 5)).toBe('%PDF-')
}, 60_000)

test('held words have no forms, and erased words lose them', async () => {
  const damp = await handedIn(house, { email: 'gone@example.org', authorship: 'withheld' })
  await (await house.as('noor')).post(`/forms/${damp.number}`, EASY)
  const hide = (visibility: string) =>
    house.db.updateTable('matters').set({ visibility }).where('number', '=', damp.number).execute()
  await hide('held')
  expect((await house.visitor().get(`/forms/${damp.number}`)).status).toBe(404)
  expect((await house.visitor().get(`/forms/${damp.number}/large-print.pdf`)).status).toBe(404)
  await hide('public')
  await house.visitor().post(`${damp.path}/erasure`, { key: damp.key ?? '', sure: 'yes' })
  const left = await house.db
    .selectFrom('furtherForms')
    .innerJoin('matters', 'matters.id', 'furtherForms.matterId')
    .select('furtherForms.id')
    .where('matters.number', '=', damp.number)
    .execute()
  expect(left).toEqual([])
})
