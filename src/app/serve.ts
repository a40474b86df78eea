import path from 'node:path'
import type { Terminal } from '#core/cli/command.ts'
import type { Config } from '#core/config/config.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { KeptPages } from '#core/http/kept-pages.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { runJobs } from '#core/jobs/run-jobs.ts'
import { createLog } from '#core/log/log.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { House } from '#core/slice/house.ts'
import { machineClock } from '#core/time/clock.ts'
import { readAssets } from './assets.ts'
import { followDemoTime } from './demo/follow-demo-time.ts'
import { forgetKeysJob } from './forget-keys-job.ts'
import { forgetLettersJob } from './forget-letters-job.ts'
import { listErasuresJob } from './list-erasures-job.ts'
import { mailJob } from './mail-job.ts'
import { openHouse } from './open-house.ts'
import { readyDatabase } from './ready-database.ts'
import { slices } from './slices.ts'

export interface ServeParts {
  config: Config
  isPublic: boolean
  /** Several processes may share the work on one database: pages here, jobs there. */
  only: 'all' | 'web' | 'worker'
  /** Writes that one address may send a minute. */
  writesPerMinute: number
  terminal: Terminal
}

/** Starts what was asked for on the configured database, and says where it is to be found. */
export async function serve({
  config,
  isPublic,
  only,
  terminal,
  writesPerMinute,
}: ServeParts): Promise<{ close(): Promise<void> }> {
  const database = await readyDatabase(config, terminal)
  const { house } = database
  const demoTime = await followDemoTime(database.url, house)
  const clock = machineClock(demoTime.daysAhead)
  const translators = await loadTranslators(path.join(projectRoot, 'locales'))
  const log = createLog(process.env.FOLKMOOT_LOG === 'silent' ? 'silent' : 'warn')
  const assets = await readAssets(path.join(projectRoot, 'dist', 'public'))
  const open = await openHouse({
    databaseUrl: database.url,
    house,
    clock,
    translators,
    assets,
    log,
    writesPerMinute,
    keptPages: new KeptPages(),
  })
  const jobs = [
    ...slices.flatMap((slice) => slice.jobs ?? []),
    mailJob(config.smtpUrl),
    forgetKeysJob,
    forgetLettersJob,
    listErasuresJob(config.dataFolder),
  ]
  const stopJobs =
    only === 'web' ? async () => {} : await runJobs(jobs, { url: database.url, house: open.jobHouse })
  if (only !== 'worker') {
    await open.hub.listen(database.url)
    await listen(open.server, { config, host: hostFor({ config, house, isPublic }) })
    terminal.out(welcome(config, house, database.isEmbedded))
  }
  return {
    close: async () => {
      demoTime.stop()
      await stopJobs()
      await open.close()
      await database.stop()
    },
  }
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
