import Fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { KeptPages } from './kept-pages.ts'

let server: FastifyInstance
let made: number
beforeEach(() => {
  const pages = new KeptPages()
  made = 0
  server = Fastify()
  server.get('/*', async (request, reply) => {
    if (pages.answer(request, reply)) return reply
    made += 1
    const body = `page ${made}`
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
