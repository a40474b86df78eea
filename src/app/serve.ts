import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Terminal } from '#core/cli/command.ts'
import type { Config } from '#core/config/config.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { KeptPages } from '#core/http/kept-pages.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { runJobs } from '#core/jobs/run-jobs.ts'
import { type Bus, useBus } from '#core/live/announce.ts'
import type { LiveHub } from '#core/live/hub.ts'
import { joinBus } from '#core/live/nats-bus.ts'
import { createLog, type Log } from '#core/log/log.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { House } from '#core/slice/house.ts'
import { machineClock } from '#core/time/clock.ts'
import { readAssets } from './assets.ts'
import { demandsPasskeys } from './demands-passkeys.ts'
import { followDemoTime } from './demo/follow-demo-time.ts'
import { draftTranslationsJob } from './draft-translations-job.ts'
import { forgetKeysJob } from './forget-keys-job.ts'
import { forgetLettersJob } from './forget-letters-job.ts'
import { leaveAddress } from './left-address.ts'
import { listErasuresJob } from './list-erasures-job.ts'
import { openMailDoor } from './mail-door.ts'
import { mailJob } from './mail-job.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { readyDatabase } from './ready-database.ts'
import { routesInOf } from './routes-in-of.ts'
import { slices } from './slices.ts'

export interface ServeParts {
  config: Config
  isPublic: boolean
  /** Several processes may share the work on one database: pages here, jobs there. */
  only: 'all' | 'web' | 'worker'
  /** Writes that one address may send a minute. */
  writesPerMinute: number
  /** How long to go on serving after a balancer was told to send nobody any more. */
  drainSeconds: number
  terminal: Terminal
}

/** A hand-in in eight writes is much for one house or office; 240 a minute make 30 hand-ins in ten minutes. */
const WRITES_A_HAND_IN = 8
const FLOOD_WINDOW_MS = 600_000

/** Starts what was asked for on the configured database, and says where it is to be found. */
export async function serve({
  config,
  isPublic,
  only,
  terminal,
  writesPerMinute,
  drainSeconds,
}: ServeParts): Promise<{ close(): Promise<void> }> {
  const database = await readyDatabase(config, terminal)
  const house = {
    ...database.house,
    demandsPasskeys: demandsPasskeys(config, database.house),
    machine: hostOf(config.translateUrl),
  }
  const demoTime = await followDemoTime(database.url, house)
  const clock = machineClock(demoTime.daysAhead)
  const translators = await loadTranslators(path.join(projectRoot, 'locales'))
  const log = createLog(process.env.FOLKMOOT_LOG === 'silent' ? 'silent' : 'info')
  const assets = await readAssets(path.join(projectRoot, 'dist', 'public'))
  const open = await openHouse({
    databaseUrl: database.url,
    house: { ...house, routesIn: routesInOf(config, house) },
    clock,
    translators,
    assets,
    log,
    writesPerMinute,
    floodLimit: { most: Math.ceil(writesPerMinute / WRITES_A_HAND_IN), windowMs: FLOOD_WINDOW_MS },
    keptPages: new KeptPages(),
  })
  const bus = busOf(config, { house, hub: open.hub, log })
  const jobs = [
    ...slices.flatMap((slice) => slice.jobs ?? []),
    mailJob(config.smtpUrl),
    draftTranslationsJob(config),
    forgetKeysJob,
    forgetLettersJob,
    listErasuresJob(config.dataFolder),
  ]
  const stopJobs =
    only === 'web' ? async () => {} : await runJobs(jobs, { url: database.url, house: open.jobHouse })
  const mail = only === 'web' ? null : await openMailDoor(config, { open, isPublic, log })
  if (only !== 'worker') {
    await open.hub.listen(database.url)
    await listen(open.server, { config, host: hostFor({ config, house, isPublic }) })
    terminal.out(welcome(config, house, database.isEmbedded))
  }
  const takeAddressAway = only === 'worker' ? async () => {} : await leaveAddress(config)
  if (mail) terminal.out(mail.welcome)
  return {
    close: async () => {
      demoTime.stop()
      await takeAddressAway()
      if (only !== 'worker') await drain(open, drainSeconds)
      await mail?.close()
      await stopJobs()
      await open.close()
      useBus(null)
      await bus?.close()
      await database.stop()
    },
  }
}

/** Readers are told to which host public words go. */
function hostOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).host
}

/** Live updates by NATS where it is configured; every process joins, since workers announce what the pages show. */
function busOf(
  { natsUrl }: Config,
  { house, hub, log }: { house: House; hub: LiveHub; log: Log },
): Bus | null {
  if (!natsUrl) return null
  const bus = joinBus({
    url: natsUrl,
    // Of the one secret that all processes on one database share.
    room: `folkmoot.${keyedHash(house.secret, 'live', 'room').toString('hex').slice(0, 32)}`,
    log,
    hear: (topic) => void hub.tell(topic),
    hearAll: () => void hub.tellAll(),
  })
  useBus(bus)
  return bus
}

/** Readiness goes first; then whoever still comes is served until the balancer has surely looked. */
async function drain(open: OpenHouse, seconds: number): Promise<void> {
  if (seconds === 0) return
  open.leave()
  await pause(seconds * 1_000)
}

/** A demonstration signs anybody in as anybody: it is for this machine alone unless asked otherwise. */
function hostFor({ config, house, isPublic }: { config: Config; house: House; isPublic: boolean }): string {
  return house.isDemo && !isPublic ? '127.0.0.1' : config.host
}

async function listen(
  server: { listen(at: { port: number; host: string }): Promise<string> },
  { config, host }: { config: Config; host: string },
): Promise<void> {
  try {
    await server.listen({ port: config.port, host })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE')
      throw new OperatorError(
        `Port ${config.port} is taken by another program. Stop that one, or start with another: PORT=${config.port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new OperatorError(
        `This user may not listen on port ${config.port}. Choose one above 1023: PORT=3000 npm start`,
      )
    if (code === 'EADDRNOTAVAIL')
      throw new OperatorError(
        `This machine has no address ${host}. Set HOST to one of its own, or leave it out.`,
      )
    throw error
  }
}

function welcome(config: Config, house: House, isEmbedded: boolean): string {
  const lines = [`${house.name} is open at ${config.baseUrl}`]
  if (house.isDemo) lines.push('This is the demonstration: everything may be tried, nobody in it is real.')
  else if (isEmbedded)
    lines.push(
      'It runs on the embedded database: good for trying, for a branch or a local party on one machine. For more, set DATABASE_URL (docs/operations.md).',
    )
  return lines.join('\n')
}
