import type { FastifyInstance } from 'fastify'
import { chooseLanguage, isLanguage } from '#core/i18n/languages.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import type { LiveHub } from '#core/live/hub.ts'
import type { House } from '#core/slice/house.ts'

const TOPIC = /^[a-z]+:[a-z0-9-]{1,100}$/
const KEEP_ALIVE_MS = 20_000

/** `/live/story:2417`: server-sent events for one topic. Topics are public; nothing about a person is ever sent. */
export function liveRoute(
  server: FastifyInstance,
  { hub, house }: { hub: LiveHub; translators: Translators; house: House },
): void {
  server.get<{ Params: { topic: string }; Querystring: { lang?: string } }>(
    '/live/:topic',
    async (request, reply) => {
      const { topic } = request.params
      if (!TOPIC.test(topic)) return reply.code(404).send()
      const offered = house.languages.filter(isLanguage)
      const wish = request.query.lang
      const language = isLanguage(wish) ? wish : chooseLanguage(request.headers['accept-language'], offered)
      const stream = reply.raw
      reply.hijack()
      stream.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      stream.write('retry: 3000\n\n')
      const unfollow = hub.follow(topic, {
        language,
        write: (text) => void stream.write(text),
        waitingBytes: () => stream.writableLength,
        end: () => void stream.end(),
      })
      const beat = setInterval(() => stream.write(':\n\n'), KEEP_ALIVE_MS)
      stream.on('close', () => {
        clearInterval(beat)
        unfollow()
      })
    },
  )
}
