import Fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { KeptPages } from './kept-pages.ts'

let server: FastifyInstance
let made: number
let pages: KeptPages
/** What happens while a page is being made. */
let meanwhile: () => void
/** Written into a page beside its own. */
let linksMore = ''
beforeEach(() => {
  pages = new KeptPages({ freshMs: 3_600_000 })
  made = 0
  meanwhile = () => undefined
  server = Fastify()
  server.get('/*', async (request, reply) => {
    if (pages.answer(request, reply)) return reply
    made += 1
    meanwhile()
    const links = request.url === '/' ? ' <a href="/submissions/2417">' : ''
    const body = Buffer.from(`page ${made}${links}${linksMore}`)
    const etag = `"${made}"`
    reply.type('text/html').header('etag', etag).header('vary', 'cookie')
    pages.keep(reply, { body, etag })
    return reply.send(body)
  })
})

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

test('what was just made for anybody is given to the next, with its headers', async () => {
  await get('/submissions')
  const again = await get('/submissions')
  expect([again.body, again.headers.etag, again.headers['content-type']]).toEqual([
    'page 1',
    '"1"',
    'text/html',
  ])
})

test('who has it already is told so without it', async () => {
  await get('/submissions')
  const known = await get('/submissions', { 'if-none-match': '"1"' })
  expect([known.statusCode, known.body, made]).toEqual([304, '', 1])
})

test('a reader with a cookie or a token, another language and another address get pages of their own', async () => {
  await get('/submissions')
  await get('/submissions', { cookie: 'session=1' })
  await get('/submissions', { authorization: 'Bearer x' })
  await get('/submissions', { 'accept-language': 'ur' })
  await get('/submissions?state=open')
  expect(made).toBe(5)
})

test('what somebody with a cookie was shown is never kept for others', async () => {
  await get('/submissions', { cookie: 'session=1' })
  expect((await get('/submissions')).body).toBe('page 2')
})

test('the API is answered anew each time', async () => {
  await get('/api/v1/submissions')
  await get('/api/v1/submissions')
  expect(made).toBe(2)
})

test('news of a matter lets go of its page and of every page that links to it, at once, and of no other', async () => {
  for (const url of ['/submissions/2417', '/', '/submissions/24', '/submissions/2417?lang=ur']) await get(url)
  pages.forget('story:2417')
  expect((await get('/submissions/2417')).body).toBe('page 5')
  expect((await get('/submissions/2417?lang=ur')).body).toBe('page 6')
  expect((await get('/')).body).toContain('page 7')
  expect((await get('/submissions/24')).body).toBe('page 3')
})

test('news of a body lets go of its own pages', async () => {
  await get('/bodies/housing')
  await get('/bodies/executive')
  pages.forget('body:housing')
  expect((await get('/bodies/housing')).body).toBe('page 3')
  expect((await get('/bodies/executive')).body).toBe('page 2')
})

test('a page that was being made while the news came is given, and not kept', async () => {
  meanwhile = () => pages.forget('story:2417')
  await get('/submissions/2417')
  meanwhile = () => undefined
  expect((await get('/submissions/2417')).body).toBe('page 2')
  expect((await get('/submissions/2417')).body).toBe('page 2')
})

test('a page with more links than can be watched is not kept', async () => {
  linksMore = Array.from({ length: 2_001 }, (_, at) => `<a href="/submissions/${at + 1}">`).join('')
  await get('/submissions')
  linksMore = ''
  expect((await get('/submissions')).body).toBe('page 2')
  expect((await get('/submissions')).body).toBe('page 2')
})

test('while no news can be heard, every page is made anew', async () => {
  await get('/submissions')
  pages.setDeaf(true)
  await get('/submissions')
  await get('/submissions')
  expect(made).toBe(3)
  pages.setDeaf(false)
  await get('/submissions')
  expect((await get('/submissions')).body).toBe('page 4')
})
