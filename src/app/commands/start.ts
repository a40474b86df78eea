import type { Command } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { readConfig } from '#core/config/config.ts'
import { serve } from '../serve.ts'

export const command: Command = {
  name: 'start',
  summary: 'Starts Folkmoot and prints its address. A new data folder gets the demonstration.',
  usage: `Usage: ./moot start [--public] [--only web|worker] [--writes-per-minute N] [--drain-seconds N]

--public        lets a demonstration be reached from other machines (it listens on 127.0.0.1 alone otherwise)
--only web      serves pages only; --only worker does the jobs only (for several processes on one database)
--writes-per-minute N   forms and API writes that one address may send a minute (240); more for a hall behind one address
--drain-seconds N       when asked to stop, says at /health/ready that it is leaving and goes on serving so long, for a balancer
                        to notice (5 with --only web, otherwise 0)`,
  async run(args, terminal) {
    const read = readOptions(args, {
      public: 'flag',
      only: 'text',
      'writes-per-minute': 'text',
      'drain-seconds': 'text',
    })
    const complaint = read.ok ? wrongIn(read.options) : read.reason
    if (complaint || !read.ok) {
      terminal.err(complaint ?? '')
      return 2
    }
    const { only, public: isPublic } = read.options
    const house = await serve({
      config: readConfig(),
      isPublic,
      only: only === 'web' || only === 'worker' ? only : 'all',
      writesPerMinute: Number(read.options['writes-per-minute'] ?? 240),
      drainSeconds: Number(read.options['drain-seconds'] ?? (only === 'web' ? 5 : 0)),
      terminal,
    })
    await interrupted()
    await house.close()
    return 0
  },
}

function wrongIn(options: Readonly<Record<string, string | boolean | undefined>>): string | undefined {
  const { only, 'writes-per-minute': writes = '240', 'drain-seconds': drain = '0' } = options
  if (!/^[1-9]\d{0,8}$/.test(String(writes))) return '--writes-per-minute takes a whole number, such as 240.'
  if (!/^\d{1,3}$/.test(String(drain)))
    return '--drain-seconds takes a whole number from 0 to 999, such as 5.'
  if (only !== undefined && only !== 'web' && only !== 'worker') return '--only takes “web” or “worker”.'
}

/** A second wish ends it at once. Waits for Ctrl-C or the service manager's wish to stop. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
