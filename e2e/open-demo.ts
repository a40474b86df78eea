import path from 'node:path'
import { inject } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { connect } from '#core/db/connect.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { createLog } from '#core/log/log.ts'
import { DAY_MS, handSetClock } from '#core/time/clock.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { readAssets } from '../src/app/assets.ts'
import { settleCalls } from '../src/app/demo/calls/settle-calls.ts'
import { settleDemo } from '../src/app/demo/settle-demo.ts'
import { openHouse } from '../src/app/open-house.ts'
import { slices } from '../src/app/slices.ts'
import { cloneDatabase } from '../src/app/testing/database-server.ts'
import { freePort } from '../src/app/trials/web-process.ts'
import { withBrowser } from './open-browser.ts'

const NOW = new Date('2026-11-22T12:00:00Z')

const ROUTES_IN = { mailDomain: 'answers.example.org', textsNumber: '+44 7700 900123' }

/** An address that answers as every page does while the database is away. */
export const OUTAGE = '/of-these-tests/outage'

/** The demonstration movement in a house that listens, on a day that is always the same, with a browser before it. */
export async function openDemoForBrowsers(themes?: readonly string[]) {
  const copy = await cloneDatabase(inject('databaseTemplate'))
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const clock = handSetClock(NOW)
  const house = await openHouse({
    databaseUrl: copy.url,
    house: { ...(await settled(copy.url, { baseUrl, themes })), routesIn: ROUTES_IN },
    clock,
    translators: await loadTranslators(path.join(projectRoot, 'locales')),
    assets: await readAssets(path.join(projectRoot, 'dist', 'public')),
    log: createLog('silent'),
    writesPerMinute: 100_000,
    // A busy machine is no finding.
    mostQueuedMs: 60_000,
  })
  house.server.get(OUTAGE, async () => {
    throw Object.assign(new Error('the database is away'), { statusCode: 503 })
  })
  await house.hub.listen(copy.url)
  await house.server.listen({ port, host: '127.0.0.1' })
  return withBrowser({
    ...house,
    db: house.database.db,
    clock,
    baseUrl,
    moveOn: (days: number) => clock.moveOn(days * DAY_MS),
    runJobs: async () => {
      for (const job of slices.flatMap((slice) => slice.jobs ?? [])) await job.run(house.jobHouse)
    },
    close: async () => {
      await house.close()
      await copy.drop()
    },
  })
}

export type DemoHouse = Awaited<ReturnType<typeof openDemoForBrowsers>>

async function settled(url: string, { baseUrl, themes }: { baseUrl: string; themes?: readonly string[] }) {
  const { db, close } = connect({ url })
  await settleDemo(db, { baseUrl, now: NOW, themes })
  const house = await readHouse(db, baseUrl)
  // A smaller movement comes without its calls; here they are among the pages.
  if (house && themes) await settleCalls(db, { now: NOW, secret: house.secret })
  await close()
  if (!house) throw new Error('the demonstration was not settled')
  return house
}
