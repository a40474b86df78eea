import type { FastifyInstance } from 'fastify'
import { anyone } from '#core/access/policy.ts'
import { connect, type Database } from '#core/db/connect.ts'
import type { CrowdLimit } from '#core/http/crowd.ts'
import { FloodGate, proofRoute } from '#core/http/flood-gate.ts'
import type { KeptPages } from '#core/http/kept-pages.ts'
import { Leaving } from '#core/http/leaving.ts'
import { Refusals } from '#core/http/refusals.ts'
import { get, type Route } from '#core/http/route.ts'
import { createServer } from '#core/http/server.ts'
import { chooseLanguage, isLanguage } from '#core/i18n/languages.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import { LiveHub } from '#core/live/hub.ts'
import type { Log } from '#core/log/log.ts'
import type { House, JobHouse } from '#core/slice/house.ts'
import type { Clock } from '#core/time/clock.ts'
import { StandingLines } from '#ground/notices/standing-lines.ts'
import { apiRoutes } from './api/index.ts'
import { type Assets, assetRoutes } from './assets.ts'
import { showDemo } from './demo/first-page/show-demo.ts'
import { showWalk } from './demo/walks/show-walk.ts'
import { collectingOf } from './form-notices.tsx'
import { galleryRoutes } from './gallery-routes.ts'
import { showHome } from './home/show-home.ts'
import { liveRoute } from './live-route.ts'
import { makeExchange } from './make-exchange.ts'
import { problemPage } from './problem-page.tsx'
import { renderFrame, renderPage } from './render-page.tsx'
import { renderTopic } from './render-topic.ts'
import { learnSlices, slices } from './slices.ts'

export interface HouseParts {
  databaseUrl: string
  house: House
  clock: Clock
  translators: Translators
  assets: Assets
  log: Log
  writesPerMinute?: number
  /** A request that takes longer to arrive is let go. */
  slowestRequestMs?: number
  /** So late, it asks whoever comes to come again. */
  mostQueuedMs?: number
  /** Public pages kept ready; absent: each is made anew. */
  keptPages?: KeptPages
  /** From how many hand-ins on, from one part of the network, they are a flood; absent: never. */
  floodLimit?: CrowdLimit
}

export interface OpenHouse {
  server: FastifyInstance
  database: Database
  hub: LiveHub
  refusals: Refusals
  jobHouse: JobHouse
  /** Tells balancers that this process is leaving, and readers of live pages to come back elsewhere; goes on serving. */
  leave(): void
  close(): Promise<void>
}

/** Of no slice: the front page, and a demonstration's. */
const ownRoutes: readonly Route[] = [
  get('/', { policy: anyone, handler: showHome }),
  get('/demo', { policy: anyone, handler: showDemo, isPrivate: true, isOfDemo: true }),
  get('/demo/walks/:slug', { policy: anyone, handler: showWalk, isPrivate: true, isOfDemo: true }),
]

/** Every route of the house: the slices’, and the description made of them. */
export function allRoutes(): Route[] {
  const routes = slices.flatMap((slice) => slice.routes ?? [])
  return [...ownRoutes, ...routes, ...apiRoutes(routes)]
}

/** A person may type fast and share an address with a hall; a flood from one connection is slowed. */
const WRITES_PER_MINUTE = 240

/** Puts the house together around a database: routes of every slice, live updates, assets. It listens when told to. */
export async function openHouse(parts: HouseParts): Promise<OpenHouse> {
  const { databaseUrl, house, clock, translators, assets, log } = parts
  learnSlices()
  const database = connect({ url: databaseUrl })
  const { db } = database
  const lines = new StandingLines(db)
  const frame = { slices, asset: assets.urlOf, collecting: collectingOf(slices), lines }
  const gate = parts.floodLimit && new FloodGate(parts.floodLimit, house.secret)
  const exchangeParts = {
    db,
    clock,
    house,
    translators,
    gate,
    lines,
    renderPage: renderPage.bind(null, frame),
    renderFrame: renderFrame.bind(null, frame),
  }
  const hub = new LiveHub({
    render: renderTopic({ db, clock, translators, slices }),
    log,
    overhearer: parts.keptPages,
  })
  parts.keptPages?.hearBy(() => hub.catchUp())
  const leaving = new Leaving()
  const refusals = new Refusals(log)
  const server = await createServer({
    leaving,
    routes: allRoutes().filter(({ isOfDemo = false }) => house.isDemo || !isOfDemo),
    log,
    exchangeFor: (request, route) => makeExchange(exchangeParts, request, route),
    problemPage,
    t: translators.for(house.languages[0] ?? 'en'),
    baseUrl: house.baseUrl,
    slowestRequestMs: parts.slowestRequestMs,
    mostQueuedMs: parts.mostQueuedMs,
    isSecure: house.baseUrl.startsWith('https:'),
    writesPerMinute: parts.writesPerMinute ?? WRITES_PER_MINUTE,
    keptPages: parts.keptPages,
    refusals,
  })
  assetRoutes(server, { assets, house })
  if (house.isDemo) galleryRoutes(server, assets)
  if (gate) {
    const offered = house.languages.filter(isLanguage)
    proofRoute(server, { gate, t: (wish) => translators.for(chooseLanguage(wish, offered)) })
  }
  liveRoute(server, { hub, translators, house })
  return {
    server,
    database,
    hub,
    refusals,
    jobHouse: { db, clock, house, log, translators },
    leave: () => {
      leaving.isAsked = true
      hub.sendAway()
    },
    close: async () => {
      refusals.close()
      await hub.close()
      await server.close()
      await database.close()
    },
  }
}
