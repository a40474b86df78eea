import type { Command } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { readConfig } from '#core/config/config.ts'
import { moveDemoOn } from '#ground/house/move-demo-on.ts'
import { withHouse } from '../import/with-house.ts'

export const command: Command = {
  name: 'demo',
  summary: 'Moves a demonstration’s time on, so that promises are kept and broken before one’s eyes.',
  usage: 'Usage: ./moot demo --days 14',
  async run(args, terminal) {
    const read = readOptions(args, { days: 'text' })
    const days = read.ok ? Number(read.options.days) : Number.NaN
    if (!Number.isInteger(days) || days < 1 || days > 3650) {
      terminal.err(read.ok ? 'Say by how many days: --days 14' : read.reason)
      return 2
    }
    return withHouse(readConfig(), terminal, async ({ db }) => {
      const isMoved = await moveDemoOn(db, days)
      if (isMoved) terminal.out(`It is ${days} days later. A running demonstration notices within seconds.`)
      else terminal.err('There is no demonstration here; a real organisation’s time is not moved.')
      return isMoved ? 0 : 1
    })
  },
}
