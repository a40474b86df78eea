import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '#core/ids/hashes.ts'
import type { House } from '#core/slice/house.ts'
import { organisationCss } from '#ui/organisation/organisation-css.ts'

/** The built stylesheet, islands and fonts. */
export interface Assets {
  folder: string
  /** The address of `folkmoot.css` or `live.client.js`, with its hash in it. */
  urlOf(name: string): string
}

/** Reads what the build made. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest: Record<string, string> = JSON.parse(
    await readFile(path.join(folder, 'manifest.json'), 'utf8'),
  )
  return { folder, urlOf: (name) => `/assets/${manifest[name] ?? name}` }
}

/** Serves the built files for ever, since a change of content changes the name, and the organisation's own colours. */
export function assetRoutes(
  server: FastifyInstance,
  { assets, house }: { assets: Assets; house: House },
): void {
  server.register(fastifyStatic, {
    root: assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    list: false,
    // The build has laid a smaller one beside each.
    preCompressed: true,
  })
  const css = organisationCss(house.accent)
  const etag = `"${sha256(css).toString('base64url').slice(0, 20)}"`
  server.get('/assets/organisation.css', async (request, reply) => {
    reply.header('etag', etag).header('cache-control', 'public, max-age=300').type('text/css; charset=utf-8')
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(css)
  })
}
