import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { fonts } from '../fonts/fonts.ts'
import { organisationCss } from '../organisation/organisation-css.ts'
import { readStylesheet } from '../stylesheet/stylesheet.ts'
import { galleryPage } from './gallery.tsx'

const folder = fileURLToPath(new URL('..', import.meta.url))
const modules = new URL('../../../node_modules/', import.meta.url)
const stylesheets = ['/assets/folkmoot.css', '/assets/organisation.css']
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"

/**
 * The gallery on a port of its own, for pictures and checks, under the strict policy that real pages are sent with.
 * Resolves with its address and the way to close it.
 */
export async function serveGallery(accent = '#1d6b4c'): Promise<{ address: string; close: () => void }> {
  const stylesheet = readStylesheet(folder)
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery')
    const answer = answerTo(url, { stylesheet, accent })
    response.writeHead(answer ? 200 : 404, {
      'content-type': answer?.type ?? 'text/plain',
      'content-security-policy': policy,
    })
    response.end(answer?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

function answerTo(url: URL, { stylesheet, accent }: { stylesheet: string; accent: string }) {
  if (url.pathname === '/assets/folkmoot.css') return { type: 'text/css', body: stylesheet }
  if (url.pathname === '/assets/organisation.css') return { type: 'text/css', body: organisationCss(accent) }
  const [, first = '', name = 'parts', file = ''] = url.pathname.split('/')
  const font = first === 'assets' && fonts[file]
  if (font) return { type: 'font/woff2', body: readFileSync(new URL(font, modules)) }
  const page =
    first === 'gallery'
      ? galleryPage(name, { lang: url.searchParams.get('lang') ?? 'en', stylesheets })
      : undefined
  return page === undefined ? undefined : { type: 'text/html; charset=utf-8', body: page }
}
