import path from 'node:path'
import type { Terminal } from '#core/cli/command.ts'
import type { Config } from '#core/config/config.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { connect } from '#core/db/connect.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import type { House } from '#core/slice/house.ts'
import { machineClock } from '#core/time/clock.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { joinOrOpenDatabase } from '../ready-database.ts'
import type { ImportHouse } from './importer.ts'

type Work = (
  house: Omit<ImportHouse, 'house' | 'terminal'> & { house: House | null; url: string },
) => Promise<number>

/** Runs a verb on the configured database, beside a running Folkmoot or alone. */
export async function withHouse(config: Config, terminal: Terminal, work: Work): Promise<number> {
  const server = await joinOrOpenDatabase(config, terminal)
  const { db, close } = connect({ url: server.url, most: 4 })
  try {
    const house = await readHouse(db, config.baseUrl)
    const translators = await loadTranslators(path.join(projectRoot, 'locales'))
    return await work({
      db,
      house,
      url: server.url,
      clock: machineClock(() => house?.daysAhead ?? 0),
      t: translators.en,
    })
  } finally {
    await close()
    await server.stop()
  }
}
