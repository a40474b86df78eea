import sharp from 'sharp'
import type { TestHouse } from './open-test-house.ts'

interface Sending {
  url: string
  fields: Record<string, string>
  files?: readonly Buffer[]
  /** What each of them is called by whoever sends it. */
  name?: string
  cookie?: string
}

/** Sends a form with files, as a browser does. */
export async function sendFiles(
  { server }: Pick<TestHouse, 'server'>,
  { url, fields, files = [], name = 'stop.jpg', cookie = '' }: Sending,
) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  for (const file of files) form.append('files', new Blob([new Uint8Array(file)]), name)
  const body = new Response(form)
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie, accept: 'text/html', 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

interface Replied {
  headers: { location?: unknown; 'set-cookie'?: unknown }
}

export const cookieOf = ({ headers }: Replied) =>
  [headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).replace(/;.*/, ''))
    .join('; ')

export const numberOf = ({ headers }: Replied) => String(headers.location).split('/').at(-1) ?? ''

/** A photograph that tells who took it, and where. */
export const photograph = ({ width = 60 } = {}) =>
  sharp({ create: { width, height: 40, channels: 3, background: '#7a8' } })
    .withExif({ IFD0: { Artist: 'Nasreen Akhtar' }, IFD3: { GPSLatitude: '53/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
