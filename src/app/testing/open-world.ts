import { fileURLToPath } from 'node:url'
import { connect } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { cookieNameFor } from '#core/http/cookie-name.ts'
import type { CrowdLimit } from '#core/http/crowd.ts'
import type { KeptPages } from '#core/http/kept-pages.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { createLog, type Log } from '#core/log/log.ts'
import type { RoutesIn } from '#core/slice/house.ts'
import { DAY_MS, handSetClock } from '#core/time/clock.ts'
import { foundHouse } from '#ground/house/found-house.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { openStandingForms } from '#ground/notices/index.ts'
import { beginSession } from '#ground/people/begin-session.ts'
import { makeRecordKey } from '#ground/record/record-key.ts'
import type { Assets } from '../assets.ts'
import { openHouse } from '../open-house.ts'
import { slices } from '../slices.ts'
import { Visitor } from './visitor.ts'
import { settleWorld, type World } from './world.ts'

export const BASE_URL = 'https://moot.example'
const START = new Date('2026-11-02T09:00:00Z')

export interface WorldOptions {
  /** Where browsers reach it; pages need none. */
  baseUrl?: string
  /** The built ones, for browsers. */
  assets?: Assets
  /** Where its log goes; nowhere unless said. */
  log?: Log
  /** How long a request may take to arrive. */
  slowestRequestMs?: number
  /** From how many hand-ins on they are a flood; never unless said. */
  floodLimit?: CrowdLimit
  /** Mail and text messages as routes in. */
  routesIn?: RoutesIn
  /** Public pages kept ready; each is made anew unless said. */
  keptPages?: KeptPages
  /** A real organisation, whose sessions end when nobody uses them; a demonstration unless said. */
  isReal?: boolean
  /** Grave roles rest until a passkey was shown; they do not unless said. */
  demandsPasskeys?: boolean
}

const noAssets: Assets = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  urlOf: (name) => `/assets/${name}`,
}

/** A whole house on a migrated, empty database, with the few people of `world.ts` and a clock set by hand. */
export async function openWorld(url: string, options: WorldOptions = {}) {
  const {
    baseUrl = BASE_URL,
    assets = noAssets,
    log = createLog('silent'),
    isReal = false,
    demandsPasskeys = false,
  } = options
  const clock = handSetClock(START)
  const translators = await loadTranslators(fileURLToPath(new URL('../../../locales', import.meta.url)))
  const house = await openHouse({
    databaseUrl: url,
    house: {
      ...(await found(url, { now: clock.now(), baseUrl, isReal })),
      demandsPasskeys,
      routesIn: options.routesIn,
    },
    clock,
    translators,
    assets,
    log,
    slowestRequestMs: options.slowestRequestMs,
    // A busy machine is no finding.
    mostQueuedMs: 60_000,
    floodLimit: options.floodLimit,
    keptPages: options.keptPages,
    writesPerMinute: 100_000,
  })
  const { db } = house.database
  const world: World = await inTransaction(db, (tx) => settleWorld(tx, clock.now()))
  await openStandingForms(db, { translators, now: clock.now() })
  const visitor = () => new Visitor(house.server)
  return {
    ...house,
    db,
    clock,
    world,
    url,
    visitor,
    /** Somebody of the world at a browser, signed in. */
    as: async (person: keyof World['people']) => {
      const personId = world.people[person].id
      const cookie = await inTransaction(db, (tx) =>
        beginSession(tx, { personId, device: 'test', now: clock.now() }),
      )
      const isSecure = baseUrl.startsWith('https:')
      return new Visitor(house.server, { [cookieNameFor(cookie.name, { isSecure })]: cookie.value })
    },
    moveOn: (days: number) => clock.moveOn(days * DAY_MS),
    /** Runs every job of every slice once, as the worker would. */
    runJobs: async () => {
      for (const job of slices.flatMap((slice) => slice.jobs ?? [])) await job.run(house.jobHouse)
    },
  }
}

export type WorldHouse = Awaited<ReturnType<typeof openWorld>>

async function found(url: string, { now, baseUrl, isReal }: { now: Date; baseUrl: string; isReal: boolean }) {
  const { db, close } = connect({ url })
  await inTransaction(db, async (tx) => {
    await foundHouse(tx, {
      name: 'The Commons Alliance',
      accent: '#1d6b4c',
      languages: ['en', 'ur'],
      isDemo: !isReal,
      at: now,
    })
    await makeRecordKey(tx, { origin: 'moot.example/record', seed: null, now })
  })
  const house = await readHouse(db, baseUrl)
  await close()
  if (!house) throw new Error('the house was not founded')
  return house
}
