import type { Command } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { readConfig } from '#core/config/config.ts'
import { serve } from '../serve.ts'

export const command: Command = {
  name: 'start',
  summary: 'Starts Folkmoot and prints its address. A new data folder gets the demonstration.',
  usage: `Usage: ./moot start [--public] [--only web|worker] [--writes-per-minute N]

--public        lets a demonstration be reached from other machines (it listens on 127.0.0.1 alone otherwise)
--only web      serves pages only; --only worker does the jobs only (for several processes on one database)
--writes-per-minute N   forms and API writes that one address may send a minute (240); more for a hall behind one address`,
  async run(args, terminal) {
    const read = readOptions(args, { public: 'flag', only: 'text', 'writes-per-minute': 'text' })
    if (!read.ok) {
      terminal.err(read.reason)
      return 2
    }
    const { only } = read.options
    const writes = Number(read.options['writes-per-minute'] ?? 240)
    if (!Number.isInteger(writes) || writes < 1) {
      terminal.err('--writes-per-minute takes a whole number, such as 240.')
      return 2
    }
    if (only !== undefined && only !== 'web' && only !== 'worker') {
      terminal.err('--only takes “web” or “worker”.')
      return 2
    }
    const house = await serve({
      config: readConfig(),
      isPublic: read.options.public,
      only: only ?? 'all',
      writesPerMinute: writes,
      terminal,
    })
    await interrupted()
    await house.close()
    return 0
  },
}

/** Waits for Ctrl-C or the service manager's wish to stop. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
