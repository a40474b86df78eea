import type { Command } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { table } from '#core/cli/table.ts'
import { readConfig, settingsOf } from '#core/config/config.ts'

export const command: Command = {
  name: 'config',
  summary: 'Shows the configuration that holds, secrets masked.',
  usage:
    'Usage: ./moot config [--json]\n\nSet the variables in the environment; docs/operations.md explains them.',
  async run(args, terminal) {
    const read = readOptions(args, { json: 'flag' })
    if (!read.ok) {
      terminal.err(read.reason)
      return 2
    }
    const settings = settingsOf()
    if (read.options.json) terminal.out(JSON.stringify(settings, null, 2))
    else
      terminal.out(
        table(
          ['variable', 'value', 'from', 'meaning'],
          settings.map((setting) => [setting.name, setting.shown, setting.source, setting.meaning]),
        ),
      )
    readConfig()
    return 0
  },
}
