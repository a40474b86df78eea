import type { FastifyInstance } from 'fastify'
import type { Assets } from './assets.ts'

interface Asked {
  Params: { name?: string }
  Querystring: { lang?: string }
}

/**
 * `/gallery`: every part of a page in every state, for whoever draws or translates. Loaded when somebody asks; a demonstration
 * has it, a real organisation does not.
 */
export function galleryRoutes(server: FastifyInstance, assets: Assets): void {
  const stylesheets = [assets.urlOf('folkmoot.css'), '/assets/organisation.css']
  server.get<Asked>('/gallery/:name?', async ({ params, query }, reply) => {
    const { galleryPage } = await import('#ui/gallery/gallery.tsx')
    const page = galleryPage(params.name ?? 'parts', { lang: query.lang === 'ur' ? 'ur' : 'en', stylesheets })
    if (page === undefined) return reply.callNotFound()
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
  })
}
