import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { compressed } from './compress.ts'

const page = Buffer.from('<p>Where it is, since when, due when.</p>'.repeat(100))

test('text is made smaller for who takes gzip, and only for them', () => {
  const made = compressed(page, 'text/html; charset=utf-8', 'br;q=1.0, gzip;q=0.8')
  expect(made && gunzipSync(made)).toEqual(page)
  for (const accepts of [undefined, '', 'br', 'gzip;q=0', 'identity'])
    expect(compressed(page, 'text/html', accepts)).toBeNull()
  expect(compressed(page, 'application/octet-stream', 'gzip')).toBeNull()
  expect(compressed(Buffer.from('short'), 'text/html', 'gzip')).toBeNull()
})

const house = await openTestHouse()
afterAll(() => house.close())

test('a public page travels small and is known again; one for somebody signed in is sent as it is', async () => {
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip' }
  const open = await house.server.inject({ url: '/submissions/new?x', headers })
  expect(open.headers['content-encoding']).toBeUndefined()
  const reply = await house.server.inject({ url: '/bodies', headers })
  expect(reply.headers['content-encoding']).toBe('gzip')
  expect(String(reply.headers.vary)).toContain('accept-encoding')
  expect(gunzipSync(reply.rawPayload).toString()).toContain('</html>')
  const again = await house.server.inject({
    url: '/bodies',
    headers: { ...headers, 'if-none-match': String(reply.headers.etag) },
  })
  expect(again.statusCode).toBe(304)
  const noor = await house.as('noor')
  const own = await noor.get('/bodies', { headers })
  expect(own.headers['content-encoding']).toBeUndefined()
})
